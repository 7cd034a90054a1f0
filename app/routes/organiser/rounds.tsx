import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { findCall } from "#app/features/call/queries.server.ts";
import { findHiddenSide } from "#app/features/conflict/queries.server.ts";
import { countCovered, listProgress, listRounds, planOf } from "#app/features/round/queries.server.ts";
import { readOpening } from "#app/features/round/read-round.server.ts";
import { RoundsPage } from "#app/features/round/rounds-page.tsx";
import { isJudged, isTimeOver, stageOf } from "#app/features/round/rules.ts";
import { manage } from "#app/i18n/messages/manage.ts";
import { titled } from "#app/i18n/title.ts";
import { found } from "#app/lib/answer.server.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(manage, "tab.rounds");

export async function loader(args: LoaderFunctionArgs) {
  const call = found(await findCall(database, param(args.params, "call")));
  const { id: callId, slug, programmeId, timeZone } = call;
  const { personId } = await enter(args, "round.manage", { programmeId });
  const { language, arrivedAt: now } = args.context.visit;
  const [rows, progress, covered, { isEntrant, applicationIds }] = await Promise.all([
    listRounds(database, callId),
    listProgress(database, callId),
    countCovered(database, callId),
    findHiddenSide(database, { personId, callId }),
  ]);
  const next = isEntrant ? undefined : rows.find((row) => isJudged(planOf(row)) && !row.openedAt);
  const opening = next && (await readOpening(database, { round: next, call, now }));
  const rounds = rows.map((row) => {
    const plan = planOf(row);
    const { code, nameZh, nameEn, reviewsPerEntry, closesAt, openedAt, closedAt } = row;
    // Numbers of the whole would tell who is tied to an entry something of it; the round's own page counts without it.
    const own = isEntrant || applicationIds.length > 0 ? undefined : progress.get(row.id);
    return {
      code,
      nameZh,
      nameEn,
      reviewsPerEntry,
      closesAt,
      openedAt,
      closedAt,
      isTimeOver: isTimeOver(row, now),
      stage: stageOf(row, row.publishedAt !== null),
      isJudged: isJudged(plan),
      isBlind: row.isBlind === 1,
      criteria: plan.criteria.map(({ id, label, weight }) => ({ id, label: label[language], weight })),
      progress: own
        ? { entries: own.entries, assigned: own.assigned, sent: own.sent, covered: covered.get(row.id) ?? 0 }
        : null,
      opening: row.id === next?.id && opening ? opening : null,
    };
  });
  return { slug, timeZone, rounds };
}

export default function RoundsRoute() {
  return <RoundsPage {...useLoaderData<typeof loader>()} />;
}
