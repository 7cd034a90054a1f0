import { DAY } from "#app/lib/moment.ts";
import type { Obstacle } from "#app/lib/refusal.ts";
import { isGuessable } from "./guessable.ts";

/** How long the link of a confirmation letter is good. */
export const VERIFY_LIFETIME = 2 * DAY;
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

/** How an address is kept for finding: two spellings of one mailbox are one account. */
export function foldEmail(email: string): string {
  return email.normalize("NFKC").trim().toLowerCase();
}

/** Everything that speaks against a new password: too short, or among the first a guesser would try. */
export function passwordObstacles(password: string, owner: { email: string; name: string }): Obstacle[] {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return [{ code: "password-too-short", at: "password", facts: { limit: PASSWORD_MIN } }];
  if (length > PASSWORD_MAX) return [{ code: "password-too-long", at: "password", facts: { limit: PASSWORD_MAX } }];
  const own = [foldEmail(owner.email), foldEmail(owner.email).split("@")[0] ?? "", owner.name];
  return isGuessable(password, own) ? [{ code: "password-guessable", at: "password" }] : [];
}

/** The last administrator who can sign in stays: nobody else could make a new one. */
export function lastAdministratorObstacles(
  administrators: readonly { personId: string; isDisabled: boolean }[],
  personId: string,
): Obstacle[] {
  const others = administrators.filter((one) => one.personId !== personId && !one.isDisabled);
  return others.length === 0 ? [{ code: "last-administrator" }] : [];
}
