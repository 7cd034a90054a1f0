import { recordHonour } from "#app/features/decision/record-honour.server.ts";
import type { DecisionOutcome } from "#app/features/decision/rules.ts";
import { HOUR, MINUTE, type Moment } from "#app/lib/moment.ts";
import { applying, checkEntry, entryIn, type Stage } from "./demo-entries.server.ts";
import {
  announceRound,
  assignRound,
  decideRound,
  type Organiser,
  type Panelist,
  reviewing,
  roundOf,
  startRound,
} from "./demo-jury.server.ts";
import { type Scene, together } from "./demo-time.ts";
import { features } from "./demo-works.ts";

const CALL = "GK-F";
const WORTH = [8, 7.5, 7.5, 8.5, 6.5, 6.5, 5, 4.5];
const HONOURS = [
  [
    3,
    "gk_project_of_year",
    "它让一场没有报出的台风，说出了两代人的沉默。",
    "For letting a storm that nobody announced speak for two generations.",
  ],
  [
    0,
    "gk_jury_recommendation",
    "一台收音机，一座灯塔，和一刻钟的亏欠：它知道声音比画面走得更远。",
    "A radio, a light and a debt of a quarter of an hour: it knows that sound travels further than sight.",
  ],
  [
    2,
    "gk_best_story",
    "三位女工酿出的，是整条街最后一个笑着过完的冬天。",
    "What three women brew is the last winter a whole street spends laughing.",
  ],
] as const;

type Crew = { stage: Stage; by: Organiser; panel: readonly Panelist[]; chair: Panelist };

/** The feature projects: a call from its first draft to its honours, over and published. */
export function featureScenes({ stage, ...crew }: Crew): Scene[] {
  const { at } = stage.calendar;
  const entries = features.map((work, place) =>
    applying(stage, {
      call: CALL,
      work,
      place,
      startedAt: at(-112 + place * 2, 19, place * 5),
      submittedAt: at(-84 + (place % 3), 20 + (place % 3), place * 6),
    }),
  );
  return [...entries, judging({ stage, ...crew })];
}

async function* judging(crew: Crew): Scene {
  const { stage, by, panel, chair } = crew;
  const { db } = stage;
  const { at } = stage.calendar;
  yield at(-78, 10);
  for (const [place, work] of features.entries())
    await checkEntry(db, {
      ...by,
      applicationId: entryIn(stage, CALL, work),
      verdict: "pass",
      now: at(-78, 10, place),
    });
  const whole = [...panel, chair];
  yield* judgingRound(crew, {
    code: "r1",
    panel,
    opens: at(-75, 9),
    firstEvening: at(-74, 19),
    pace: 50 * HOUR,
    ends: at(-52, 10),
    announced: at(-50, 18),
    outcomes: ["advance", "advance", "advance", "advance", "advance", "reserve", "decline", "decline"],
  });
  yield* judgingRound(crew, {
    code: "r2",
    panel: whole,
    opens: at(-49, 9),
    firstEvening: at(-48, 19),
    pace: 40 * HOUR,
    ends: at(-37, 10),
    announced: at(-36, 18),
    outcomes: ["advance", "advance", "advance", "advance", "decline"],
  });
  yield* judgingRound(crew, {
    code: "r3",
    panel: whole,
    opens: at(-19, 8, 30),
    firstEvening: at(-19, 13),
    pace: 16 * MINUTE,
    ends: at(-19, 19),
    announced: at(-18, 20),
    outcomes: ["advance", "advance", "advance", "advance"],
  });
}

type Course = {
  code: string;
  panel: readonly Panelist[];
  opens: Moment;
  firstEvening: Moment;
  pace: number;
  ends: Moment;
  announced: Moment;
  /** In the order of the works. */
  outcomes: readonly DecisionOutcome[];
};

async function* judgingRound({ stage, by }: Crew, course: Course): Scene {
  const { db } = stage;
  const callId = stage.calls[CALL] ?? "";
  const ids = features.map((work) => entryIn(stage, CALL, work));
  const round = await roundOf(db, callId, course.code);
  const act = { ...by, callId, round };
  yield course.opens;
  await startRound(db, { ...act, panel: course.panel, closesAt: round.closesAt ?? course.ends, now: course.opens });
  await assignRound(db, { ...act, now: course.opens });
  yield course.firstEvening;
  yield* together(
    course.panel.map((juror, place) =>
      reviewing(db, {
        round,
        juror,
        place,
        entries: ids,
        worth: WORTH,
        sends: Number.POSITIVE_INFINITY,
        from: course.firstEvening,
        pace: course.pace,
      }),
    ),
  );
  yield course.ends;
  const outcomes = course.outcomes.map((outcome, place) => [ids[place] ?? "", outcome] as const);
  await decideRound(db, { ...act, outcomes, now: course.ends });
  yield course.announced;
  if (course.code === "r3")
    for (const [place, awardId, citationZh, citationEn] of HONOURS)
      await recordHonour(db, {
        ...by,
        roundId: round.id,
        applicationId: ids[place] ?? "",
        awardId,
        citationZh,
        citationEn,
        now: course.announced,
      });
  await announceRound(db, { ...act, now: course.announced });
}
