import type { CallDefinition } from "#app/features/call/definition.ts";
import { HOUR, later, type Moment } from "#app/lib/moment.ts";

/** Until when an entry returned for correction may be put right and handed in again. */
export function fixWindowEnd(returnedAt: Moment, { fixWindowHours }: Pick<CallDefinition, "fixWindowHours">): Moment {
  return later(returnedAt, fixWindowHours * HOUR);
}
