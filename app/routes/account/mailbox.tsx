import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openMailbox } from "#app/auth/demo-mailbox.server.ts";
import { LetterPage } from "#app/features/person/letter-page.tsx";
import { findHouseZone, findNewestLetterTo } from "#app/features/person/queries.server.ts";
import { found } from "#app/lib/answer.server.ts";
import { database } from "#db/database.server.ts";

/** The newest letter to the address sealed into the link: in the demo alone. */
export async function loader({ params }: LoaderFunctionArgs) {
  const email = found(openMailbox(params.address ?? ""));
  return { letter: found(await findNewestLetterTo(database, email)), timeZone: await findHouseZone(database) };
}

export default function MailboxRoute() {
  return <LetterPage {...useLoaderData<typeof loader>()} isDemo />;
}
