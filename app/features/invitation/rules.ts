import { DAY, type Moment } from "#app/lib/moment.ts";
import type { Obstacle } from "#app/lib/refusal.ts";

/** How many invitations of one programme may wait for an answer at a time. */
export const OPEN_INVITATIONS = 300;

/** How long an invitation waits for its answer. */
export const INVITATION_LIFETIME = 14 * DAY;

export type InvitationState = "open" | "accepted" | "declined" | "revoked" | "expired";

type Facts = {
  acceptedAt: Moment | null;
  declinedAt: Moment | null;
  revokedAt: Moment | null;
  expiresAt: Moment;
};

/** What became of an invitation so far. An answer counts before a revocation, and both before the passing of time. */
export function invitationState({ acceptedAt, declinedAt, revokedAt, expiresAt }: Facts, now: Moment): InvitationState {
  if (acceptedAt) return "accepted";
  if (revokedAt) return "revoked";
  if (declinedAt) return "declined";
  return now < expiresAt ? "open" : "expired";
}

/** Why an invitation can not be answered any more. */
export function answerObstacles(facts: Facts, now: Moment): Obstacle[] {
  const state = invitationState(facts, now);
  return state === "open" ? [] : [{ code: `invitation-${state}` }];
}
