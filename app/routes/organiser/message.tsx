import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { findCall } from "#app/features/call/queries.server.ts";
import { findHiddenSide } from "#app/features/conflict/queries.server.ts";
import { LetterOfCall } from "#app/features/letter/letter-of-call.tsx";
import { findLetterOfCall } from "#app/features/letter/queries.server.ts";
import { manage } from "#app/i18n/messages/manage.ts";
import { titled } from "#app/i18n/title.ts";
import { found } from "#app/lib/answer.server.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(manage, "tab.messages");

export async function loader(args: LoaderFunctionArgs) {
  const { id: callId, slug, programmeId, timeZone } = found(await findCall(database, param(args.params, "call")));
  const { personId } = await enter(args, "letter.read-programme", { programmeId });
  const { applicationIds: hiddenIds } = await findHiddenSide(database, { personId, callId });
  const letterId = param(args.params, "letter");
  return { slug, timeZone, letter: found(await findLetterOfCall(database, { letterId, callId, hiddenIds })) };
}

export default function MessageRoute() {
  return <LetterOfCall {...useLoaderData<typeof loader>()} />;
}
