import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { DesksPage } from "#app/features/call/desks-page.tsx";
import { readDesks } from "#app/features/call/read-desks.server.ts";
import { manage } from "#app/i18n/messages/manage.ts";
import { titled } from "#app/i18n/title.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(manage, "home.title");

export async function loader(args: LoaderFunctionArgs) {
  const { organises, chairs, isAdministrator } = await enter(args, "programme.list-managed");
  const now = args.context.visit.arrivedAt;
  const desks = await readDesks(database, { organises, chairs, now });
  return { desks, isAdministrator, seesAudit: isAdministrator || organises.length > 0, now };
}

export default function ManageRoute() {
  return <DesksPage {...useLoaderData<typeof loader>()} />;
}
