import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { findCall, findDefinition } from "#app/features/call/queries.server.ts";
import { chooseRound } from "#app/features/round/choose-round.ts";
import { listRounds, planOf } from "#app/features/round/queries.server.ts";
import { scoresQuery } from "#app/features/score/forms.ts";
import { readEntryScore } from "#app/features/score/read-entry-score.server.ts";
import { ScoreEntryPage } from "#app/features/score/score-entry-page.tsx";
import { manage } from "#app/i18n/messages/manage.ts";
import { titled } from "#app/i18n/title.ts";
import { found } from "#app/lib/answer.server.ts";
import { param, readQuery } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(manage, "tab.scores");

export async function loader(args: LoaderFunctionArgs) {
  const applicationId = param(args.params, "application");
  const { personId, organises } = await enter(args, "scores.read", { applicationId });
  const { language } = args.context.visit;
  const call = found(await findCall(database, param(args.params, "call")));
  const { id: callId, slug, programmeId } = call;
  const { scale } = found(await findDefinition(database, call.definitionId));
  const { round } = chooseRound(await listRounds(database, callId), readQuery(args.request, scoresQuery).round);
  const { id, code, ...stored } = found(round);
  const plan = planOf(stored);
  const score = found(
    await readEntryScore(database, { callId, round: { id }, plan, scale, applicationId, personId, language }),
  );
  return {
    ...score,
    slug,
    roundCode: code,
    criteria: plan.criteria.map(({ id, label, weight }) => ({ id, label: label[language], weight })),
    isOrganiser: organises.includes(programmeId),
  };
}

export default function ScoreEntryRoute() {
  return <ScoreEntryPage {...useLoaderData<typeof loader>()} />;
}
