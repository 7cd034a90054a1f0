import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { redirectWithSession, tokenOf, userAgentOf } from "#app/auth/cookie.server.ts";
import { passkeyAnswerForm } from "#app/features/person/forms.ts";
import { signInByPasskey } from "#app/features/person/sign-in-by-passkey.server.ts";
import { startPasskeySignIn } from "#app/features/person/start-passkey-sign-in.server.ts";
import { answer } from "#app/lib/answer.server.ts";
import { paths } from "#app/lib/paths.ts";
import { readFormData, safePath } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export function loader() {
  return redirect(paths.signIn());
}

/** A request for JSON asks for a challenge; a form brings the passkey's answer to it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { address, arrivedAt: now } = context.visit;
  if (request.headers.get("accept")?.startsWith("application/json"))
    return answer(() => startPasskeySignIn(database, { address, now }));
  const read = passkeyAnswerForm.safeParse(Object.fromEntries(await readFormData(request)));
  if (!read.success) return redirect(paths.signIn());
  const { ticket, response, next } = read.data;
  const visitor = { oldToken: tokenOf(request), userAgent: userAgentOf(request), address };
  const token = await answer(() => signInByPasskey(database, { ticket, response, ...visitor, now }));
  if (typeof token !== "string") return redirect(paths.signIn(safePath(next)));
  return redirectWithSession(safePath(next), token);
}
