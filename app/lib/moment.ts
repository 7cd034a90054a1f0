/** An instant in UTC, always spelled with 24 characters: text order is time order. */
export type Moment = string & { readonly Moment: unique symbol };

/** A calendar day, `2026-03-01`. */
export type Day = string & { readonly Day: unique symbol };

/** Milliseconds since 1970 or a Date, as a Moment. */
export function momentOf(time: number | Date): Moment {
  return new Date(time).toISOString() as Moment;
}

/** Reads a Moment that came from outside. Throws RangeError when the text is no instant. */
export function parseMoment(text: string): Moment {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new RangeError(`not an instant: ${text.slice(0, 40)}`);
  return momentOf(time);
}

/** Reads a Day that came from outside. Throws RangeError when there is no such day. */
export function parseDay(text: string): Day {
  const time = Date.parse(`${text}T00:00:00.000Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(time) || !momentOf(time).startsWith(text))
    throw new RangeError(`not a day: ${text.slice(0, 40)}`);
  return text as Day;
}

/** The moment `milliseconds` later (earlier when negative). */
export function later(moment: Moment, milliseconds: number): Moment {
  return momentOf(Date.parse(moment) + milliseconds);
}

/** The day `days` later (earlier when negative). */
export function dayLater(day: Day, days: number): Day {
  return momentOf(Date.parse(`${day}T00:00:00.000Z`) + days * DAY).slice(0, 10) as Day;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
