import { withdrawApplication } from "#app/features/application/withdraw-application.server.ts";
import { listAssignments } from "#app/features/assignment/queries.server.ts";
import { checkApplication } from "#app/features/check/check-application.server.ts";
import { setConflict } from "#app/features/conflict/set-conflict.server.ts";
import { recordHonour } from "#app/features/decision/record-honour.server.ts";
import { createEdition } from "#app/features/edition/create-edition.server.ts";
import { type EditionPlan, planEdition } from "#app/features/edition/plan-edition.ts";
import { weekTemplate } from "#app/features/edition/template/week.ts";
import { recuseJuror } from "#app/features/review/recuse-juror.server.ts";
import { DAY, HOUR, later, type Moment, parseDay, parseMoment } from "#app/lib/moment.ts";
import type { Database } from "#db/database.server.ts";
import { type DemoEntry, daysBefore, type Planting, plantEntry } from "./demo-entries.server.ts";
import { announceRound, assignRound, decideRound, roundOf, startRound, writeReviews } from "./demo-jury.server.ts";
import { plantPeople, plantStaff } from "./demo-people.server.ts";
import { features, screenplays, shorts, ventures, type Work } from "./demo-works.ts";

const GK_V_CLOSED = 62;
const SL_S_CLOSED = 12;

/** Whether nothing was ever planted or made here. */
export async function isBare(db: Database): Promise<boolean> {
  return (await db.selectFrom("edition").select("id").limit(1).executeTakeFirst()) === undefined;
}

/**
 * Plants the demo Week into an empty database: by the use-cases people use, at moments that lie around `now`. Calls are
 * open in both programmes, the jury of the short films is at work, and the start-ups' results are published.
 */
export async function plantDemo({ db, media, now }: Planting & { now: Moment }): Promise<void> {
  const begun = daysBefore(now, 130);
  const plan = demoPlan(now);
  const { programmes, calls } = await createEdition(db, { plan, now: begun });
  const makers = [...shorts, ...features, ...screenplays, ...ventures].map(personOf);
  const ids = await plantPeople(db, { people: [...staff, ...unique(makers)], now: begun });
  await plantStaff(db, { programmes, ids, now: begun });
  const idOf = (email: string) => ids.get(email) ?? "";
  const plant = { db, media };
  const organiserId = idOf("manager@tidemark.test");
  const goldenKey = { programmeId: programmes["golden-key"] ?? "", organiserId };
  const seaLevel = { programmeId: programmes["sea-level"] ?? "", organiserId };
  const applicantOf = (work: Work, isCompany = false) => {
    const { name, email } = personOf(work);
    return { id: idOf(email), name, email, bornOn: "1996-05-04", isCompany };
  };

  await plantVentures(plant, { now, callId: calls["GK-V"] ?? "", stage: goldenKey, idOf, applicantOf });
  await plantShorts(plant, { now, callId: calls["SL-S"] ?? "", stage: seaLevel, idOf, applicantOf });

  const open = (callSlug: string, work: Work, place: number, more: Partial<DemoEntry> = {}) =>
    plantEntry(plant, {
      callSlug,
      work,
      applicant: applicantOf(work, callSlug === "gk-f"),
      place,
      startedAt: daysBefore(now, 9 - place, place),
      submittedAt: daysBefore(now, 3, place),
      ...more,
    });
  for (const [place, work] of features.entries()) {
    const id = await open("gk-f", work, place, place === 3 ? { submittedAt: null, sections: 4 } : {});
    if (place !== 1) continue;
    const at = later(now, -20 * HOUR);
    const until = later(now, 3 * DAY);
    const reason = "预算表第 3 页的合计与申报表不一致，请更正后重新提交。";
    await check(db, { id, stage: goldenKey, verdict: "return", reason, until, at });
  }
  for (const [place, work] of screenplays.entries())
    await open("sl-w", work, place, place === 0 ? { submittedAt: null, sections: 2 } : {});
  const startup = ventures[0] && { ...ventures[0], en: "The Tide Studio Story", zh: "潮影往事", genre: "drama" };
  if (startup) await open("gk-f", startup, 5, { submittedAt: null, sections: 3 });
}

