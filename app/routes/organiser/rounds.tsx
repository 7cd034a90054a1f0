import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { findCall } from "#app/features/call/queries.server.ts";
import { findHiddenSide } from "#app/features/conflict/queries.server.ts";
import { listProgress, listRounds, planOf } from "#app/features/round/queries.server.ts";
import { RoundsPage } from "#app/features/round/rounds-page.tsx";
import { isJudged, stageOf } from "#app/features/round/rules.ts";
import { manage } from "#app/i18n/messages/manage.ts";
import { titled } from "#app/i18n/title.ts";
import { found } from "#app/lib/answer.server.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(manage, "tab.rounds");

export async function loader(args: LoaderFunctionArgs) {
  const { id: callId, slug, programmeId, timeZone } = found(await findCall(database, param(args.params, "call")));
  const { personId } = await enter(args, "round.manage", { programmeId });
  const { language } = args.context.visit;
  const [rows, progress, { isEntrant, applicationIds }] = await Promise.all([
    listRounds(database, callId),
    listProgress(database, callId),
    findHiddenSide(database, { personId, callId }),
  ]);
  const rounds = rows.map((row) => {
    const plan = planOf(row);
    const { code, nameZh, nameEn, reviewsPerEntry, closesAt, openedAt } = row;
    // Numbers of the whole would tell who is tied to an entry something of it; the round's own page counts without it.
    const own = isEntrant || applicationIds.length > 0 ? undefined : progress.get(row.id);
    return {
      code,
      nameZh,
      nameEn,
      reviewsPerEntry,
      closesAt,
      openedAt,
      stage: stageOf(row, row.publishedAt !== null),
      isJudged: isJudged(plan),
      isBlind: row.isBlind === 1,
      criteria: plan.criteria.map(({ id, label, weight }) => ({ id, label: label[language], weight })),
      progress: own ? { entries: own.entries, assigned: own.assigned, sent: own.sent } : null,
    };
  });
  return { slug, timeZone, rounds, isEntrant };
}

export default function RoundsRoute() {
  return <RoundsPage {...useLoaderData<typeof loader>()} />;
}
