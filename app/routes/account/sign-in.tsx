import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { nextOf, redirectWithSession, tokenOf, userAgentOf } from "#app/auth/cookie.server.ts";
import { signInForm } from "#app/features/person/forms.ts";
import { SignInPage } from "#app/features/person/sign-in-page.tsx";
import { signInPerson } from "#app/features/person/sign-in-person.server.ts";
import { actOnForm } from "#app/lib/form.server.ts";
import { paths } from "#app/lib/paths.ts";
import { database } from "#db/database.server.ts";

export { headers } from "#app/lib/retry-after.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = nextOf(request);
  if (await context.visit.viewer()) throw redirect(next);
  const { searchParams } = new URL(request.url);
  return { next, hasConfirmed: searchParams.has("confirmed"), hasReset: searchParams.has("reset") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const next = nextOf(request);
  const { address, arrivedAt: now } = context.visit;
  return actOnForm(request, signInForm, async (form) => {
    const visitor = { oldToken: tokenOf(request), userAgent: userAgentOf(request), address };
    const { token, needsSecondFactor } = await signInPerson(database, { ...form, ...visitor, now });
    return redirectWithSession(needsSecondFactor ? paths.secondFactor(next) : next, token);
  });
}

export default function SignInRoute() {
  return <SignInPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />;
}
