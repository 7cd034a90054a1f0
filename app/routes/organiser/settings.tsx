import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { extendDeadline } from "#app/features/call/extend-deadline.server.ts";
import { extensionForm } from "#app/features/call/forms.ts";
import { findCall, findDefinition } from "#app/features/call/queries.server.ts";
import { SettingsPage } from "#app/features/call/settings-page.tsx";
import { listRounds } from "#app/features/round/queries.server.ts";
import { cityOf } from "#app/i18n/format.ts";
import { manage } from "#app/i18n/messages/manage.ts";
import { titled } from "#app/i18n/title.ts";
import { found } from "#app/lib/answer.server.ts";
import { actOnForm } from "#app/lib/form.server.ts";
import { paths } from "#app/lib/paths.ts";
import { param } from "#app/lib/request.server.ts";
import { clockInZone, endOfMinuteInZone } from "#app/lib/zone-time.ts";
import { database } from "#db/database.server.ts";

export { headers } from "#app/lib/retry-after.ts";
export { shouldRevalidate } from "#app/lib/revalidation.ts";

export const meta = titled(manage, "tab.settings");

export async function loader(args: LoaderFunctionArgs) {
  const call = found(await findCall(database, param(args.params, "call")));
  const { slug, programmeId, opensAt, closesAt, timeZone, definitionId } = call;
  await enter(args, "programme.manage", { programmeId });
  const { graceMinutes, fixWindowHours } = found(await findDefinition(database, definitionId));
  const rounds = await listRounds(database, call.id);
  return {
    call: { slug, opensAt, closesAt, timeZone },
    closesLocal: clockInZone(closesAt, timeZone),
    city: cityOf(timeZone, args.context.visit.language),
    graceMinutes,
    fixWindowHours,
    isInJury: rounds.some(({ openedAt }) => openedAt !== null),
  };
}

export async function action(args: ActionFunctionArgs) {
  const call = found(await findCall(database, param(args.params, "call")));
  const { id: callId, slug, programmeId, timeZone } = call;
  const { personId: organiserId } = await enter(args, "programme.manage", { programmeId });
  return actOnForm(args.request, extensionForm, async ({ closesAt: local, reason }) => {
    const closesAt = endOfMinuteInZone(local, timeZone);
    const { arrivedAt: now } = args.context.visit;
    await extendDeadline(database, { callId, programmeId, closesAt, reason, organiserId, now });
    return redirect(paths.manageSettings(slug));
  });
}

export default function SettingsRoute() {
  return <SettingsPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />;
}
