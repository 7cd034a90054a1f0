import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findToken } from "#app/auth/token.server.ts";
import { newPasswordForm } from "#app/features/person/forms.ts";
import { resetPassword } from "#app/features/person/reset-password.server.ts";
import { ResetPasswordPage } from "#app/features/person/reset-password-page.tsx";
import { actOnForm } from "#app/lib/form.server.ts";
import { paths } from "#app/lib/paths.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export { headers } from "#app/lib/retry-after.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const shown = { secret: param(params, "secret"), purpose: "reset-password" as const, now: context.visit.arrivedAt };
  return { isGood: Boolean((await findToken(database, shown))?.personId) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const secret = param(params, "secret");
  return actOnForm(request, newPasswordForm, async ({ password }) => {
    await resetPassword(database, { secret, password, now: context.visit.arrivedAt });
    return redirect(`${paths.signIn()}?reset`);
  });
}

export default function ResetPasswordRoute() {
  return <ResetPasswordPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />;
}
