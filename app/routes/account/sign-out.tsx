import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { redirectWithSession, tokenOf } from "#app/auth/cookie.server.ts";
import { endSessions, findSession, hashSecret } from "#app/auth/session.server.ts";
import { paths } from "#app/lib/paths.ts";
import { database } from "#db/database.server.ts";

export function loader() {
  return redirect(paths.home());
}

export async function action({ request, context }: ActionFunctionArgs) {
  const token = tokenOf(request);
  const session = token ? await findSession(database, { token, now: context.visit.arrivedAt }) : null;
  if (token && session) await endSessions(database, { personId: session.personId, only: hashSecret(token) });
  return redirectWithSession(paths.home(), null);
}
