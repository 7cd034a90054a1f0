import type { Moment } from "#app/lib/moment.ts";
import type { Obstacle } from "#app/lib/refusal.ts";

type Given = {
  round: { openedAt: Moment | null; closedAt: Moment | null };
  /** Whether the juror stands on the panel now. */
  isOnPanel: boolean;
  isEntry: boolean;
  isBarred: boolean;
  isEntrant: boolean;
  isAssigned: boolean;
  load: number;
  maxLoad: number;
};

/** Why this juror may not be given this entry. */
export function assignmentObstacles(given: Given): Obstacle[] {
  if (given.round.closedAt) return [{ code: "round-closed" }];
  if (!given.round.openedAt) return [{ code: "round-not-open" }];
  const obstacles: Obstacle[] = [];
  if (!given.isEntry) obstacles.push({ code: "not-in-round" });
  if (!given.isOnPanel) obstacles.push({ code: "not-on-panel" });
  if (given.isEntrant) obstacles.push({ code: "juror-is-entrant" });
  if (given.isBarred) obstacles.push({ code: "juror-has-conflict" });
  if (given.isAssigned) obstacles.push({ code: "already-assigned" });
  if (given.load >= given.maxLoad) obstacles.push({ code: "juror-load-full", facts: { limit: given.maxLoad } });
  return obstacles;
}

/** Work that was begun is not taken away by a click: the juror steps back, or a conflict is set. */
export function removalObstacles(assignment: { closedAt: Moment | null; isBegun: boolean }): Obstacle[] {
  if (assignment.closedAt) return [{ code: "round-closed" }];
  return assignment.isBegun ? [{ code: "review-begun" }] : [];
}
