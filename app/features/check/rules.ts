import type { Moment } from "#app/lib/moment.ts";
import type { Obstacle } from "#app/lib/refusal.ts";

export const verdicts = ["pass", "return", "reject"] as const;
export type CheckVerdict = (typeof verdicts)[number];

export const stateAfter = { pass: "eligible", return: "returned", reject: "rejected" } as const;

/** Longest reason an organiser may write, in characters. */
export const REASON_TEXT = 2000;

type Check = {
  state: string;
  verdict: CheckVerdict;
  reason: string;
  /** How often this entry was returned before. */
  returns: number;
  /** Until when the team may correct; null where that moment could not be read. */
  until: Moment | null;
};

/** What keeps the formal check of an entry from ending so. An entry is returned once. */
export function checkObstacles({ state, verdict, reason, returns, until }: Check, now: Moment): Obstacle[] {
  if (!isCheckable(state)) return [{ code: "not-in-check" }];
  const obstacles: Obstacle[] = [];
  if (verdict !== "pass" && reason.trim() === "") obstacles.push({ code: "reason-missing", at: "reason" });
  if (reason.length > REASON_TEXT)
    obstacles.push({ code: "text-too-long", at: "reason", facts: { count: reason.length, limit: REASON_TEXT } });
  if (verdict !== "return") return obstacles;
  if (returns > 0) obstacles.push({ code: "returned-before", at: "verdict" });
  if (until === null || until <= now) obstacles.push({ code: "window-past", at: "until" });
  return obstacles;
}

/** Whether the formal check of an entry is still to be done. */
export function isCheckable(state: string): boolean {
  return state === "submitted" || state === "in_check" || state === "returned";
}
