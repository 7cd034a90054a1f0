import { z } from "zod";
import { callDefinition, text } from "#app/features/call/definition.ts";
import { judging } from "./judging-shape.ts";

/** What the template of an edition holds before its opening day is known: every date is a number of days from it. */

/** Days counted from the opening day, which is 0. Proposed: nobody but us has said so. */
const days = z.object({ from: z.int(), to: z.int(), proposed: z.boolean() });

const activity = z.object({
  id: z.string(),
  name: text,
  /** The name without what belongs to one year alone (a report's year, a count), for other years. */
  nameInOtherYears: text.optional(),
  kind: z.enum([
    "exhibition",
    "forum",
    "contest",
    "screening",
    "launch",
    "training",
    "pitch",
    "honours",
    "exchange",
    "ceremony",
    "other",
  ]),
  /** A placeholder stands for an event that was counted but never named. */
  status: z.enum(["sourced", "placeholder"]),
  days: days.optional(),
  films: z.int().optional(),
  /** The round of the unit's calls that takes place here, or the call it belongs to. */
  round: z.string().optional(),
  call: z.string().optional(),
  sameAs: z.string().optional(),
  maybeSameAs: z.string().optional(),
});
export type TemplateActivity = z.infer<typeof activity>;

const unit = z.object({ number: z.int(), slug: z.string(), name: text, activities: z.array(activity) });
export type TemplateUnit = z.infer<typeof unit>;

const call = z.object({
  code: z.string(),
  slug: z.string(),
  name: text,
  /** The activity of the Week where the call ends up, by id. */
  activity: z.string().optional(),
  isCompetitive: z.boolean(),
  /** Crafts a nomination may name, by where they come from. */
  crafts: z.object({ sourced: z.array(z.string()), proposed: z.array(z.string()) }).optional(),
  definition: callDefinition,
});
export type TemplateCall = z.infer<typeof call>;

const programme = z.object({
  slug: z.string(),
  name: text,
  unit: z.int(),
  /** Nomination: by the organisers, a guild, a studio or a school; no public form. */
  intake: z.enum(["open", "nomination"]),
  /** Null where the sheet sets no limit. */
  maxEntriesPerLead: z.int().nullable(),
  fee: z.number(),
  calls: z.array(call),
});
export type TemplateProgramme = z.infer<typeof programme>;

const timetable = z.object({
  callOpens: z.int(),
  callCloses: z.int(),
  formalCheckEnds: z.int(),
  firstReadingEnds: z.int(),
  shortlistPrivate: z.int(),
  secondRoundEnds: z.int(),
  shortlistPublic: z.int(),
  publicNoticeDays: z.int(),
  classStarts: z.int(),
  pitchDay: z.int(),
  deliberation: z.int(),
  honours: z.int(),
  filesOfUnselectedDeleted: z.int(),
});
export type Timetable = z.infer<typeof timetable>;

/** Where a group of values comes from. Proposed and background values must never be shown as the Week's own rule. */
const provenance = z.object({ of: z.string(), status: z.enum(["sourced", "proposed", "background"]), note: text });

export const editionTemplate = z.object({
  /** The edition the names and facts were taken from. */
  source: z.object({
    year: z.int(),
    name: text,
    startsOn: z.string(),
    endsOn: z.string(),
    theme: text,
    activityCountStated: z.int(),
  }),
  /** For another year; `{year}` is filled. */
  name: text,
  lengthInDays: z.int(),
  timeZone: z.string(),
  /** The wall clock's last second of a call's last day. */
  deadlineTime: z.string(),
  ceremonies: z.array(activity),
  units: z.array(unit),
  programmes: z.array(programme),
  timetable,
  judging,
  /** The day on which ages and months since something are counted. */
  ageReference: z.literal("edition.starts_on"),
  lengthRatioZhPerEnWord: z.number(),
  /** Values computed from answers and files for conditions and rules. */
  derived: z.array(z.string()),
  entryStates: z.array(z.string()),
  /** `{programme}-{year}-{call}-{serial:04d}`: shown to jurors in place of names. */
  entryCode: z.string(),
  proceduralComplaintDays: z.int(),
  retention: z.object({
    filesOfUnselectedDays: z.int(),
    formOfUnselectedMonths: z.int(),
    filesOfSelectedMonths: z.int(),
    scoresAndAuditMonths: z.int(),
    identityScanDays: z.int(),
    consentsExtraMonths: z.int(),
  }),
  visibilityMeanings: z.record(z.string(), text),
  stageMeanings: z.record(z.string(), text),
  provenance: z.array(provenance),
});
export type EditionTemplate = z.infer<typeof editionTemplate>;
