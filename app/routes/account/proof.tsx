import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { nextOf } from "#app/auth/cookie.server.ts";
import { enter } from "#app/auth/gate.server.ts";
import { proofForm } from "#app/features/person/forms.ts";
import { ProofPage } from "#app/features/person/proof-page.tsx";
import { provePerson } from "#app/features/person/prove-person.server.ts";
import { actOnForm } from "#app/lib/form.server.ts";
import { database } from "#db/database.server.ts";

export { headers } from "#app/lib/retry-after.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await enter({ request, context }, "account.own");
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { personId, sessionId } = await enter({ request, context }, "account.own");
  return actOnForm(request, proofForm, async ({ password }) => {
    await provePerson(database, { personId, sessionId, password, now: context.visit.arrivedAt });
    return redirect(nextOf(request));
  });
}

export default function ProofRoute() {
  return <ProofPage result={useActionData<typeof action>()?.result} />;
}
