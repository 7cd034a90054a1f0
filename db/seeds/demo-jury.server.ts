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
import { HOUR, later, type Moment } from "#app/lib/moment.ts";
import type { Database } from "#db/database.server.ts";

type Stage = { programmeId: string; organiserId: string };

/** A call's round by its code. */
export async function roundOf(db: Database, callId: string, code: string): Promise<RoundRow & { shape: RoundPlan }> {
  const round = (await listRounds(db, callId)).find((one) => one.code === code);
  if (!round) throw new Error(`the call has no round ${code}`);
  return { ...round, shape: planOf(round) };
}

type Start = Stage & { round: RoundRow; jurors: readonly string[]; closesAt: Moment; now: Moment };

/** Panel, opening and assignments of a round. */
export async function startRound(db: Database, { round, jurors, closesAt, now, ...by }: Start) {
  const act = { ...by, roundId: round.id, now };
  for (const personId of jurors) await addPanelist(db, { ...act, personId, maxLoad: 40 });
  await openRound(db, { ...act, closesAt, leavesUnchecked: true });
}

/** Applies the plan of an open round. */
export async function assignRound(db: Database, { round, now, ...by }: Stage & { round: RoundRow; now: Moment }) {
  const { fingerprint } = await draftAssignments(db, { round, seed: 1 });
  await applyAssignmentPlan(db, { ...by, roundId: round.id, seed: 1, fingerprint, now });
}

const panelWords = [
  "Sure of itself; the middle could lose a minute.",
  "声音设计出色，表演略收。",
  "A strong image to begin with, and it keeps its promise.",
  "结构清楚，但结尾来得太快。",
];
const applicantWords = [
  "The silence in the second scene says more than the dialogue. Trust it sooner.",
  "谢谢您的作品。海堤上的那段长镜头令人难忘；建议再检查一次对白的音量。",
  "You know this place, and it shows. Next time let one person be wrong.",
  "人物关系写得很细。如果能让配角也有自己的愿望，故事会更有分量。",
];

type Reviews = {
  round: { id: string };
  shape: RoundPlan;
  /** How many of a juror's pile are sent, by the juror's place on the panel; one more is begun. */
  sentOf: (place: number, pile: number) => number;
  jurors: readonly string[];
  from: Moment;
};

/** Reviews as jurors would have written them: some piles done, some half, one not begun. */
export async function writeReviews(db: Database, { round, shape, sentOf, jurors, from }: Reviews) {
  const assignments = await listAssignments(db, round.id);
  let count = 0;
  for (const [place, jurorId] of jurors.entries()) {
    const pile = assignments.filter((one) => one.jurorId === jurorId);
    const sent = sentOf(place, pile.length);
    for (const [index, { id: assignmentId }] of pile.slice(0, sent === 0 ? 0 : sent + 1).entries()) {
      count += 1;
      const send = index < sent;
      await saveReview(db, {
        assignmentId,
        jurorId,
        written: writtenBy(shape, { turn: count, send }),
        send,
        now: later(from, count * 2 * HOUR),
      });
    }
  }
}

function writtenBy({ criteria }: RoundPlan, { turn, send }: { turn: number; send: boolean }) {
  const level = 5 + ((turn * 7) % 9) / 2;
  const shown = send ? criteria : criteria.slice(0, 2);
  return {
    version: 0,
    verdict: send ? (level >= 7.5 ? "recommend" : level >= 6 ? "discuss" : "decline") : "",
    privateNote: send ? "" : "Watch the ending again.",
    panelText: panelWords[turn % panelWords.length] ?? "",
    applicantText: send ? (applicantWords[turn % applicantWords.length] ?? "") : "",
    marks: new Map(shown.map(({ id }, place) => [id, String(Math.min(9, level + ((turn + place) % 3) / 2 - 0.5))])),
  };
}

type End = Stage & {
  callId: string;
  round: RoundRow;
  outcomes: readonly { applicationId: string; outcome: DecisionOutcome }[];
  now: Moment;
};

/** Ends a round and writes its decisions down; they wait for their publication. */
export async function decideRound(db: Database, { callId, round, outcomes, now, ...by }: End) {
  const progress = (await listProgress(db, callId)).get(round.id);
  const confirmedUnsent = progress ? progress.assigned - progress.sent : 0;
  await closeRound(db, { ...by, roundId: round.id, confirmedUnsent, now });
  let reserves = 0;
  for (const { applicationId, outcome } of outcomes) {
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
  { callId, round, now, ...by }: Stage & { callId: string; round: RoundRow; now: Moment },
) {
  const { entries: _, ...confirmed } = await tallyRound(db, { roundId: round.id, callId });
  await publishRound(db, { ...by, roundId: round.id, confirmed, now });
}
