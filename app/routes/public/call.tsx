import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { callItemOf } from "#app/features/call/call-item.ts";
import { CallPage } from "#app/features/call/call-page.tsx";
import { shapeCall } from "#app/features/call/call-view.ts";
import { findCall, findDefinition } from "#app/features/call/queries.server.ts";
import { listRoundDates } from "#app/features/publication/queries.server.ts";
import { languageOfMatches, titleOf } from "#app/i18n/title.ts";
import { found } from "#app/lib/answer.server.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titleOf(data?.call.name ?? "", languageOfMatches(matches));

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { language, arrivedAt: now } = context.visit;
  const call = found(await findCall(database, param(params, "call")));
  const definition = found(await findDefinition(database, call.definitionId));
  return {
    call: callItemOf(call, { language, now }),
    view: shapeCall(definition, language),
    roundDates: await listRoundDates(database, call.id),
    maxEntriesPerLead: call.maxEntriesPerLead,
    graceMinutes: definition.graceMinutes,
    now,
  };
}

export default function CallRoute() {
  return <CallPage {...useLoaderData<typeof loader>()} />;
}
