import type { LoaderFunctionArgs } from "@remix-run/node";
import { config } from "#app/config.server.ts";
import { listCalls } from "#app/features/call/queries.server.ts";
import { calendarOf } from "#app/features/edition/calendar.ts";
import { findCurrentEdition, listActivities, listUnits } from "#app/features/edition/queries.server.ts";
import { editionViewOf, weekViewOf } from "#app/features/edition/week-view.ts";
import { found } from "#app/lib/answer.server.ts";
import { database } from "#db/database.server.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  const { language, arrivedAt: now } = context.visit;
  const edition = found(await findCurrentEdition(database));
  const [units, activities, calls] = await Promise.all([
    listUnits(database, edition.id),
    listActivities(database, edition.id),
    listCalls(database, edition.id),
  ]);
  const week = weekViewOf({ units, activities, calls }, language);
  const calendar = calendarOf({ edition: editionViewOf(edition, language), week, origin: config.origin, now });
  return new Response(calendar, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="week.ics"',
    },
  });
}
