import { data, redirect } from "@remix-run/node";
import { paths } from "#app/lib/paths.ts";
import { NotFound } from "#app/lib/refusal.ts";
import { database } from "#db/database.server.ts";
import type { Ability } from "./abilities.ts";
import { judge, type Standing } from "./policy.ts";
import { standingAnywhere, standingInProgramme, standingOnApplication } from "./standing.server.ts";
import type { Viewer, Visit } from "./visit.ts";

type Door = { request: Request; context: { visit: Visit } };
type Subject = { applicationId: string } | { programmeId: string };

/**
 * The gate of every loader and action: answers the signed-in viewer when the policy allows the ability, else throws
 * what the policy's verdict is in HTTP: a redirect to sign-in (401 for data), 403, or the 404 of an unknown thing.
 * `sees` is the ability that lets a person know the subject exists.
 */
export async function enter(door: Door, ability: Ability, subject?: Subject, sees?: Ability): Promise<Viewer> {
  const viewer = await door.context.visit.viewer();
  if (!viewer) throw signInFirst(door.request);
  const verdict = judge(ability, await standing(viewer, door.context.visit, subject), sees);
  if (verdict === "forbidden") throw data(null, { status: 403 });
  if (verdict !== "allowed") throw data(null, { status: 404 });
  return viewer;
}

/** What the signed-in person may do to one application in its present state: for showing the right buttons. */
export async function standing(viewer: Viewer | null, visit: Visit, subject?: Subject): Promise<Standing> {
  if (!subject) return standingAnywhere(viewer);
  if ("programmeId" in subject) return standingInProgramme(viewer, subject.programmeId);
  try {
    return await standingOnApplication(database, { viewer, now: visit.arrivedAt, ...subject });
  } catch (error) {
    if (error instanceof NotFound) throw data(null, { status: 404 });
    throw error;
  }
}

function signInFirst(request: Request) {
  const url = new URL(request.url);
  const wantsData = request.headers.get("accept")?.startsWith("application/json");
  if (wantsData) return data(null, { status: 401 });
  const next = request.method === "GET" ? url.pathname + url.search : paths.home();
  return redirect(paths.signIn(next.replace(/\.data(?=$|\?)/, "")));
}
