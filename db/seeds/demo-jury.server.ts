import { applyAssignmentPlan } from "#app/features/assignment/apply-assignment-plan.server.ts";
import { draftAssignments } from "#app/features/assignment/draft-assignments.server.ts";
import { listAssignments } from "#app/features/assignment/queries.server.ts";
import type { RoundPlan } from "#app/features/call/definition.ts";
import { publishRound } from "#app/features/decision/publish-round.server.ts";
import { tallyRound } from "#app/features/decision/queries.server.ts";
import { recordDecisions } from "#app/features/decision/record-decisions.server.ts";
import type { DecisionOutcome } from "#app/features/decision/rules.ts";
import { addPanelist } from "#app/features/panel/add-panelist.server.ts";
import { saveReview } from "#app/features/review/save-review.server.ts";
import { closeRound } from "#app/features/round/close-round.server.ts";
import { openRound } from "#app/features/round/open-round.server.ts";
import { listProgress, listRounds, planOf, type RoundRow } from "#app/features/round/queries.server.ts";
import type { Language } from "#app/i18n/text.ts";
import { HOUR, later, MINUTE, type Moment } from "#app/lib/moment.ts";
import type { Database } from "#db/database.server.ts";
import type { Newcomer } from "./demo-people.server.ts";
import type { Scene } from "./demo-time.ts";
import { makerWords, panelWords } from "./demo-words.ts";

export type Organiser = { programmeId: string; organiserId: string };
export type Panelist = Newcomer & { id: string };
export type DemoRound = RoundRow & { shape: RoundPlan };

/** A call's round by its code. */
export async function roundOf(db: Database, callId: string, code: string): Promise<DemoRound> {
  const round = (await listRounds(db, callId)).find((one) => one.code === code);
  if (!round) throw new Error(`the call has no round ${code}`);
  return { ...round, shape: planOf(round) };
}

type Start = Organiser & { round: RoundRow; panel: readonly Panelist[]; closesAt: Moment; now: Moment };

/** Panel and opening of a round. */
export async function startRound(db: Database, { round, panel, closesAt, now, ...by }: Start) {
  const act = { ...by, roundId: round.id, now };
  for (const { id } of panel) await addPanelist(db, { ...act, personId: id, maxLoad: round.maxLoad || 40 });
  await openRound(db, { ...act, closesAt, leavesUnchecked: true });
}

/** Applies the plan of an open round. */
export async function assignRound(db: Database, { round, now, ...by }: Organiser & { round: RoundRow; now: Moment }) {
  const seed = 1;
  const { fingerprint } = await draftAssignments(db, { round, seed });
  await applyAssignmentPlan(db, { ...by, roundId: round.id, seed, fingerprint, now });
}

type Evening = {
  round: DemoRound;
  juror: Panelist;
  /** The juror's place on the panel: some are strict, some kind. */
  place: number;
  /** The call's entries in their order, and how good each is: jurors agree more often than not. */
  entries: readonly string[];
  worth: readonly number[];
  /** How many of the pile are sent; one more is begun, unless none is. */
  sends: number;
  from: Moment;
  /** The time between two reviews. */
  pace: number;
};

/** One juror at work on their pile. */
export async function* reviewing(
  db: Database,
  { round, juror, place, entries, worth, sends, from, pace }: Evening,
): Scene {
  yield from;
  const pile = (await listAssignments(db, round.id)).filter(({ jurorId }) => jurorId === juror.id);
  for (const [index, assignment] of pile.slice(0, sends === 0 ? 0 : sends + 1).entries()) {
    const send = index < sends;
    const now = later(from, index * pace + place * 7 * MINUTE);
    yield now;
    const order = entries.indexOf(assignment.applicationId);
    const turn = order + place;
    const own = (worth[order % worth.length] ?? 6) + (((place * 4) % 5) - 2) / 2;
    const written = writtenBy(round.shape, { turn, send, worth: own, language: juror.language });
    await saveReview(db, { assignmentId: assignment.id, jurorId: juror.id, written, send, now });
  }
}

type Writing = { turn: number; send: boolean; worth: number; language: Language };

function writtenBy({ criteria }: RoundPlan, { turn, send, worth, language }: Writing) {
  const mark = (place: number) => Math.min(9, Math.max(3.5, worth + (((turn * 3 + place * 5) % 5) - 2) / 2));
  const verdict = worth >= 8 ? "recommend" : worth >= 6 ? "discuss" : "decline";
  const shown = send ? criteria : criteria.slice(0, 2);
  const pick = (words: readonly string[]) => words[turn % words.length] ?? "";
  return {
    version: 0,
    verdict: send ? verdict : "",
    privateNote: send ? "" : language === "zh" ? "结尾再看一遍。" : "Watch the ending again.",
    panelText: pick(panelWords[language]),
    applicantText: send ? pick(makerWords[language]) : "",
    marks: new Map(shown.map(({ id }, place) => [id, String(mark(place))])),
  };
}

type End = Organiser & {
  callId: string;
  round: RoundRow;
  outcomes: readonly (readonly [applicationId: string, outcome: DecisionOutcome])[];
  now: Moment;
};

/** Ends a round and writes its decisions down; they wait for their publication. */
export async function decideRound(db: Database, { callId, round, outcomes, now, ...by }: End) {
  const progress = (await listProgress(db, callId)).get(round.id);
  const confirmedUnsent = progress ? progress.assigned - progress.sent : 0;
  await closeRound(db, { ...by, roundId: round.id, confirmedUnsent, now });
  let reserves = 0;
  for (const [applicationId, outcome] of outcomes) {
    if (outcome === "reserve") reserves += 1;
    await recordDecisions(db, {
      programmeId: by.programmeId,
      deciderId: by.organiserId,
      roundId: round.id,
      entries: [{ applicationId, version: 0 }],
      outcome,
      reservePosition: Math.max(1, reserves),
      reason: "",
      now: later(now, HOUR),
    });
  }
}

/** Publishes a round with the numbers as they stand. */
export async function announceRound(
  db: Database,
  { callId, round, now, ...by }: Organiser & { callId: string; round: RoundRow; now: Moment },
) {
  const { entries: _, ...confirmed } = await tallyRound(db, { roundId: round.id, callId });
  await publishRound(db, { ...by, roundId: round.id, confirmed, now });
}
