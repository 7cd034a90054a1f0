import type { Moment } from "#app/lib/moment.ts";

export const phases = ["open", "upcoming", "closed"] as const;
export type Phase = (typeof phases)[number];

/** Whether a call is still to open, open, or closed. The closing moment itself still counts as open. */
export function phaseOf({ opensAt, closesAt }: { opensAt: Moment; closesAt: Moment }, now: Moment): Phase {
  if (now < opensAt) return "upcoming";
  return now <= closesAt ? "open" : "closed";
}
