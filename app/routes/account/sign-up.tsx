import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { nextOf } from "#app/auth/cookie.server.ts";
import { sealMailbox } from "#app/auth/demo-mailbox.server.ts";
import { signUpForm } from "#app/features/person/forms.ts";
import { SignUpPage } from "#app/features/person/sign-up-page.tsx";
import { signUpPerson } from "#app/features/person/sign-up-person.server.ts";
import { actOnForm } from "#app/lib/form.server.ts";
import { database } from "#db/database.server.ts";

export { headers } from "#app/lib/retry-after.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (await context.visit.viewer()) throw redirect(nextOf(request));
  return { next: nextOf(request) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { address, language, arrivedAt: now } = context.visit;
  return actOnForm(request, signUpForm, async (form) => {
    await signUpPerson(database, { ...form, language, address, now });
    return { result: undefined, sentTo: form.email, mailbox: sealMailbox(form.email) };
  });
}

export default function SignUpRoute() {
  const { next } = useLoaderData<typeof loader>();
  return <SignUpPage next={next} outcome={useActionData<typeof action>()} />;
}
