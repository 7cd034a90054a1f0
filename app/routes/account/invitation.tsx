import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectWithSession, tokenOf, userAgentOf } from "#app/auth/cookie.server.ts";
import { acceptInvitation } from "#app/features/invitation/accept-invitation.server.ts";
import { declineInvitation } from "#app/features/invitation/decline-invitation.server.ts";
import { invitationAnswerForm } from "#app/features/invitation/forms.ts";
import { InvitationPage } from "#app/features/invitation/invitation-page.tsx";
import { findInvitation } from "#app/features/invitation/queries.server.ts";
import { signInPerson } from "#app/features/person/sign-in-person.server.ts";
import { found } from "#app/lib/answer.server.ts";
import { actOnForm } from "#app/lib/form.server.ts";
import { paths } from "#app/lib/paths.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

/** Looking answers nothing: mail programs and scanners open links. */
export { headers } from "#app/lib/retry-after.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const shown = { secret: param(params, "secret"), now: context.visit.arrivedAt };
  const invitation = found(await findInvitation(database, shown));
  const viewer = await context.visit.viewer();
  const { role, state, name, email, nameZh, nameEn, inviterName, roundZh, roundEn, expiresAt, timeZone } = invitation;
  const { opensAt, closesAt, maxLoad, isBlind, message } = invitation;
  return {
    invitation: { role, state, name, email, nameZh, nameEn, inviterName, roundZh, roundEn, expiresAt, timeZone },
    message,
    round: roundZh === null ? null : { opensAt, closesAt, maxLoad, isBlind: isBlind === 1 },
    viewer: viewer && { name: viewer.name, email: viewer.email },
    isKnown: invitation.invitedId !== null,
    here: paths.invitation(shown.secret),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const secret = param(params, "secret");
  const { address, language, arrivedAt: now } = context.visit;
  const viewer = await context.visit.viewer();
  return actOnForm(request, invitationAnswerForm, async (form) => {
    if (form.intent === "decline") {
      await declineInvitation(database, { secret, reason: form.reason, address, now });
      return redirect(paths.invitation(secret));
    }
    if (form.intent === "accept-new") {
      const { email } = found(await findInvitation(database, { secret, now }));
      await acceptInvitation(database, { secret, by: { ...form, language }, address, now });
      const visitor = { oldToken: tokenOf(request), userAgent: userAgentOf(request), address };
      const { token } = await signInPerson(database, { email, password: form.password, ...visitor, now });
      return redirectWithSession(paths.invitation(secret), token);
    }
    if (!viewer) return redirect(paths.signIn(paths.invitation(secret)));
    await acceptInvitation(database, { secret, by: { personId: viewer.personId }, address, now });
    return redirect(paths.invitation(secret));
  });
}

export default function InvitationRoute() {
  return <InvitationPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />;
}