type Stage = { programmeId: string; organiserId: string };
type Scene = {
  now: Moment;
  callId: string;
  stage: Stage;
  idOf: (email: string) => string;
  applicantOf: (work: Work, isCompany?: boolean) => DemoEntry["applicant"];
};

/** A call from its first draft to its honours. */
async function plantVentures(plant: Planting, { now, callId, stage, idOf, applicantOf }: Scene) {
  const { db } = plant;
  const day = (days: number, hour = 0) => daysBefore(now, GK_V_CLOSED - days, hour);
  const entries: string[] = [];
  for (const [place, work] of ventures.entries()) {
    const applicant = applicantOf(work, true);
    const startedAt = day(-20 + place);
    entries.push(
      await plantEntry(plant, { callSlug: "gk-v", work, applicant, place, startedAt, submittedAt: day(-2, place) }),
    );
  }
  for (const id of entries) await check(db, { id, stage, verdict: "pass", at: day(4) });
  const jurors = [1, 2, 3, 4].map((number) => idOf(`juror${number}@tidemark.test`));
  const outcomes = ["advance", "advance", "advance", "reserve", "decline", "decline"] as const;
  const round = await roundOf(db, callId, "r1");
  await startRound(db, { ...stage, round, jurors, closesAt: day(20), now: day(6) });
  await assignRound(db, { ...stage, round, now: day(6, 1) });
  await writeReviews(db, { round, shape: round.shape, jurors, sentOf: (_, pile) => pile, from: day(7) });
  await decideRound(db, {
    ...stage,
    callId,
    round,
    outcomes: entries.map((applicationId, place) => ({ applicationId, outcome: outcomes[place] ?? "decline" })),
    now: day(20),
  });
  await announceRound(db, { ...stage, callId, round, now: day(22) });

  const pitch = await roundOf(db, callId, "r3");
  const finalists = entries.slice(0, 3);
  await startRound(db, { ...stage, round: pitch, jurors, closesAt: day(40), now: day(25) });
  await assignRound(db, { ...stage, round: pitch, now: day(25, 1) });
  await writeReviews(db, { round: pitch, shape: pitch.shape, jurors, sentOf: (_, pile) => pile, from: day(26) });
  await decideRound(db, {
    ...stage,
    callId,
    round: pitch,
    outcomes: finalists.map((applicationId) => ({ applicationId, outcome: "advance" })),
    now: day(40),
  });
  const honours = [
    [
      "gk_venture_of_year",
      "把影棚带到剧组身边，让预算不再决定想象。",
      "For bringing the stage to the crew, so that money no longer decides what can be imagined.",
    ],
    ["gk_venture_recommendation", "让每一句对白都被听见。", "For letting every line be heard."],
  ] as const;
  for (const [place, [awardId, citationZh, citationEn]] of honours.entries()) {
    const honour = { applicationId: finalists[place] ?? "", awardId, citationZh, citationEn };
    await recordHonour(db, { ...stage, ...honour, roundId: pitch.id, now: day(41) });
  }
  await announceRound(db, { ...stage, callId, round: pitch, now: day(43) });
}

