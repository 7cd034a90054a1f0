import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { callItemOf } from "#app/features/call/call-item.ts";
import { listCalls } from "#app/features/call/queries.server.ts";
import { HomePage } from "#app/features/edition/home-page.tsx";
import { findCurrentEdition, listUnits } from "#app/features/edition/queries.server.ts";
import { editionViewOf, unitViewOf } from "#app/features/edition/week-view.ts";
import { listPublishedHonours } from "#app/features/publication/queries.server.ts";
import { publicPages } from "#app/i18n/messages/public.ts";
import { titled } from "#app/i18n/title.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(publicPages, "home.title");

export async function loader({ context }: LoaderFunctionArgs) {
  const { language, arrivedAt: now } = context.visit;
  const edition = await findCurrentEdition(database);
  if (!edition) return { home: null, now };
  const [units, calls, honours] = await Promise.all([
    listUnits(database, edition.id),
    listCalls(database, edition.id),
    listPublishedHonours(database, edition.id),
  ]);
  const home = {
    edition: editionViewOf(edition, language),
    units: units.map((unit) => unitViewOf(unit, language)),
    calls: calls.map((call) => callItemOf(call, { language, now })),
    honours: honours.length,
  };
  return { home, now };
}

export default function HomeRoute() {
  const { home, now } = useLoaderData<typeof loader>();
  return <HomePage home={home} now={now} />;
}
