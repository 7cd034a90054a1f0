import type { RoundPlan } from "#app/features/call/definition.ts";
import type { Moment } from "#app/lib/moment.ts";
import type { Obstacle } from "#app/lib/refusal.ts";

/** The few facts the rules ask of a round. */
export type RoundTimes = { openedAt: Moment | null; closedAt: Moment | null; closesAt: Moment | null };

/** Where a round stands in its life. */
export type RoundStage = "planned" | "open" | "closed" | "published";

export function stageOf(round: Pick<RoundTimes, "openedAt" | "closedAt">, isPublished: boolean): RoundStage {
  if (isPublished) return "published";
  if (round.closedAt) return "closed";
  return round.openedAt ? "open" : "planned";
}

/** Whether the time of a round that nobody closed is over: its jurors cannot write any more. */
export function isTimeOver({ openedAt, closedAt, closesAt }: RoundTimes, now: Moment): boolean {
  return openedAt !== null && closedAt === null && closesAt !== null && now > closesAt;
}

/** Whether jurors give marks in a round: the formal check and the training have no sheet to fill. */
export function isJudged({ kind, criteria }: Pick<RoundPlan, "kind" | "criteria">): boolean {
  return kind !== "eligibility" && kind !== "training" && criteria.length > 0;
}

type Opening = {
  round: Pick<RoundTimes, "openedAt" | "closedAt">;
  plan: Pick<RoundPlan, "kind" | "criteria">;
  closesAt: Moment | null;
  callClosesAt: Moment;
  /** The judged round before this one, if there is any. */
  previous: { isPublished: boolean } | null;
  entries: number;
  /** Entries handed in whose formal check is not finished. */
  unchecked: number;
  leavesUnchecked: boolean;
};

/** Everything that stands between a round and its jurors. */
export function openingObstacles(opening: Opening, now: Moment): Obstacle[] {
  const { round, plan, closesAt, callClosesAt, previous, entries, unchecked, leavesUnchecked } = opening;
  if (round.closedAt) return [{ code: "round-closed" }];
  if (round.openedAt) return [{ code: "round-already-open" }];
  const obstacles: Obstacle[] = [];
  if (!isJudged(plan)) obstacles.push({ code: "round-without-rubric" });
  if (now <= callClosesAt) obstacles.push({ code: "call-still-open" });
  if (!closesAt) obstacles.push({ code: "round-end-missing", at: "closesAt" });
  else if (closesAt <= now) obstacles.push({ code: "round-end-past", at: "closesAt" });
  if (previous && !previous.isPublished) obstacles.push({ code: "previous-round-unpublished" });
  else if (entries === 0) obstacles.push({ code: previous ? "no-advanced-entries" : "no-eligible-entries" });
  if (!previous && unchecked > 0 && !leavesUnchecked)
    obstacles.push({ code: "entries-unchecked", at: "leaveUnchecked", facts: { count: unchecked } });
  return obstacles;
}

type Change = { round: RoundTimes; closesAt: Moment | null; reason: string };

/** What keeps an open round from being changed: its end moves later only, and the log says why. */
export function changingObstacles({ round, closesAt, reason }: Change, now: Moment): Obstacle[] {
  if (round.closedAt) return [{ code: "round-closed" }];
  if (!round.openedAt) return [{ code: "round-not-open" }];
  const obstacles: Obstacle[] = [];
  if (!closesAt) obstacles.push({ code: "round-end-missing", at: "closesAt" });
  else if (round.closesAt && closesAt < round.closesAt) obstacles.push({ code: "round-end-earlier", at: "closesAt" });
  else if (closesAt !== round.closesAt && closesAt <= now) obstacles.push({ code: "round-end-past", at: "closesAt" });
  if (reason.trim() === "") obstacles.push({ code: "log-reason-missing", at: "reason" });
  return obstacles;
}

type Closing = { round: Pick<RoundTimes, "openedAt" | "closedAt">; unsent: number; confirmedUnsent: number };

/** What keeps a round from being closed. Reviews not yet sent are lost to the result, so their number is confirmed. */
export function closingObstacles({ round, unsent, confirmedUnsent }: Closing): Obstacle[] {
  if (!round.openedAt) return [{ code: "round-not-open" }];
  if (round.closedAt) return [{ code: "round-closed" }];
  if (unsent !== confirmedUnsent) return [{ code: "reviews-unsent", facts: { count: unsent } }];
  return [];
}
