import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { findCall } from "#app/features/call/queries.server.ts";
import { findHiddenSide } from "#app/features/conflict/queries.server.ts";
import { letterQuery, resendForm } from "#app/features/letter/forms.ts";
import { LettersOfCall } from "#app/features/letter/letters-of-call.tsx";
import { countLettersOfCall, listLettersOfCall, PAGE_SIZE } from "#app/features/letter/queries.server.ts";
import { resendLetter } from "#app/features/letter/resend-letter.server.ts";
import { manage } from "#app/i18n/messages/manage.ts";
import { titled } from "#app/i18n/title.ts";
import { found } from "#app/lib/answer.server.ts";
import { actOnForm } from "#app/lib/form.server.ts";
import { paths } from "#app/lib/paths.ts";
import { param, readQuery } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export { headers } from "#app/lib/retry-after.ts";
export { shouldRevalidate } from "#app/lib/revalidation.ts";

export const meta = titled(manage, "tab.messages");

export async function loader(args: LoaderFunctionArgs) {
  const { id: callId, slug, programmeId, timeZone } = found(await findCall(database, param(args.params, "call")));
  const { personId } = await enter(args, "letter.read-programme", { programmeId });
  const query = readQuery(args.request, letterQuery);
  const { applicationIds: hiddenIds } = await findHiddenSide(database, { personId, callId });
  const scope = { callId, hiddenIds, query };
  const [letters, counts] = await Promise.all([
    listLettersOfCall(database, scope),
    countLettersOfCall(database, scope),
  ]);
  const shown = counts.filter(({ state }) => query.state === "" || state === query.state);
  const count = shown.reduce((sum, row) => sum + row.count, 0);
  return { slug, timeZone, query, letters, counts, pages: Math.ceil(count / PAGE_SIZE) };
}

export async function action(args: ActionFunctionArgs) {
  const { id: callId, slug, programmeId } = found(await findCall(database, param(args.params, "call")));
  const { personId } = await enter(args, "letter.read-programme", { programmeId });
  const { applicationIds: hiddenIds } = await findHiddenSide(database, { personId, callId });
  return actOnForm(args.request, resendForm, async ({ letter: letterId }) => {
    const { arrivedAt: now } = args.context.visit;
    await resendLetter(database, { letterId, callId, programmeId, hiddenIds, organiserId: personId, now });
    return redirect(paths.manageMessages(slug));
  });
}

export default function MessagesRoute() {
  return <LettersOfCall {...useLoaderData<typeof loader>()} />;
}
