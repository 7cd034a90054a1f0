import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { EventLog } from "#app/features/event/event-log.tsx";
import { logPageOf } from "#app/features/event/event-view.ts";
import { eventQuery } from "#app/features/event/forms.ts";
import { listEvents, listTiedProgrammes, PAGE_SIZE } from "#app/features/event/queries.server.ts";
import { findHouseZone } from "#app/features/person/queries.server.ts";
import { manage } from "#app/i18n/messages/manage.ts";
import { titled } from "#app/i18n/title.ts";
import { readQuery } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(manage, "home.audit");

export async function loader(args: LoaderFunctionArgs) {
  const [own] = (await args.context.visit.viewer())?.organises ?? [];
  // Somebody who organises nothing is asked for as nobody's organiser: only administrators pass.
  const viewer = await enter(args, "audit.read", own ? { programmeId: own } : undefined);
  const { subject, before } = readQuery(args.request, eventQuery);
  const [tiedProgrammeIds, timeZone] = await Promise.all([
    listTiedProgrammes(database, viewer.personId),
    findHouseZone(database),
  ]);
  const programmeIds = viewer.isAdministrator ? null : viewer.organises;
  const lines = await listEvents(database, { programmeIds, tiedProgrammeIds, subject, before });
  return { ...logPageOf(lines, PAGE_SIZE), subject, timeZone };
}

export default function AuditRoute() {
  return <EventLog {...useLoaderData<typeof loader>()} />;
}
