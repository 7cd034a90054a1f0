import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { listTeam } from "#app/features/application/queries.server.ts";
import { TeamList } from "#app/features/application/team-list.tsx";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { titled } from "#app/i18n/title.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(applicant, "team.title");

export async function loader(args: LoaderFunctionArgs) {
  const applicationId = param(args.params, "application");
  await enter(args, "team.read", { applicationId }, "application.see");
  return { team: await listTeam(database, applicationId) };
}

export default function TeamRoute() {
  return <TeamList {...useLoaderData<typeof loader>()} />;
}
