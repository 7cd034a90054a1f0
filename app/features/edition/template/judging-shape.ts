import { z } from "zod";
import { text } from "#app/features/call/definition.ts";

/** How juries of an edition decide, step aside, get their entries and have their marks added up. */

const ballot = z.object({
  jurySize: z.object({ min: z.int(), max: z.int(), odd: z.boolean() }),
  quorum: z.object({ fraction: z.number(), min: z.int(), note: text }),
  chair: z.object({ electedOrNamed: z.string(), votes: z.boolean(), castingVote: z.string() }),
  ballot: z.string(),
  majority: z.object({ ballot1: z.string(), ballot2: z.string(), ballot3On: z.string() }),
  tie: z.array(z.string()),
  exAequo: z.object({ maxPerProgramme: z.int(), neverFor: z.array(z.string()) }),
  oneMainHonourPerEntry: z.boolean(),
  noAward: z.object({ allowed: z.boolean(), needsReason: z.boolean() }),
  mentions: z.object({ max: z.int(), majority: z.string() }),
  citation: z.object({ required: z.boolean(), maxCharsZh: z.int(), maxCharsEn: z.int() }),
  observers: z.object({ mayAttend: z.boolean(), mayVote: z.boolean(), secretaryRequired: z.boolean() }),
  secrecy: z.object({ until: z.string() }),
  seenRequired: z.object({ fraction: z.number(), else: z.string() }),
  recall: z.object({ maxFractionOfRejected: z.number(), by: z.string() }),
});

const conflicts = z.object({
  declareBefore: z.string(),
  /** Hard: never assigned, and leaves the room for that entry. Soft: the chair decides, and it is logged. */
  kinds: z.array(z.object({ id: z.string(), label: text, isHard: z.boolean() })),
  autoHints: z.array(z.object({ id: z.string(), label: text })),
  effect: z.object({ hard: z.string(), soft: z.string() }),
  entrantJuror: z.string(),
  lateDiscovery: z.string(),
  substitutesPerPanel: z.int(),
});

const assignment = z.object({
  balance: z.array(z.string()),
  noReviewerTwiceOnSameEntry: z.boolean(),
  calibration: z.object({ entries: z.int(), before: z.string(), showOthersScoresAfter: z.boolean() }),
  reminderDaysBefore: z.array(z.int()),
  reassignAfterIdleDays: z.int(),
  seeOthersScores: z.string(),
  scoresEditableUntil: z.string(),
  signOff: z.object({ by: z.string(), method: z.string() }),
});

const aggregation = z.object({
  /** The fallback is a condition over `entries_of_juror` and `jurors`. */
  zscore: z.object({ by: z.string(), fallbackRawIf: z.string(), rescale: z.string() }),
  trimmedMean: z.object({ drop: z.string(), onlyIfReviewsGte: z.int() }),
  decimals: z.int(),
  keepRawAndNormalised: z.boolean(),
});

export const judging = z.object({ ballots: z.object({ std_ballot: ballot }), conflicts, assignment, aggregation });
export type Judging = z.infer<typeof judging>;
