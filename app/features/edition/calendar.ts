import { ICalCalendar, ICalCalendarMethod } from "ical-generator";
import { type Day, dayLater, type Moment } from "#app/lib/moment.ts";
import type { EditionView, WeekView } from "./week-view.ts";

type Words = { edition: EditionView; week: WeekView; origin: string; now: Moment };

/** The Week as a calendar file: one whole-day event for every activity that has a name and a day. */
export function calendarOf({ edition, week, origin, now }: Words): string {
  const calendar = new ICalCalendar({ name: edition.name, method: ICalCalendarMethod.PUBLISH, url: origin });
  calendar.prodId({ company: "Tidemark", product: "Week" });
  const groups = [
    ...week.ceremonies.map((activity) => ({ activity, unit: "" })),
    ...week.units.flatMap((unit) => unit.activities.map((activity) => ({ activity, unit: unit.name }))),
  ];
  for (const { activity, unit } of groups) {
    if (!activity.startsOn || activity.isPlaceholder) continue;
    calendar.createEvent({
      id: `${activity.id}@${new URL(origin).hostname}`,
      stamp: new Date(now),
      start: new Date(`${activity.startsOn}T00:00:00`),
      // The day after the last one: the end of a whole-day event is not part of it.
      end: new Date(`${dayLater((activity.endsOn ?? activity.startsOn) as Day, 1)}T00:00:00`),
      allDay: true,
      summary: activity.name,
      ...(unit ? { description: unit } : {}),
      url: `${origin}/week`,
    });
  }
  return calendar.toString();
}
