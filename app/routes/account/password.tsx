import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { changePassword } from "#app/features/person/change-password.server.ts";
import { ChangePasswordPage } from "#app/features/person/change-password-page.tsx";
import { passwordChangeForm } from "#app/features/person/forms.ts";
import { actOnForm } from "#app/lib/form.server.ts";
import { paths } from "#app/lib/paths.ts";
import { database } from "#db/database.server.ts";

export { headers } from "#app/lib/retry-after.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await enter({ request, context }, "account.own");
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { personId, sessionId } = await enter({ request, context }, "account.own");
  return actOnForm(request, passwordChangeForm, async (form) => {
    await changePassword(database, { personId, sessionId, ...form, now: context.visit.arrivedAt });
    return redirect(`${paths.account()}?saved`);
  });
}

export default function PasswordRoute() {
  return <ChangePasswordPage result={useActionData<typeof action>()?.result} />;
}
