import type { Obstacle } from "#app/lib/refusal.ts";

type Candidate = { isEntrant: boolean; isDisabled: boolean; isOnPanel: boolean };

/** What keeps a person off a panel. Who has an entry in the call does not judge in it. */
export function panelObstacles({ isEntrant, isDisabled, isOnPanel }: Candidate): Obstacle[] {
  if (isOnPanel) return [{ code: "already-on-panel" }];
  if (isEntrant) return [{ code: "juror-is-entrant" }];
  return isDisabled ? [{ code: "account-disabled" }] : [];
}
