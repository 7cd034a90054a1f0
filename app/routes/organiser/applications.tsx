import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { findCall } from "#app/features/call/queries.server.ts";
import { ApplicationsTable } from "#app/features/check/applications-table.tsx";
import { listQuery } from "#app/features/check/forms.ts";
import { countApplications, countByState, listApplications, PAGE_SIZE } from "#app/features/check/queries.server.ts";
import { manage } from "#app/i18n/messages/manage.ts";
import { titled } from "#app/i18n/title.ts";
import { found } from "#app/lib/answer.server.ts";
import { param, readQuery } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(manage, "tab.applications");

export async function loader(args: LoaderFunctionArgs) {
  const { id: callId, slug, programmeId, timeZone } = found(await findCall(database, param(args.params, "call")));
  await enter(args, "programme.manage", { programmeId });
  const query = readQuery(args.request, listQuery);
  const [applications, count, states] = await Promise.all([
    listApplications(database, { callId, query }),
    countApplications(database, { callId, query }),
    countByState(database, callId),
  ]);
  return { slug, timeZone, query, applications, count, states, pages: Math.ceil(count / PAGE_SIZE) };
}

export default function ApplicationsRoute() {
  return <ApplicationsTable {...useLoaderData<typeof loader>()} />;
}
