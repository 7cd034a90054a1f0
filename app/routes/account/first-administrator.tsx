import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { redirectWithSession, tokenOf, userAgentOf } from "#app/auth/cookie.server.ts";
import { findToken } from "#app/auth/token.server.ts";
import { createAdministrator } from "#app/features/person/create-administrator.server.ts";
import { FirstAdministratorPage } from "#app/features/person/first-administrator-page.tsx";
import { signUpForm } from "#app/features/person/forms.ts";
import { signInPerson } from "#app/features/person/sign-in-person.server.ts";
import { found } from "#app/lib/answer.server.ts";
import { actOnForm } from "#app/lib/form.server.ts";
import { paths } from "#app/lib/paths.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

const purpose = "first-administrator" as const;

export { headers } from "#app/lib/retry-after.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  found(await findToken(database, { secret: param(params, "secret"), purpose, now: context.visit.arrivedAt }));
  return null;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const secret = param(params, "secret");
  const { address, language, arrivedAt: now } = context.visit;
  return actOnForm(request, signUpForm, async (form) => {
    await createAdministrator(database, { ...form, language, secret, now });
    const visitor = { oldToken: tokenOf(request), userAgent: userAgentOf(request), address };
    const { token } = await signInPerson(database, { ...form, ...visitor, now });
    return redirectWithSession(paths.manageWeek(), token);
  });
}

export default function FirstAdministratorRoute() {
  return <FirstAdministratorPage result={useActionData<typeof action>()?.result} />;
}
