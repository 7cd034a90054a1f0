import type { CallDefinition } from "#app/features/call/definition.ts";
import { HOUR, later, type Moment } from "#app/lib/moment.ts";

type Return = { createdAt: Moment; until: Moment | null };

/**
 * Until when an entry returned for correction may be put right and handed in again: the moment said with the return,
 * else the call's usual window after it.
 */
export function fixWindowEnd(
  { createdAt, until }: Return,
  { fixWindowHours }: Pick<CallDefinition, "fixWindowHours">,
): Moment {
  return until ?? later(createdAt, fixWindowHours * HOUR);
}
