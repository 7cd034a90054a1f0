import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { findCall, findDefinition } from "#app/features/call/queries.server.ts";
import { clearDecisions } from "#app/features/decision/clear-decisions.server.ts";
import { DecisionsPage } from "#app/features/decision/decisions-page.tsx";
import { decisionForm, decisionQuery } from "#app/features/decision/forms.ts";
import { publishRound } from "#app/features/decision/publish-round.server.ts";
import { readDecisionDesk } from "#app/features/decision/read-desk.server.ts";
import { recordDecisions } from "#app/features/decision/record-decisions.server.ts";
import { recordHonour } from "#app/features/decision/record-honour.server.ts";
import { removeHonour } from "#app/features/decision/remove-honour.server.ts";
import { chooseRound } from "#app/features/round/choose-round.ts";
import { listRounds, planOf } from "#app/features/round/queries.server.ts";
import { manage } from "#app/i18n/messages/manage.ts";
import { titled } from "#app/i18n/title.ts";
import { found } from "#app/lib/answer.server.ts";
import { actOnForm } from "#app/lib/form.server.ts";
import { paths } from "#app/lib/paths.ts";
import { param, readQuery } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export { headers } from "#app/lib/retry-after.ts";
export { shouldRevalidate } from "#app/lib/revalidation.ts";

export const meta = titled(manage, "tab.decisions");

export async function loader(args: LoaderFunctionArgs) {
  const call = found(await findCall(database, param(args.params, "call")));
  const { id: callId, slug, programmeId } = call;
  const { personId, organises } = await enter(args, "decision.record", { programmeId });
  const definition = found(await findDefinition(database, call.definitionId));
  const query = readQuery(args.request, decisionQuery);
  const { opened, round } = chooseRound(await listRounds(database, callId), query.round);
  const rounds = opened.map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn }));
  const shared = { slug, rounds, timeZone: call.timeZone, mayPublish: organises.includes(programmeId) };
  if (!round) return { ...shared, isEntrant: false, desk: null };
  const { language } = args.context.visit;
  const plan = planOf(round);
  const desk = await readDecisionDesk(database, { callId, round, plan, definition, query, personId, language });
  return { ...shared, isEntrant: desk === null, desk };
}

export async function action(args: ActionFunctionArgs) {
  const { id: callId, slug, programmeId } = found(await findCall(database, param(args.params, "call")));
  const { personId } = await enter(args, "decision.record", { programmeId });
  const url = new URL(args.request.url);
  const { round } = chooseRound(await listRounds(database, callId), readQuery(args.request, decisionQuery).round);
  const { id: roundId } = found(round);
  const { arrivedAt: now } = args.context.visit;
  return actOnForm(args.request, decisionForm, async (form) => {
    const by = { roundId, programmeId, now };
    if (form.intent === "record") {
      const { entry: entries, outcome, reservePosition, reason } = form;
      await recordDecisions(database, { ...by, entries, outcome, reservePosition, reason, deciderId: personId });
    }
    if (form.intent === "clear") {
      const applicationIds = form.entry.map(({ applicationId }) => applicationId);
      await clearDecisions(database, { ...by, applicationIds, deciderId: personId });
    }
    if (form.intent === "honour") {
      const { application: applicationId, awardId, citationZh, citationEn } = form;
      const honour = { applicationId, awardId, citationZh, citationEn };
      await recordHonour(database, { ...by, ...honour, organiserId: personId });
    }
    if (form.intent === "remove-honour")
      await removeHonour(database, { ...by, honourId: form.honour, organiserId: personId });
    if (form.intent === "publish") {
      await enter(args, "results.publish", { programmeId }, "decision.record");
      const { advance, reserve, decline, honours } = form;
      const confirmed = { advance, reserve, decline, honours };
      await publishRound(database, { ...by, confirmed, organiserId: personId });
    }
    url.searchParams.delete("top");
    return redirect(`${paths.manageDecisions(slug)}${url.search}`);
  });
}

export default function DecisionsRoute() {
  return <DecisionsPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />;
}
