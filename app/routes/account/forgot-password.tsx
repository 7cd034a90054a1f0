import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { sealMailbox } from "#app/auth/demo-mailbox.server.ts";
import { ForgotPasswordPage } from "#app/features/person/forgot-password-page.tsx";
import { emailForm } from "#app/features/person/forms.ts";
import { requestPasswordReset } from "#app/features/person/request-password-reset.server.ts";
import { actOnForm } from "#app/lib/form.server.ts";
import { database } from "#db/database.server.ts";

export { headers } from "#app/lib/retry-after.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  const { address, arrivedAt: now } = context.visit;
  return actOnForm(request, emailForm, async ({ email }) => {
    await requestPasswordReset(database, { email, address, now });
    return { result: undefined, sentTo: email, mailbox: sealMailbox(email) };
  });
}

export default function ForgotPasswordRoute() {
  return <ForgotPasswordPage outcome={useActionData<typeof action>()} />;
}
