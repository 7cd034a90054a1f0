import { Temporal } from "temporal-polyfill";
import type { CallDefinition, RoundPlan, Text } from "#app/features/call/definition.ts";
import { type Day, dayLater, type Moment, momentOf } from "#app/lib/moment.ts";
import type { EditionTemplate, TemplateActivity, TemplateProgramme, Timetable } from "./template/shape.ts";

export type PlannedActivity = Omit<TemplateActivity, "days" | "nameInOtherYears"> & {
  /** Null while the day is not known. */
  startsOn: Day | null;
  endsOn: Day | null;
  isDayProposed: boolean;
};
export type PlannedUnit = { number: number; slug: string; name: Text; activities: PlannedActivity[] };
export type PlannedRound = { position: number; plan: RoundPlan; opensAt: Moment; closesAt: Moment };
export type PlannedCall = {
  code: string;
  slug: string;
  name: Text;
  position: number;
  activity: string | null;
  isCompetitive: boolean;
  opensAt: Moment;
  /** The last instant that still counts: the end of the second the deadline names. */
  closesAt: Moment;
  definition: CallDefinition;
  rounds: PlannedRound[];
};
export type PlannedProgramme = Omit<TemplateProgramme, "calls"> & { calls: PlannedCall[] };

/** The days of an edition that belong to no single call. */
export type EditionDays = {
  shortlistPrivateOn: Day;
  shortlistPublicOn: Day;
  publicNoticeUntil: Day;
  classStartsOn: Day;
  pitchOn: Day;
  deliberationOn: Day;
  honoursOn: Day;
  complaintsUntil: Day;
  filesOfUnselectedDeletedOn: Day;
};

export type EditionPlan = {
  year: number;
  slug: string;
  name: Text;
  theme: Text;
  startsOn: Day;
  endsOn: Day;
  timeZone: string;
  ceremonies: PlannedActivity[];
  units: PlannedUnit[];
  programmes: PlannedProgramme[];
  days: EditionDays;
  /** What the template says beyond all this, to be kept with the edition as it is. */
  settings: EditionSettings;
};

export type EditionSettings = Pick<
  EditionTemplate,
  | "judging"
  | "ageReference"
  | "lengthRatioZhPerEnWord"
  | "derived"
  | "entryStates"
  | "entryCode"
  | "proceduralComplaintDays"
  | "retention"
  | "visibilityMeanings"
  | "stageMeanings"
  | "provenance"
  | "timetable"
> & { days: EditionDays; activityCountStated: number };

type When = { openingDay: Day; timeZone?: string };

/** A whole edition for a given opening day: every date of the template, counted from it in the edition's zone. */
export function planEdition(
  template: EditionTemplate,
  { openingDay, timeZone = template.timeZone }: When,
): EditionPlan {
  const year = Number(openingDay.slice(0, 4));
  const isSource = year === template.source.year;
  const on = (offset: number) => dayLater(openingDay, offset);
  const activity = (from: TemplateActivity) => planActivity(from, { on, isSource });
  const days = planDays(template, on);
  const { timetable } = template;
  return {
    year,
    slug: String(year),
    name: isSource ? template.source.name : filled(template.name, year),
    theme: template.source.theme,
    startsOn: openingDay,
    endsOn: on(template.lengthInDays - 1),
    timeZone,
    ceremonies: template.ceremonies.map(activity),
    units: template.units.map((unit) => ({ ...unit, activities: unit.activities.map(activity) })),
    programmes: template.programmes.map((programme) => ({
      ...programme,
      calls: programme.calls.map((call, index) => ({
        code: call.code,
        slug: call.slug,
        name: call.name,
        position: index + 1,
        activity: call.activity ?? null,
        isCompetitive: call.isCompetitive,
        opensAt: startOfDay(on(timetable.callOpens), timeZone),
        closesAt: endOfSecond(on(timetable.callCloses), template.deadlineTime, timeZone),
        definition: call.definition,
        rounds: planRounds(call.definition.rounds, timetable).map(({ plan, opens, closes }, place) => ({
          position: place + 1,
          plan,
          opensAt: startOfDay(on(opens), timeZone),
          closesAt: endOfSecond(on(closes), template.deadlineTime, timeZone),
        })),
      })),
    })),
    days,
    settings: { ...settingsOf(template), days },
  };
}

/** The first instant of a day, where the clocks of a zone are. */
export function startOfDay(day: Day, timeZone: string): Moment {
  return momentOf(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}

/** The last millisecond of the second a wall clock shows, so that 23:59:59 is still in time as a whole. */
export function endOfSecond(day: Day, time: string, timeZone: string): Moment {
  const plainTime = Temporal.PlainTime.from(time).with({ millisecond: 999 });
  return momentOf(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds);
}

/**
 * First and last day of each round, as days from the opening. A round ends at its milestone and opens the day after the
 * one before it, or earlier where its jurors were promised more days: entries found eligible may be read at once.
 */
export function planRounds(rounds: readonly RoundPlan[], timetable: Timetable) {
  return rounds.map((plan) => {
    const { after, closes } = milestoneOf(plan, timetable);
    const opens = plan.kind === "training" ? timetable.classStarts : Math.min(after + 1, closes - (plan.days ?? 1) + 1);
    return { plan, opens, closes };
  });
}

function milestoneOf(plan: RoundPlan, timetable: Timetable): { after: number; closes: number } {
  if (plan.kind === "eligibility") return { after: timetable.callCloses, closes: timetable.formalCheckEnds };
  if (plan.kind === "training")
    return { after: timetable.classStarts - 1, closes: timetable.classStarts + (plan.days ?? 1) - 1 };
  if (plan.kind === "live_pitch") return { after: timetable.pitchDay - 1, closes: timetable.pitchDay };
  if (plan.kind === "deliberation") return { after: timetable.deliberation - 1, closes: timetable.deliberation };
  return plan.newReviewers
    ? { after: timetable.shortlistPrivate, closes: timetable.secondRoundEnds }
    : { after: timetable.formalCheckEnds, closes: timetable.firstReadingEnds };
}

function planActivity(from: TemplateActivity, { on, isSource }: { on: (offset: number) => Day; isSource: boolean }) {
  const { days, nameInOtherYears, ...rest } = from;
  return {
    ...rest,
    name: isSource ? from.name : (nameInOtherYears ?? from.name),
    startsOn: days ? on(days.from) : null,
    endsOn: days ? on(days.to) : null,
    isDayProposed: days?.proposed ?? false,
  };
}

function planDays({ timetable, proceduralComplaintDays }: EditionTemplate, on: (offset: number) => Day): EditionDays {
  return {
    shortlistPrivateOn: on(timetable.shortlistPrivate),
    shortlistPublicOn: on(timetable.shortlistPublic),
    publicNoticeUntil: on(timetable.shortlistPublic + timetable.publicNoticeDays - 1),
    classStartsOn: on(timetable.classStarts),
    pitchOn: on(timetable.pitchDay),
    deliberationOn: on(timetable.deliberation),
    honoursOn: on(timetable.honours),
    complaintsUntil: on(timetable.honours + proceduralComplaintDays),
    filesOfUnselectedDeletedOn: on(timetable.filesOfUnselectedDeleted),
  };
}

function settingsOf(template: EditionTemplate) {
  const { source, name, lengthInDays, timeZone, deadlineTime, ceremonies, units, programmes, ...settings } = template;
  return { ...settings, activityCountStated: source.activityCountStated };
}

function filled({ zh, en }: Text, year: number): Text {
  return { zh: zh.replace("{year}", String(year)), en: en.replace("{year}", String(year)) };
}
