import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findCurrentEdition } from "#app/features/edition/queries.server.ts";
import { listHonourItems } from "#app/features/honour/queries.server.ts";
import { lineUpsOf } from "#app/features/publication/line-up.ts";
import { listPublishedLineUp } from "#app/features/publication/queries.server.ts";
import { ResultsPage } from "#app/features/publication/results-page.tsx";
import { publicPages } from "#app/i18n/messages/public.ts";
import { titled } from "#app/i18n/title.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(publicPages, "results.title");

export async function loader({ context }: LoaderFunctionArgs) {
  const { language } = context.visit;
  const edition = await findCurrentEdition(database);
  if (!edition) return { honours: [], lineUps: [], timeZone: "UTC" };
  const [honours, lineUp] = await Promise.all([
    listHonourItems(database, { editionId: edition.id, language }),
    listPublishedLineUp(database, edition.id),
  ]);
  return { honours, lineUps: lineUpsOf(lineUp, language), timeZone: edition.timeZone };
}

export default function ResultsRoute() {
  return <ResultsPage {...useLoaderData<typeof loader>()} />;
}
