import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter, standing } from "#app/auth/gate.server.ts";
import { holds } from "#app/auth/policy.ts";
import { getApplication } from "#app/features/application/queries.server.ts";
import { restoreApplication, withdrawApplication } from "#app/features/application/withdraw-application.server.ts";
import { Withdrawal } from "#app/features/application/withdrawal.tsx";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { titled } from "#app/i18n/title.ts";
import { answer } from "#app/lib/answer.server.ts";
import { paths } from "#app/lib/paths.ts";
import { param, readFormData } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export { shouldRevalidate } from "#app/lib/revalidation.ts";

export const meta = titled(applicant, "withdraw.title");

export async function loader(args: LoaderFunctionArgs) {
  const applicationId = param(args.params, "application");
  const { visit } = args.context;
  const viewer = await visit.viewer();
  // Without a look at the entry for visitors, who are not to learn that it exists.
  const isWithdrawn = viewer !== null && holds("application.restore", await standing(viewer, visit, { applicationId }));
  await enter(args, isWithdrawn ? "application.restore" : "application.withdraw", { applicationId }, "application.see");
  const { state, closesAt, timeZone } = await getApplication(database, applicationId);
  return { applicationId, isWithdrawn: state === "withdrawn", isOpen: visit.arrivedAt <= closesAt, closesAt, timeZone };
}

export async function action(args: ActionFunctionArgs) {
  const applicationId = param(args.params, "application");
  const now = args.context.visit.arrivedAt;
  const form = await readFormData(args.request);
  const isRestoring = form.get("intent") === "restore";
  const ability = isRestoring ? "application.restore" : "application.withdraw";
  const viewer = await enter(args, ability, { applicationId }, "application.see");
  const act = { applicationId, actorId: viewer.personId, now };
  const reason = String(form.get("reason") ?? "").slice(0, 2000);
  return answer(async () => {
    if (isRestoring) await restoreApplication(database, act);
    else await withdrawApplication(database, { ...act, reason });
    return redirect(paths.application(applicationId));
  });
}

export default function WithdrawalRoute() {
  const refusal = useActionData<typeof action>();
  return <Withdrawal {...useLoaderData<typeof loader>()} obstacles={refusal?.obstacles ?? []} />;
}
