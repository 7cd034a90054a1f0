import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Ability, Letter, State } from "#app/auth/abilities.ts";
import { routeDoors } from "#app/auth/doors.ts";
import { hashSecret } from "#app/auth/session.server.ts";
import { newId, newSecret } from "#app/lib/id.server.ts";
import { DAY, later, momentOf } from "#app/lib/moment.ts";
import { postLetter } from "#app/mail/outbox.server.ts";
import { requirement } from "#tests/fixtures/policy.matrix.ts";
import { type Names, type Probe, probes, type Subject, type Who } from "#tests/fixtures/route.probes.ts";
import { given, smallWeek } from "#tests/support/builders.ts";
import { type Site, startSite } from "#tests/support/site.ts";

const TITLE = "Hidden-Whale";
const IDENTITY = ["Lead-Person-Name", "Legal-Name-Of-Lead", "lead-address@shore.test"];

let site: Site;
let names: Names;
let cookies: Record<Who, string>;
beforeAll(async () => {
  site = await startSite();
  ({ names, cookies } = await seed());
});
afterAll(() => site.close());

const everybody: readonly Who[] = [
  "visitor",
  "lead",
  "other applicant",
  "juror",
  "juror without the entry",
  "chair",
  "organiser",
  "organiser elsewhere",
  "administrator",
];
/** These never learn who made the entry, on whichever page. */
const blind: readonly Who[] = ["visitor", "other applicant", "juror", "juror without the entry", "organiser elsewhere"];

const states: Record<Subject, State> = { entry: "5", draft: "1", programme: "4", nothing: "4" };
const ties: Record<Who, Partial<Record<Subject | "any", Letter>>> = {
  visitor: {},
  lead: { entry: "O", draft: "O" },
  "other applicant": {},
  juror: { entry: "J", programme: "N" },
  "juror without the entry": { entry: "N", programme: "N" },
  chair: { entry: "C", draft: "C", programme: "C" },
  organiser: { entry: "M", draft: "M", programme: "M" },
  "organiser elsewhere": { entry: "X", draft: "X", programme: "X" },
  administrator: { any: "S" },
};

/** Whether the written requirement lets this person, by one of their letters, in the state the subject is in. */
function allows(who: Who, ability: Ability, on: Subject): boolean {
  const line = requirement.split("\n").find((one) => one.startsWith(`${ability} `)) ?? "";
  const letters = who === "visitor" ? ["V"] : ["A", ties[who].any, ties[who][on]];
  return letters.some((letter) => {
    const cell = letter && new RegExp(`\\s${letter}=(\\S+)`).exec(line)?.[1];
    return cell === "*" || cell?.split(",").includes(states[on]);
  });
}

function expected(who: Who, probe: Probe): number {
  if ("open" in probe) return who === "visitor" ? probe.open : (probe.signedIn ?? probe.open);
  if (who === "visitor") return 302;
  const { ask, on, only, also, sees, answer = 200 } = probe;
  const isWelcome = also?.includes(who) || (allows(who, ask, on) && (!only || only.includes(who)));
  if (isWelcome) return answer;
  return sees && allows(who, sees, on) ? 403 : 404;
}

test.each(Object.keys(routeDoors))("%s has a line in the table of probes", (door) => {
  expect(
    probes[door],
    `${door} has no line in tests/fixtures/route.probes.ts: name an address and who is welcome there.`,
  ).toBeDefined();
});

test("the table of probes names no route that is gone", () => {
  expect(Object.keys(probes).filter((door) => !(door in routeDoors))).toEqual([]);
});

const lines = Object.entries(probes).flatMap(([door, list]) =>
  list.map((probe) => {
    const title = "open" in probe ? "open" : probe.on === "nothing" ? probe.ask : `${probe.ask} on the ${probe.on}`;
    return [door, title, probe] as const;
  }),
);

describe.each(lines)("%s (%s)", (door, _title, probe) => {
  test("asks for what its door says", () => {
    const line = routeDoors[door] ?? [];
    if (!("open" in probe))
      expect([...line, ...(door.endsWith("/application") ? ["application.see"] : [])]).toContain(probe.ask);
    else if (probe.open === 200) expect(line).toEqual(["public.read"]);
  });

  test.each(everybody)("answers %s as the requirement says", async (who) => {
    const path = probe.at(names);
    const answer = await site.ask(path, { cookie: cookies[who] });
    const body = await answer.text();
    const status = expected(who, probe);
    expect([who, path, answer.status]).toEqual([who, path, status]);
    if (who === "visitor" && !("open" in probe)) expect(answer.headers.get("location")).toMatch(/^\/sign-in\?next=/);
    if (blind.includes(who)) for (const words of IDENTITY) expect(body).not.toContain(words);
    if (status === 200 || status === 403) return;
    expect(body).not.toContain(TITLE);
    const [pathname = "", search = ""] = path.split("?");
    const data = await site.ask(`${pathname}.data${search && `?${search}`}`, { cookie: cookies[who] });
    const sent = await data.text();
    for (const words of who === "lead" ? [TITLE] : [TITLE, ...IDENTITY]) expect(sent).not.toContain(words);
  });

  test("tells a hidden thing and a missing one apart for nobody", async () => {
    for (const who of everybody) {
      // Calls are public, and a chair reads the desk of theirs.
      const missing = unknown(
        who === "visitor" || who === "chair" ? { call: names.call, openCall: names.openCall } : {},
      );
      if (probe.at(missing) === probe.at(names)) continue;
      const status = expected(who, probe);
      if (status !== 404 && !(who === "visitor" && !("open" in probe))) continue;
      expect([who, await seen(probe.at(names), names, who)]).toEqual([
        who,
        await seen(probe.at(missing), missing, who),
      ]);
    }
  });
});

