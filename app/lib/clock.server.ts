import { type Moment, momentOf } from "#app/lib/moment.ts";

/** The one source of time. Rehearsals and tests may stop it or shift it with NOW (see config.server.ts). */
export const clock = {
  now(): Moment {
    return momentOf(this.milliseconds());
  },
  milliseconds(): number {
    return Date.now() + offset;
  },
};

let offset = 0;

/** Sets the clock so that it now reads `moment` and goes on from there. Refused outside tests and rehearsals by config. */
export function shiftClockTo(moment: Moment) {
  offset = Date.parse(moment) - Date.now();
}
