import type { Obstacle } from "#app/lib/refusal.ts";

export const outcomes = ["advance", "reserve", "decline"] as const;
export type DecisionOutcome = (typeof outcomes)[number];

/** Longest words of a reason and of a citation, in characters. */
export const REASON_TEXT = 2000;
export const CITATION_TEXT = 800;

/** How many entries may be decided by one act. */
export const ENTRIES_AT_ONCE = 500;

type Deciding = {
  openedAt: string | null;
  closedAt: string | null;
  publishedAt: string | null;
  isEntry: boolean;
  /** How many entries are decided by this act. */
  count: number;
};

/** What keeps decisions from being written down. After publication they are locked. */
export function decisionObstacles({ openedAt, closedAt, publishedAt, isEntry, count }: Deciding): Obstacle[] {
  if (publishedAt) return [{ code: "decisions-locked" }];
  if (!openedAt) return [{ code: "round-not-open" }];
  if (!closedAt) return [{ code: "round-still-open" }];
  if (count === 0) return [{ code: "nothing-ticked", at: "entry" }];
  if (count > ENTRIES_AT_ONCE) return [{ code: "too-many-ticked", at: "entry", facts: { limit: ENTRIES_AT_ONCE } }];
  return isEntry ? [] : [{ code: "not-in-round" }];
}

type Honouring = {
  count: number;
  given: number;
  isEntry: boolean;
  hasCitation: boolean;
  isLocked: boolean;
  isLastRound: boolean;
};

/** What keeps an honour from being given. `count` is how often the award may be given, 0 without a limit. */
export function honourObstacles(honouring: Honouring): Obstacle[] {
  const { count, given, isEntry, hasCitation, isLocked, isLastRound } = honouring;
  if (isLocked) return [{ code: "decisions-locked" }];
  if (!isLastRound) return [{ code: "honours-in-last-round" }];
  const obstacles: Obstacle[] = [];
  if (!isEntry) obstacles.push({ code: "not-in-round" });
  if (count > 0 && given >= count) obstacles.push({ code: "award-spent", at: "awardId", facts: { limit: count } });
  if (!hasCitation) obstacles.push({ code: "citation-missing", at: "citationZh" });
  return obstacles;
}

export type Tally = Record<DecisionOutcome, number> & { honours: number; entries: number };

type Publishing = { closedAt: string | null; tally: Tally; confirmed: Omit<Tally, "entries"> };

/** What keeps a round from being published: an entry without a decision, or numbers nobody confirmed. */
export function publicationObstacles({ closedAt, tally, confirmed }: Publishing): Obstacle[] {
  if (!closedAt) return [{ code: "round-still-open" }];
  const decided = tally.advance + tally.reserve + tally.decline;
  if (tally.entries === 0) return [{ code: "nothing-to-publish" }];
  if (decided < tally.entries) return [{ code: "entries-undecided", facts: { count: tally.entries - decided } }];
  const isSame = (["advance", "reserve", "decline", "honours"] as const).every((key) => tally[key] === confirmed[key]);
  return isSame ? [] : [{ code: "changed-meanwhile" }];
}

type Result = { outcome: DecisionOutcome; isHonoured: boolean; isLastRound: boolean };

/** The state an entry comes into when its round is published. */
export function stateAfterPublication({ outcome, isHonoured, isLastRound }: Result) {
  if (isHonoured) return "honoured" as const;
  if (outcome === "reserve") return "reserve" as const;
  if (outcome === "decline") return isLastRound ? ("not_honoured" as const) : ("not_advanced" as const);
  return isLastRound ? ("selected" as const) : ("shortlisted" as const);
}
