import { Temporal } from "temporal-polyfill";
import { DAY, dayLater, HOUR, later, MINUTE, type Moment, parseDay } from "#app/lib/moment.ts";

export const DEMO_ZONE = "Asia/Shanghai";

/** A part of the demo. It yields the moment of its next act, and goes on when the play has come to it. */
export type Scene = AsyncGenerator<Moment, void, void>;

/** Scenes side by side as one, in the order of time: numbers and the log run as they would have in life. */
export async function* together(scenes: Iterable<Scene>): Scene {
  const waiting: { scene: Scene; at: Moment }[] = [];
  const advance = async (scene: Scene) => {
    const next = await scene.next();
    if (!next.done) waiting.push({ scene, at: next.value });
  };
  for (const scene of scenes) await advance(scene);
  for (;;) {
    const first = waiting.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)).shift();
    if (!first) return;
    yield first.at;
    await advance(first.scene);
  }
}

/** Plays scenes to their end. */
export async function play(scenes: Iterable<Scene>): Promise<void> {
  const whole = together(scenes);
  while (!(await whole.next()).done);
}

/** Moments around `now`: so many days from today, at an hour of the Week's own clock. */
export function calendarAround(now: Moment) {
  const today = parseDay(Temporal.Instant.from(now).toZonedDateTimeISO(DEMO_ZONE).toPlainDate().toString());
  const on = (days: number) => dayLater(today, days);
  const at = (days: number, hour = 12, minute = 0): Moment => {
    const midnight = Temporal.PlainDate.from(today).toZonedDateTime(DEMO_ZONE).epochMilliseconds;
    return later(later(now, midnight - Date.parse(now)), days * DAY + hour * HOUR + minute * MINUTE);
  };
  return { now, today, on, at };
}

export type Calendar = ReturnType<typeof calendarAround>;
