import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { findCall, findDefinition } from "#app/features/call/queries.server.ts";
import { chooseRound } from "#app/features/round/choose-round.ts";
import { listRounds, planOf } from "#app/features/round/queries.server.ts";
import { scoresQuery } from "#app/features/score/forms.ts";
import { readScores } from "#app/features/score/read-scores.server.ts";
import { pageOfScores } from "#app/features/score/score-order.ts";
import { ScoresPage } from "#app/features/score/scores-page.tsx";
import { manage } from "#app/i18n/messages/manage.ts";
import { titled } from "#app/i18n/title.ts";
import { found } from "#app/lib/answer.server.ts";
import { param, readQuery } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(manage, "tab.scores");

export async function loader(args: LoaderFunctionArgs) {
  const call = found(await findCall(database, param(args.params, "call")));
  const { id: callId, slug, programmeId } = call;
  const { personId } = await enter(args, "scores.read", { programmeId });
  const { scale } = found(await findDefinition(database, call.definitionId));
  const query = readQuery(args.request, scoresQuery);
  const { opened, round } = chooseRound(await listRounds(database, callId), query.round);
  const names = opened.map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn }));
  if (!round) return { slug, rounds: names, round: null, isEntrant: false, scores: null };
  const plan = planOf(round);
  const all = await readScores(database, { callId, round, plan, scale, personId });
  const { code, nameZh, nameEn, reviewsPerEntry: wanted } = round;
  const { language } = args.context.visit;
  const verdicts = scale.verdicts.map(({ id, label }) => ({ id, label: label[language] }));
  return {
    slug,
    rounds: names,
    round: { code, nameZh, nameEn },
    isEntrant: all === null,
    scores: all && { ...pageOfScores(all, { ...query, wanted }), wanted, verdicts, order: query.order },
  };
}

export default function ScoresRoute() {
  return <ScoresPage {...useLoaderData<typeof loader>()} />;
}
