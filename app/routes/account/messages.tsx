import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { enter } from "#app/auth/gate.server.ts";
import { config } from "#app/config.server.ts";
import { LettersPage } from "#app/features/person/letters-page.tsx";
import { findHouseZone, listOwnLetters } from "#app/features/person/queries.server.ts";
import { readQuery } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

const query = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1) });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { personId } = await enter({ request, context }, "letter.read-own");
  const { page } = readQuery(request, query);
  const list = await listOwnLetters(database, { personId, withProofs: config.isDemo, page });
  return { ...list, page, timeZone: await findHouseZone(database) };
}

export default function MessagesRoute() {
  return <LettersPage {...useLoaderData<typeof loader>()} />;
}
