import { z } from "zod";
import { conditionProblem } from "./condition.ts";

/**
 * What a call asks for, as data: sections of fields, file slots, eligibility rules, rounds with their rubrics, awards.
 * Stored as one JSON text per version (table call_definition) and opened only here.
 */

/** A text in both languages of the platform. */
export const text = z.object({ zh: z.string(), en: z.string() });
export type Text = z.infer<typeof text>;

export const fieldTypes = [
  "text",
  "longtext",
  "select",
  "multi",
  "int",
  "decimal",
  "money",
  "date",
  "bool",
  "email",
  "phone",
  "url",
  "country",
  "table",
  "people",
  "computed",
] as const;
export const visibilities = ["blind", "open", "staff", "public"] as const;
export const stages = ["submit", "shortlist", "selected"] as const;

/** A condition in the small language of `condition.ts`; a text that cannot be read is no condition. */
const condition = z.string().refine((text) => conditionProblem(text) === undefined, "condition-unreadable");

const option = z.object({ id: z.string(), label: text });

/** A column of a `table` or `people` field: a field without nesting, conditions or visibility of its own. */
const column = z.object({
  id: z.string(),
  label: text,
  type: z.enum(["text", "longtext", "select", "int", "money", "date", "url", "country"]),
  required: z.boolean(),
  min: z.number().optional(),
  max: z.number().optional(),
  unit: z.enum(["char", "word"]).optional(),
  options: z.array(option).optional(),
});
export type Column = z.infer<typeof column>;

const field = z.object({
  id: z.string(),
  label: text,
  help: text.optional(),
  type: z.enum(fieldTypes),
  required: z.boolean(),
  visibility: z.enum(visibilities),
  stage: z.enum(stages),
  /** For text: lengths in `unit`; for numbers: bounds of the value (money in yuan). */
  min: z.number().optional(),
  max: z.number().optional(),
  unit: z.enum(["char", "word"]).optional(),
  maxChoices: z.number().optional(),
  minRows: z.number().optional(),
  maxRows: z.number().optional(),
  options: z.array(option).optional(),
  columns: z.array(column).optional(),
  /** For computed fields: where the value comes from. */
  from: z.string().optional(),
  showIf: condition.optional(),
  requiredIf: condition.optional(),
  /** A box to tick, not a question: agreeing is the only answer, kept with its version, time and actor. */
  consent: z.boolean().optional(),
  sensitive: z.boolean().optional(),
});
export type Field = z.infer<typeof field>;

const section = z.object({ id: z.string(), title: text, intro: text.optional(), fields: z.array(field) });
export type Section = z.infer<typeof section>;

const slot = z.object({
  id: z.string(),
  label: text,
  help: text.optional(),
  /** Lower-case file name endings: pdf, mp4 … */
  formats: z.array(z.string()).min(1),
  maxBytes: z.number(),
  maxPages: z.number().optional(),
  maxMinutes: z.number().optional(),
  minPixels: z.tuple([z.number(), z.number()]).optional(),
  minHeight: z.number().optional(),
  codec: z.string().optional(),
  /** Fewest and most files. */
  count: z.tuple([z.number(), z.number()]),
  required: z.boolean(),
  requiredIf: condition.optional(),
  visibility: z.enum(visibilities),
  stage: z.enum(stages),
  sensitive: z.boolean().optional(),
  keepDays: z.number().optional(),
  lockHoursBefore: z.number().optional(),
});
export type Slot = z.infer<typeof slot>;

const rule = z.object({
  id: z.string(),
  /** A field, a slot, a derived value (lead_age …) or a fact of the system (@submitted_at, @lead_identity). */
  field: z.string(),
  op: z.enum([
    "in",
    "eq",
    "ne",
    "gte",
    "lte",
    "between",
    "truthy",
    "empty",
    "contains_any",
    "months_since_lte",
    "file_present",
    "file_duration_between",
    "file_pages_lte",
    "count_gte",
    "before_deadline",
    "unique_per_edition",
  ]),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))]).optional(),
  unit: z.string().optional(),
  when: condition.optional(),
  severity: z.enum(["block", "warn", "staff"]),
  message: text,
});
export type Rule = z.infer<typeof rule>;

const criterion = z.object({
  id: z.string(),
  label: text,
  /** Per cent of the total; the weights of one rubric sum to 100. */
  weight: z.number(),
  anchors: z.object({ high: text, middle: text, low: text }),
});
export type Criterion = z.infer<typeof criterion>;

export const roundKinds = ["eligibility", "screening", "panel", "training", "live_pitch", "deliberation"] as const;

const round = z.object({
  id: z.string(),
  name: text,
  kind: z.enum(roundKinds),
  /** Blind: jurors see `blind` fields and slots only. Open: `blind`, `open` and `public`. Staff is never for jurors. */
  blind: z.boolean(),
  days: z.number().optional(),
  /** Reviews wanted per entry; 0 where nobody reviews. */
  reviews: z.number(),
  minReviews: z.number().optional(),
  maxLoad: z.number().optional(),
  newReviewers: z.boolean().optional(),
  mix: z.record(z.string(), z.number()).optional(),
  criteria: z.array(criterion),
  aggregate: z
    .object({
      method: z.enum(["mean", "trimmed_mean", "median", "within"]),
      normalise: z.enum(["none", "zscore"]),
      carryPrevious: z.number().optional(),
      decimals: z.number().optional(),
    })
    .optional(),
  advance: z
    .object({
      topN: z.number(),
      minTotal: z.number().optional(),
      wildcards: z.number().optional(),
      wildcardFrom: z.string().optional(),
      reserves: z.number().optional(),
      perCraftMax: z.number().optional(),
      ties: z.string(),
    })
    .optional(),
  extraReview: z.object({ when: condition, add: z.number(), keep: z.string() }).optional(),
  /** Every further setting of the data sheet (pitch minutes, ballots, inputs …), kept as it was said. */
  further: z.record(z.string(), z.unknown()).optional(),
});
export type RoundPlan = z.infer<typeof round>;

const award = z.object({ id: z.string(), name: text, count: z.number(), kinds: z.array(z.string()) });
export type Award = z.infer<typeof award>;

/** How marks are given: a number on the scale, with the meaning of each band. */
const scale = z.object({
  min: z.number(),
  max: z.number(),
  step: z.number(),
  commentRequiredBelow: z.number(),
  commentRequiredAbove: z.number(),
  bands: z.array(z.object({ from: z.number(), to: z.number(), meaning: text })),
  totalBands: z.array(z.object({ from: z.number(), to: z.number(), meaning: text })),
  verdicts: z.array(z.object({ id: z.string(), label: text })),
  championQuota: z.number(),
});
export type Scale = z.infer<typeof scale>;

export const callDefinition = z.object({
  sections: z.array(section),
  slots: z.array(slot),
  rules: z.array(rule),
  rounds: z.array(round),
  awards: z.array(award),
  scale,
  graceMinutes: z.number(),
  fixWindowHours: z.number(),
});
export type CallDefinition = z.infer<typeof callDefinition>;

/** Opens a stored definition. Throws ZodError when the text is not one of ours. */
export function openDefinition(stored: string): CallDefinition {
  return callDefinition.parse(JSON.parse(stored));
}
