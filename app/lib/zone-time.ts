import { Temporal } from "temporal-polyfill";
import { later, type Moment, momentOf, SECOND } from "./moment.ts";

/**
 * The instant that the clocks of a zone show as `local` (`2027-05-15T23:59`), or null when that cannot be read. A time
 * that a clock change skips is the one just after it; one that comes twice is the first.
 */
export function momentInZone(local: string, timeZone: string): Moment | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(local)) return null;
  try {
    return momentOf(
      Temporal.PlainDateTime.from(local, { overflow: "reject" }).toZonedDateTime(timeZone).epochMilliseconds,
    );
  } catch {
    return null;
  }
}

/** The last second of that minute: «until 23:59» means to everybody that 23:59:30 is in time. Null when unreadable. */
export function endOfMinuteInZone(local: string, timeZone: string): Moment | null {
  const minute = momentInZone(local, timeZone);
  return minute && later(minute, local.length > 16 ? 0 : 59 * SECOND);
}

/** What the clocks of a zone show at an instant, as a `datetime-local` field takes it: `2027-05-15T23:59`. */
export function clockInZone(moment: string, timeZone: string): string {
  return Temporal.Instant.from(moment)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
}
