import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sealMailbox } from "#app/auth/demo-mailbox.server.ts";
import { enter } from "#app/auth/gate.server.ts";
import { AccountPage } from "#app/features/person/account-page.tsx";
import { changeProfile } from "#app/features/person/change-profile.server.ts";
import { accountForm } from "#app/features/person/forms.ts";
import { findAccount } from "#app/features/person/queries.server.ts";
import { resendVerification } from "#app/features/person/resend-verification.server.ts";
import { languageCookie } from "#app/i18n/language.server.ts";
import { found } from "#app/lib/answer.server.ts";
import { actOnForm } from "#app/lib/form.server.ts";
import { paths } from "#app/lib/paths.ts";
import { database } from "#db/database.server.ts";

export { headers } from "#app/lib/retry-after.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { personId, organises, isAdministrator, hasSecondFactor } = await enter({ request, context }, "account.own");
  const account = found(await findAccount(database, personId));
  const isStaff = organises.length > 0 || isAdministrator;
  return { account, isStaff, hasSecondFactor, hasSaved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { personId, email } = await enter({ request, context }, "account.own");
  const { address, arrivedAt: now } = context.visit;
  return actOnForm(request, accountForm, async (form) => {
    if (form.intent === "verification") {
      await resendVerification(database, { personId, address, now });
      return { result: undefined, sentTo: email, mailbox: sealMailbox(email) };
    }
    await changeProfile(database, { personId, ...form });
    const cookie = `${languageCookie}=${form.language}; Path=/; SameSite=Lax; Max-Age=31536000`;
    return redirect(`${paths.account()}?saved`, { headers: { "Set-Cookie": cookie } });
  });
}

export default function AccountRoute() {
  return <AccountPage {...useLoaderData<typeof loader>()} outcome={useActionData<typeof action>()} />;
}
