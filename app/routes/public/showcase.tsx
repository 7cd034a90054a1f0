import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findCurrentEdition } from "#app/features/edition/queries.server.ts";
import { listHonourItems } from "#app/features/honour/queries.server.ts";
import { ShowcasePage } from "#app/features/publication/showcase-page.tsx";
import { publicPages } from "#app/i18n/messages/public.ts";
import { titled } from "#app/i18n/title.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(publicPages, "showcase.title");

export async function loader({ context }: LoaderFunctionArgs) {
  const { language } = context.visit;
  const edition = await findCurrentEdition(database);
  return { honours: edition ? await listHonourItems(database, { editionId: edition.id, language }) : [] };
}

export default function ShowcaseRoute() {
  return <ShowcasePage {...useLoaderData<typeof loader>()} />;
}
