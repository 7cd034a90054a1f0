import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { config } from "#app/config.server.ts";
import { LetterPage } from "#app/features/person/letter-page.tsx";
import { findHouseZone, findOwnLetter } from "#app/features/person/queries.server.ts";
import { found } from "#app/lib/answer.server.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { personId } = await enter({ request, context }, "letter.read-own");
  const letterId = param(params, "letter");
  const letter = found(await findOwnLetter(database, { personId, letterId, withProofs: config.isDemo }));
  return { letter, timeZone: await findHouseZone(database) };
}

export default function MessageRoute() {
  return <LetterPage {...useLoaderData<typeof loader>()} />;
}
