import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireFresh } from "#app/auth/fresh.server.ts";
import { enter } from "#app/auth/gate.server.ts";
import { endSessions } from "#app/auth/session.server.ts";
import { addPasskey } from "#app/features/person/add-passkey.server.ts";
import { securityForm } from "#app/features/person/forms.ts";
import {
  findAccount,
  findHouseZone,
  listPasskeysOfPerson,
  listSessionsOfPerson,
} from "#app/features/person/queries.server.ts";
import { removeAuthenticator } from "#app/features/person/remove-authenticator.server.ts";
import { removePasskey } from "#app/features/person/remove-passkey.server.ts";
import { renewRecoveryCodes } from "#app/features/person/renew-recovery-codes.server.ts";
import { SecurityPage } from "#app/features/person/security-page.tsx";
import { found } from "#app/lib/answer.server.ts";
import { actOnForm } from "#app/lib/form.server.ts";
import { paths } from "#app/lib/paths.ts";
import { database } from "#db/database.server.ts";

export { headers } from "#app/lib/retry-after.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { personId, sessionId } = await enter({ request, context }, "account.own");
  const { arrivedAt: now } = context.visit;
  const [account, passkeys, sessions, timeZone] = await Promise.all([
    findAccount(database, personId),
    listPasskeysOfPerson(database, personId),
    listSessionsOfPerson(database, { personId, now }),
    findHouseZone(database),
  ]);
  const shown = sessions.map(({ id, ...session }) => ({ ...session, id: id.slice(0, 16), isHere: id === sessionId }));
  return { account: found(account), passkeys, sessions: shown, timeZone };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await enter({ request, context }, "account.own");
  const { personId, sessionId } = viewer;
  const { arrivedAt: now } = context.visit;
  const done = () => redirect(paths.accountSecurity());
  return actOnForm(request, securityForm, async (form) => {
    if (form.intent === "end-others") {
      await endSessions(database, { personId, except: sessionId });
      return done();
    }
    if (form.intent === "end-session") {
      const sessions = await listSessionsOfPerson(database, { personId, now });
      const only = sessions.find(({ id }) => id.startsWith(form.session))?.id;
      if (only) await endSessions(database, { personId, only });
      return done();
    }
    requireFresh(viewer, { now, next: paths.accountSecurity() });
    if (form.intent === "passkey-add") {
      const codes = await addPasskey(database, { personId, sessionId, ...form, now });
      return codes.length > 0 ? { result: undefined, codes } : done();
    }
    if (form.intent === "recovery-codes")
      return { result: undefined, codes: await renewRecoveryCodes(database, { personId, now }) };
    if (form.intent === "remove-passkey") await removePasskey(database, { personId, passkeyId: form.passkey, now });
    if (form.intent === "remove-authenticator") await removeAuthenticator(database, { personId, now });
    return done();
  });
}

export default function SecurityRoute() {
  return <SecurityPage {...useLoaderData<typeof loader>()} outcome={useActionData<typeof action>()} />;
}
