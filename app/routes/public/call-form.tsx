import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { callItemOf } from "#app/features/call/call-item.ts";
import { shapeCall } from "#app/features/call/call-view.ts";
import { FormPage } from "#app/features/call/form-page.tsx";
import { findCall, findDefinition } from "#app/features/call/queries.server.ts";
import { publicPages } from "#app/i18n/messages/public.ts";
import { speaker } from "#app/i18n/text.ts";
import { languageOfMatches, titleOf } from "#app/i18n/title.ts";
import { found } from "#app/lib/answer.server.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const language = languageOfMatches(matches);
  return titleOf(speaker(publicPages, language)("form.title", { call: data?.call.name ?? "" }), language);
};

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { language, arrivedAt: now } = context.visit;
  const call = found(await findCall(database, param(params, "call")));
  const definition = found(await findDefinition(database, call.definitionId));
  return { call: callItemOf(call, { language, now }), view: shapeCall(definition, language) };
}

export default function CallFormRoute() {
  return <FormPage {...useLoaderData<typeof loader>()} />;
}
