import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { enter } from "#app/auth/gate.server.ts";
import { findCall } from "#app/features/call/queries.server.ts";
import { found } from "#app/lib/answer.server.ts";
import { paths } from "#app/lib/paths.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

/** The desk of a call begins where the reader's work is. */
export async function loader(args: LoaderFunctionArgs) {
  const { slug, programmeId } = found(await findCall(database, param(args.params, "call")));
  const { organises } = await enter(args, "scores.read", { programmeId });
  return redirect(organises.includes(programmeId) ? paths.manageApplications(slug) : paths.manageScores(slug));
}
