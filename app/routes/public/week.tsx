import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listCalls } from "#app/features/call/queries.server.ts";
import { findCurrentEdition, listActivities, listUnits } from "#app/features/edition/queries.server.ts";
import { WeekPage } from "#app/features/edition/week-page.tsx";
import { editionViewOf, weekViewOf } from "#app/features/edition/week-view.ts";
import { publicPages } from "#app/i18n/messages/public.ts";
import { titled } from "#app/i18n/title.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(publicPages, "week.title");

export async function loader({ context }: LoaderFunctionArgs) {
  const { language } = context.visit;
  const edition = await findCurrentEdition(database);
  if (!edition) return { edition: null, week: null };
  const [units, activities, calls] = await Promise.all([
    listUnits(database, edition.id),
    listActivities(database, edition.id),
    listCalls(database, edition.id),
  ]);
  return { edition: editionViewOf(edition, language), week: weekViewOf({ units, activities, calls }, language) };
}

export default function WeekRoute() {
  return <WeekPage {...useLoaderData<typeof loader>()} />;
}