/** A call whose jury is at work. */
async function plantShorts(plant: Planting, { now, callId, stage, idOf, applicantOf }: Scene) {
  const { db } = plant;
  const day = (days: number, hour = 0) => daysBefore(now, SL_S_CLOSED - days, hour);
  const entries: string[] = [];
  for (const [place, work] of shorts.entries())
    entries.push(
      await plantEntry(plant, {
        callSlug: "sl-s",
        work,
        applicant: applicantOf(work),
        place,
        startedAt: day(-15 + (place % 9), place),
        submittedAt: day(-1 - (place % 4), place),
      }),
    );
  const [unfit, sold] = entries.slice(-2);
  for (const id of entries.slice(0, -2)) await check(db, { id, stage, verdict: "pass", at: day(2) });
  if (unfit) await check(db, { id: unfit, stage, verdict: "reject", reason: "影片含有广告水印。", at: day(2, 2) });
  const seller = shorts.at(-1);
  if (sold && seller)
    await withdrawApplication(db, {
      applicationId: sold,
      actorId: applicantOf(seller).id,
      reason: "The film found a distributor.",
      now: day(1),
    });

  const jurors = [1, 2, 3, 4, 5, 6].map((number) => idOf(`juror${number}@tidemark.test`));
  const round = await roundOf(db, callId, "r1");
  await startRound(db, { ...stage, round, jurors, closesAt: later(now, 9 * DAY), now: day(4) });
  const tied = { applicationId: entries[2] ?? "", personId: jurors[1] ?? "" };
  const kind = "teacher_or_student_24_months";
  await setConflict(db, { ...stage, ...tied, kind, note: "Taught the director in 2026.", now: day(4, 1) });
  await assignRound(db, { ...stage, round, now: day(4, 2) });
  await writeReviews(db, {
    round,
    shape: round.shape,
    jurors,
    sentOf: (place) => [1, 3, 2, 4, 2, 0][place] ?? 0,
    from: day(5),
  });
  const untouched = (await listAssignments(db, round.id)).find(
    ({ jurorId, savedAt }) => jurorId === jurors[5] && savedAt === null,
  );
  if (untouched)
    await recuseJuror(db, {
      assignmentId: untouched.id,
      jurorId: untouched.jurorId,
      reason: "employer_or_client_36_months",
      note: "",
      now: day(8),
    });
}

type Check = {
  id: string;
  stage: Stage;
  verdict: "pass" | "return" | "reject";
  reason?: string;
  until?: Moment;
  at: Moment;
};

async function check(db: Database, { id, stage, verdict, reason = "", until, at }: Check) {
  const { submissionId } = await db
    .selectFrom("application")
    .select("submissionId")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  await checkApplication(db, {
    ...stage,
    applicationId: id,
    submissionId: submissionId ?? "",
    verdict,
    reason,
    until: until ?? null,
    now: at,
  });
}

/** The Week as the template has it, with two calls moved to where the demo wants to show them. */
function demoPlan(now: Moment): EditionPlan {
  const openingDay = parseDay(later(now, 85 * DAY).slice(0, 10));
  const plan = planEdition(weekTemplate, { openingDay });
  const closed: Record<string, number> = { "GK-V": GK_V_CLOSED, "SL-S": SL_S_CLOSED };
  return {
    ...plan,
    programmes: plan.programmes.map((programme) => ({
      ...programme,
      calls: programme.calls.map((call) => {
        const days = closed[call.code];
        if (days === undefined) return call;
        const endOf = (day: Moment) => parseMoment(`${day.slice(0, 10)}T15:59:59.000Z`);
        return { ...call, opensAt: daysBefore(now, days + 40), closesAt: endOf(daysBefore(now, days)) };
      }),
    })),
  };
}

const staff = [
  { name: "张管理", email: "manager@tidemark.test" },
  { name: "Margarethe Vogel", email: "chair@tidemark.test", language: "en" as const },
  { name: "许评", email: "juror1@tidemark.test" },
  { name: "Amara Okafor", email: "juror2@tidemark.test", language: "en" as const },
  { name: "钟审", email: "juror3@tidemark.test" },
  { name: "Jonas Lind", email: "juror4@tidemark.test", language: "en" as const },
  { name: "彭阅", email: "juror5@tidemark.test" },
  { name: "白鉴", email: "juror6@tidemark.test" },
];

/** Who made a work: the two accounts one signs in with, and people of their own for the rest. */
function personOf({ maker: [zh, en] }: Work) {
  if (en === "Chen Yu") return { name: zh, email: "filmmaker@tidemark.test" };
  if (en === "Lin Lan") return { name: zh, email: "startup@tidemark.test" };
  return { name: zh, email: `${en.toLowerCase().replaceAll(" ", ".")}@shore.test` };
}

function unique(people: readonly { name: string; email: string }[]) {
  return [...new Map(people.map((person) => [person.email, person])).values()];
}
