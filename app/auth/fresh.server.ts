import { redirect } from "@remix-run/node";
import { later, MINUTE, type Moment } from "#app/lib/moment.ts";
import { paths } from "#app/lib/paths.ts";
import type { Viewer } from "./visit.ts";

const FRESH = 15 * MINUTE;

/** Whether the person proved who they are within the last quarter of an hour. */
export function isFresh(viewer: Pick<Viewer, "provedAt">, now: Moment): boolean {
  return viewer.provedAt > later(now, -FRESH);
}

/**
 * Before a sensitive act (publication, export of identities, roles, ways to sign in): sends who has not proved
 * themselves lately to do so, and back to `next`.
 */
export function requireFresh(viewer: Viewer, { now, next }: { now: Moment; next: string }): void {
  if (!isFresh(viewer, now)) throw redirect(paths.proof(next));
}
