/**
 * Who may do what, as data. The one policy (policy.ts) reads this table; pages, files, jobs, mail and exports ask it.
 *
 * Letters, for one application: V visitor · A signed in without a tie · O lead · T editor · W viewer of the team ·
 * J juror assigned here · N juror of the programme, not assigned here · C chair of the programme ·
 * M organiser of the programme · X organiser of another programme · S administrator.
 * Recused (declared, set or found) drops to A and loses J, N, C and M for that application's jury side.
 *
 * States: 0 draft after the call closed · 1 draft, call open · 2 submitted, call open · 3 grace for uploads begun in time ·
 * 4 closed, formal check · r returned for correction · 5 round open · 6 round closed · 7 decided, unpublished ·
 * 8 results published · 9 archived · w withdrawn, rejected or disqualified. A cell lists the states as characters;
 * «all» is every state; a letter that is missing may never. Abilities that are not about one application use «all».
 */
export type Letter = "V" | "A" | "O" | "T" | "W" | "J" | "N" | "C" | "M" | "X" | "S";
export type State = "0" | "1" | "2" | "3" | "4" | "r" | "5" | "6" | "7" | "8" | "9" | "w";
type Cells = Partial<Record<Letter, string>>;

const everybody: Cells = {
  V: "all",
  A: "all",
  O: "all",
  T: "all",
  W: "all",
  J: "all",
  N: "all",
  C: "all",
  M: "all",
  X: "all",
  S: "all",
};
const { V: _visitor, ...signedIn } = everybody;
const team: Cells = { O: "all", T: "all", W: "all" };

export const abilities = {
  "public.read": everybody,
  "account.own": signedIn,
  "application.list-own": signedIn,
  "application.create": signedIn,

  "application.see": { ...team, M: "023456789rw" },
  "application.read": { ...team, M: "23456789rw" },
  "application.edit": { O: "12r", T: "12r" },
  "application.submit": { O: "12r" },
  "application.withdraw": { O: "1234567r" },
  /** Only after a withdrawal, and before the deadline: the use-case looks. */
  "application.restore": { O: "w" },
  "application.delete-draft": { O: "01" },
  "file.upload": { O: "123r", T: "123r" },
  "file.read-original": { ...team, M: "2345678rw" },
  "file.read-blind": { J: "56", C: "567", M: "45678" },
  "team.read": { ...team, M: "23456789rw" },
  /** Its queries answer published outcomes only. */
  "outcome.read": team,
  "letter.read-own": signedIn,

  "jury.list-own": signedIn,
  "review.read-own": { J: "5678" },
  "review.write": { J: "5" },
  "review.recuse": { J: "5" },

  "programme.manage": { M: "all" },
  "programme.list-managed": signedIn,
  "application.check": { M: "234r" },
  "round.manage": { M: "all" },
  "jury.invite": { M: "all" },
  "conflict.set": { M: "234567" },
  "assignment.plan": { M: "all" },
  "scores.read": { M: "all", C: "all" },
  /** Pending until an organiser publishes: the chair's word, with the chair's name. */
  "decision.record": { M: "all", C: "all" },
  "results.publish": { M: "all" },
  "letter.read-programme": { M: "all" },
  "week.manage": { S: "all" },
  "people.manage": { S: "all" },
  "audit.read": { S: "all", M: "all" },
} as const satisfies Record<string, Cells>;

export type Ability = keyof typeof abilities;
