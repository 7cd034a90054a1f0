import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sealMailbox } from "#app/auth/demo-mailbox.server.ts";
import { enter } from "#app/auth/gate.server.ts";
import { ChangeEmailPage } from "#app/features/person/change-email-page.tsx";
import { emailChangeForm } from "#app/features/person/forms.ts";
import { requestEmailChange } from "#app/features/person/request-email-change.server.ts";
import { actOnForm } from "#app/lib/form.server.ts";
import { database } from "#db/database.server.ts";

export { headers } from "#app/lib/retry-after.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { email } = await enter({ request, context }, "account.own");
  return { email };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { personId } = await enter({ request, context }, "account.own");
  const { address, arrivedAt: now } = context.visit;
  return actOnForm(request, emailChangeForm, async (form) => {
    await requestEmailChange(database, { personId, ...form, address, now });
    return { result: undefined, sentTo: form.email, mailbox: sealMailbox(form.email) };
  });
}

export default function EmailRoute() {
  return <ChangeEmailPage {...useLoaderData<typeof loader>()} outcome={useActionData<typeof action>()} />;
}
