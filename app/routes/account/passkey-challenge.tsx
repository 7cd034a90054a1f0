import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireFresh } from "#app/auth/fresh.server.ts";
import { enter } from "#app/auth/gate.server.ts";
import { startPasskey } from "#app/features/person/start-passkey.server.ts";
import { answer } from "#app/lib/answer.server.ts";
import { paths } from "#app/lib/paths.ts";
import { database } from "#db/database.server.ts";

export function loader() {
  return redirect(paths.accountSecurity());
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await enter({ request, context }, "account.own");
  const { arrivedAt: now } = context.visit;
  requireFresh(viewer, { now, next: paths.accountSecurity() });
  return answer(() => startPasskey(database, { personId: viewer.personId, now }));
}
