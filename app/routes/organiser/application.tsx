import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { findCall } from "#app/features/call/queries.server.ts";
import { ApplicationPage } from "#app/features/check/application-page.tsx";
import { checkApplication } from "#app/features/check/check-application.server.ts";
import { checkForm } from "#app/features/check/forms.ts";
import { findNextUnchecked } from "#app/features/check/queries.server.ts";
import { readChecked } from "#app/features/check/read-checked.server.ts";
import { cityOf } from "#app/i18n/format.ts";
import { manage } from "#app/i18n/messages/manage.ts";
import { titled } from "#app/i18n/title.ts";
import { found } from "#app/lib/answer.server.ts";
import { actOnForm } from "#app/lib/form.server.ts";
import { paths } from "#app/lib/paths.ts";
import { param } from "#app/lib/request.server.ts";
import { clockInZone, momentInZone } from "#app/lib/zone-time.ts";
import { database } from "#db/database.server.ts";

export { headers } from "#app/lib/retry-after.ts";
export { shouldRevalidate } from "#app/lib/revalidation.ts";

export const meta = titled(manage, "tab.applications");

export async function loader(args: LoaderFunctionArgs) {
  const applicationId = param(args.params, "application");
  await enter(args, "programme.manage", { applicationId });
  const { arrivedAt: now, language } = args.context.visit;
  const call = found(await findCall(database, param(args.params, "call")));
  const { id: callId, slug, timeZone, editionStartsOn: startsOn } = call;
  const { fixUntil, ...checked } = found(
    await readChecked(database, { applicationId, callId, startsOn, language, now }),
  );
  const next = await findNextUnchecked(database, { callId, applicationId });
  return {
    ...checked,
    slug,
    timeZone,
    city: cityOf(timeZone, language),
    until: clockInZone(fixUntil, timeZone),
    nextId: next?.id ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const applicationId = param(args.params, "application");
  const { personId } = await enter(args, "application.check", { applicationId }, "programme.manage");
  const { slug, programmeId, timeZone } = found(await findCall(database, param(args.params, "call")));
  return actOnForm(args.request, checkForm, async ({ verdict, reason, until, reopen, submission }) => {
    await checkApplication(database, {
      applicationId,
      programmeId,
      submissionId: submission,
      verdict,
      reason,
      until: momentInZone(until, timeZone),
      reopen,
      organiserId: personId,
      now: args.context.visit.arrivedAt,
    });
    return redirect(paths.manageApplication(slug, applicationId));
  });
}

export default function ApplicationRoute() {
  const loaded = useLoaderData<typeof loader>();
  return <ApplicationPage {...loaded} key={loaded.application.id} result={useActionData<typeof action>()?.result} />;
}
