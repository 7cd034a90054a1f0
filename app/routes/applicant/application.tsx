import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { ApplicationFrame } from "#app/features/application/application-frame.tsx";
import { getApplication } from "#app/features/application/queries.server.ts";
import { findDefinition } from "#app/features/call/queries.server.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { titled } from "#app/i18n/title.ts";
import { found } from "#app/lib/answer.server.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(applicant, "overview.tab");

/** What stands above every page of one application. For its team: organisers have pages of their own. */
export async function loader(args: LoaderFunctionArgs) {
  const applicationId = param(args.params, "application");
  await enter(args, "application.see", { applicationId });
  const application = await getApplication(database, applicationId);
  const definition = found(await findDefinition(database, application.definitionId));
  const { id, title, state, callZh, callEn, submissionId } = application;
  const firstSection = definition.sections[0]?.id ?? "";
  return { head: { id, title, state, callZh, callEn, firstSection, hasReceipt: submissionId !== null } };
}

export default function ApplicationRoute() {
  const { head } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  return (
    <ApplicationFrame head={head} here={pathname}>
      <Outlet />
    </ApplicationFrame>
  );
}
