import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { callItemOf } from "#app/features/call/call-item.ts";
import { CallsPage } from "#app/features/call/calls-page.tsx";
import { phases } from "#app/features/call/phase.ts";
import { listCalls } from "#app/features/call/queries.server.ts";
import { findCurrentEdition } from "#app/features/edition/queries.server.ts";
import { publicPages } from "#app/i18n/messages/public.ts";
import { titled } from "#app/i18n/title.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(publicPages, "calls.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { language, arrivedAt: now } = context.visit;
  const wanted = new URL(request.url).searchParams.get("phase");
  const edition = await findCurrentEdition(database);
  const calls = edition ? await listCalls(database, edition.id) : [];
  return {
    calls: calls.map((call) => callItemOf(call, { language, now })),
    phase: phases.find((phase) => phase === wanted) ?? null,
    now,
  };
}

export default function CallsRoute() {
  return <CallsPage {...useLoaderData<typeof loader>()} />;
}
