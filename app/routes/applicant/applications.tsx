import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { ApplicationList } from "#app/features/application/application-list.tsx";
import { listOwnApplications } from "#app/features/application/queries.server.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { titled } from "#app/i18n/title.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(applicant, "list.title");

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await enter(args, "application.list-own");
  return {
    applications: await listOwnApplications(database, { personId: viewer.personId }),
    now: args.context.visit.arrivedAt,
  };
}

export default function ApplicationsRoute() {
  return <ApplicationList {...useLoaderData<typeof loader>()} />;
}
