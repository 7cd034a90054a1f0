import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { enter } from "#app/auth/gate.server.ts";
import { PeoplePage } from "#app/features/person/people-page.tsx";
import { listPeople } from "#app/features/person/queries.server.ts";
import { readQuery } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

const query = z.object({
  q: z.string().max(100).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  await enter({ request, context }, "people.manage");
  const { q: search, page } = readQuery(request, query);
  return { ...(await listPeople(database, { search, page })), search, page };
}

export default function PeopleRoute() {
  return <PeoplePage {...useLoaderData<typeof loader>()} />;
}