const MOMENT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/** An answer without what differs between any two: the nonce, the moment, and the names that were asked for. */
async function seen(path: string, asked: Names, who: Who) {
  const answer = await site.ask(path, { cookie: cookies[who] });
  let body = await answer.text();
  for (const name of Object.values(asked)) body = body.replaceAll(name, "NAME");
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1] ?? "no nonce";
  let location = answer.headers.get("location") ?? "";
  for (const name of Object.values(asked)) location = location.replaceAll(name, "NAME");
  return { status: answer.status, location, body: body.replaceAll(nonce, "NONCE").replace(MOMENT, "NOW") };
}

function unknown(known: Partial<Names>): Names {
  return {
    ...{ call: "no-such-call", openCall: "no-such-open-call", round: newId(), roundCode: "r999", entry: newId() },
    ...{ draft: newId(), assignment: newId(), letter: newId(), person: newId(), invitation: newSecret() },
    ...known,
  };
}

/** One entry in an open round of a closed call, one draft in an open call, and one person of each kind. */
async function seed() {
  const make = given(site.db);
  const now = momentOf(Date.now());
  const { call, programme, edition, unit } = await smallWeek(site.db);
  const closed = { opensAt: later(now, -60 * DAY), closesAt: later(now, -DAY) };
  await site.db.updateTable("call").set(closed).where("id", "=", call.id).execute();
  const openCall = await make.call({ programmeId: programme.id, opensAt: later(now, -DAY), closesAt: later(now, DAY) });
  const elsewhere = await make.programme({ editionId: edition.id, unitId: unit.id });
  const [name = "", legalName = "", email = ""] = IDENTITY;

  const person = async (
    roles: { kind: "juror" | "chair" | "organiser" | "administrator"; programmeId?: string }[] = [],
  ) => {
    const made = await make.person();
    for (const role of roles) await make.role({ personId: made.id, ...role });
    return made;
  };
  const programmeId = programme.id;
  const lead = await make.person({ name, email });
  const people: Record<Exclude<Who, "visitor">, { id: string }> = {
    lead,
    "other applicant": await person(),
    juror: await person([{ kind: "juror", programmeId }]),
    "juror without the entry": await person([{ kind: "juror", programmeId }]),
    chair: await person([{ kind: "chair", programmeId }]),
    organiser: await person([{ kind: "organiser", programmeId }]),
    "organiser elsewhere": await person([{ kind: "organiser", programmeId: elsewhere.id }]),
    administrator: await person([{ kind: "administrator" }]),
  };

  const written = {
    title: TITLE,
    searchText: TITLE,
    answers: JSON.stringify({ title_zh: TITLE, legal_name: legalName, company_profile: name }),
  };
  const entry = await make.application({
    ...{ callId: call.id, definitionId: call.definitionId, leadId: lead.id, state: "in_review", code: "SL-ONE" },
    ...written,
  });
  const submission = await make.submission({
    ...{ applicationId: entry.id, definitionId: call.definitionId, submittedBy: lead.id, answers: written.answers },
  });
  const ofOpenCall = { callId: openCall.id, definitionId: openCall.definitionId };
  const draft = await make.application({ ...ofOpenCall, leadId: lead.id, ...written });
  await make.application({ ...ofOpenCall, leadId: people["other applicant"].id, title: "Another" });

  const round = await make.round({ callId: call.id, openedAt: now, opensAt: now, closesAt: later(now, DAY) });
  await make.roundEntry({ roundId: round.id, applicationId: entry.id, submissionId: submission.id });
  await make.panelist({ roundId: round.id, personId: people.juror.id });
  const work = { roundId: round.id, applicationId: entry.id, jurorId: people.juror.id };
  const assignment = await make.assignment(work);

  const letter = await site.db.transaction().execute((trx) =>
    postLetter(trx, {
      letter: { kind: "receipt", subject: `Receipt for ${TITLE}`, text: `Dear ${name}`, html: "" },
      to: { personId: lead.id, email, language: "en" },
      dedupeKey: `receipt:${entry.id}`,
      ...{ programmeId, applicationId: entry.id, now },
    }),
  );
  const invitation = newSecret();
  await site.db
    .insertInto("invitation")
    .values({
      ...{ id: newId(), tokenHash: hashSecret(invitation), email: "guest@shore.test", emailFolded: "guest@shore.test" },
      ...{ name: "Guest", role: "juror", programmeId, roundId: round.id, language: "en", message: "" },
      ...{ invitedBy: people.organiser.id, createdAt: now, expiresAt: later(now, DAY) },
      ...{ acceptedAt: null, acceptedBy: null, declinedAt: null, declineReason: null, revokedAt: null },
    })
    .execute();

  const signedIn = await Promise.all(
    Object.entries(people).map(async ([who, { id }]) => [who, await site.signIn(id)] as const),
  );
  return {
    names: {
      ...{ call: call.slug, openCall: openCall.slug, round: round.id, roundCode: round.code, entry: entry.id },
      ...{ draft: draft.id, assignment: assignment.id, letter: letter ?? "", person: lead.id, invitation },
    },
    cookies: { visitor: "", ...Object.fromEntries(signedIn) } as Record<Who, string>,
  };
}
