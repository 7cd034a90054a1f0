import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findToken } from "#app/auth/token.server.ts";
import { ConfirmEmailPage } from "#app/features/person/confirm-email-page.tsx";
import { verifyEmail } from "#app/features/person/verify-email.server.ts";
import { answer } from "#app/lib/answer.server.ts";
import { paths } from "#app/lib/paths.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

/** Looking uses nothing up: mail programs and scanners open links. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const shown = { secret: param(params, "secret"), purpose: "verify-email" as const, now: context.visit.arrivedAt };
  const token = await findToken(database, shown);
  return { email: token?.email ?? null };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const secret = param(params, "secret");
  const viewer = await context.visit.viewer();
  return answer(async () => {
    await verifyEmail(database, { secret, now: context.visit.arrivedAt });
    return redirect(viewer ? paths.account() : `${paths.signIn()}?confirmed`);
  });
}

export default function VerifyEmailRoute() {
  return <ConfirmEmailPage {...useLoaderData<typeof loader>()} />;
}
