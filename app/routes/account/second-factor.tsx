import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { nextOf, redirectWithSession, tokenOf, userAgentOf } from "#app/auth/cookie.server.ts";
import { findSession } from "#app/auth/session.server.ts";
import { codeForm } from "#app/features/person/forms.ts";
import { SecondFactorPage } from "#app/features/person/second-factor-page.tsx";
import { showSecondFactor } from "#app/features/person/show-second-factor.server.ts";
import { actOnForm } from "#app/lib/form.server.ts";
import { paths } from "#app/lib/paths.ts";
import { database } from "#db/database.server.ts";

export { headers } from "#app/lib/retry-after.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const token = tokenOf(request);
  const session = token ? await findSession(database, { token, now: context.visit.arrivedAt }) : null;
  if (!session) throw redirect(paths.signIn(nextOf(request)));
  if (session.isComplete) throw redirect(nextOf(request));
  return { next: nextOf(request), hasApp: session.totpConfirmedAt !== null, hasPasskey: Boolean(session.hasPasskey) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const token = tokenOf(request);
  if (!token) return redirect(paths.signIn(nextOf(request)));
  const { address, arrivedAt: now } = context.visit;
  return actOnForm(request, codeForm, async ({ code }) => {
    const userAgent = userAgentOf(request);
    const fresh = await showSecondFactor(database, { token, code, userAgent, address, now });
    return redirectWithSession(nextOf(request), fresh);
  });
}

export default function SecondFactorRoute() {
  return <SecondFactorPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />;
}
