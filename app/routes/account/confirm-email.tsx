import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { findToken } from "#app/auth/token.server.ts";
import { changeEmail } from "#app/features/person/change-email.server.ts";
import { ConfirmEmailPage } from "#app/features/person/confirm-email-page.tsx";
import { answer } from "#app/lib/answer.server.ts";
import { paths } from "#app/lib/paths.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { personId } = await enter({ request, context }, "account.own");
  const shown = { secret: param(params, "secret"), purpose: "change-email" as const, now: context.visit.arrivedAt };
  const token = await findToken(database, shown);
  return { email: token?.personId === personId ? token.email : null };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { personId } = await enter({ request, context }, "account.own");
  return answer(async () => {
    await changeEmail(database, { personId, secret: param(params, "secret"), now: context.visit.arrivedAt });
    return redirect(`${paths.account()}?saved`);
  });
}

export default function ConfirmEmailRoute() {
  return <ConfirmEmailPage {...useLoaderData<typeof loader>()} />;
}
