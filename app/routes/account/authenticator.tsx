import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireFresh } from "#app/auth/fresh.server.ts";
import { enter } from "#app/auth/gate.server.ts";
import { AuthenticatorPage } from "#app/features/person/authenticator-page.tsx";
import { confirmAuthenticator } from "#app/features/person/confirm-authenticator.server.ts";
import { codeForm } from "#app/features/person/forms.ts";
import { startAuthenticator } from "#app/features/person/start-authenticator.server.ts";
import { actOnForm } from "#app/lib/form.server.ts";
import { paths } from "#app/lib/paths.ts";
import { Refused } from "#app/lib/refusal.ts";
import { database } from "#db/database.server.ts";

export { headers } from "#app/lib/retry-after.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await enter({ request, context }, "account.own");
  requireFresh(viewer, { now: context.visit.arrivedAt, next: paths.authenticator() });
  try {
    return { secretKey: await startAuthenticator(database, viewer) };
  } catch (error) {
    // Set up already, perhaps a moment ago by the post this page answers.
    if (error instanceof Refused) return { secretKey: null };
    throw error;
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await enter({ request, context }, "account.own");
  const { arrivedAt: now } = context.visit;
  requireFresh(viewer, { now, next: paths.authenticator() });
  return actOnForm(request, codeForm, async ({ code }) => {
    const { personId, sessionId } = viewer;
    const codes = await confirmAuthenticator(database, { personId, sessionId, code, now });
    return { result: undefined, codes };
  });
}

export default function AuthenticatorRoute() {
  return <AuthenticatorPage {...useLoaderData<typeof loader>()} outcome={useActionData<typeof action>()} />;
}
