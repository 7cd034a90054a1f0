import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { LettersAbout } from "#app/features/application/letters-about.tsx";
import { getApplication, listLettersAbout } from "#app/features/application/queries.server.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { titled } from "#app/i18n/title.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(applicant, "messages.title");

/** The reader's own letters: what others of the team were written stays theirs. */
export async function loader(args: LoaderFunctionArgs) {
  const applicationId = param(args.params, "application");
  const viewer = await enter(args, "application.see", { applicationId });
  const { timeZone } = await getApplication(database, applicationId);
  return { letters: await listLettersAbout(database, { applicationId, personId: viewer.personId }), timeZone };
}

export default function MessagesRoute() {
  return <LettersAbout {...useLoaderData<typeof loader>()} />;
}
