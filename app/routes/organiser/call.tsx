import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { ManageFrame } from "#app/features/call/manage-frame.tsx";
import { phaseOf } from "#app/features/call/phase.ts";
import { findCall } from "#app/features/call/queries.server.ts";
import { found } from "#app/lib/answer.server.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

/** What stands above every page of a call's desk. Each page asks the gate for itself. */
export async function loader(args: LoaderFunctionArgs) {
  const row = found(await findCall(database, param(args.params, "call")));
  const { organises } = await enter(args, "scores.read", { programmeId: row.programmeId });
  const now = args.context.visit.arrivedAt;
  const { slug, nameZh, nameEn, programmeZh, programmeEn, opensAt, closesAt, timeZone } = row;
  const isOrganiser = organises.includes(row.programmeId);
  const call = { slug, nameZh, nameEn, programmeZh, programmeEn, opensAt, closesAt, timeZone };
  return { call: { ...call, phase: phaseOf(row, now), isOrganiser }, now };
}

export default function CallRoute() {
  const { call, now } = useLoaderData<typeof loader>();
  return (
    <ManageFrame call={call} now={now} here={useLocation().pathname}>
      <Outlet />
    </ManageFrame>
  );
}
