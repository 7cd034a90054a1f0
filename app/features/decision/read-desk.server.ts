import type { CallDefinition, RoundPlan } from "#app/features/call/definition.ts";
import { findNextRound } from "#app/features/round/queries.server.ts";
import { readScores } from "#app/features/score/read-scores.server.ts";
import { orderScores } from "#app/features/score/score-order.ts";
import type { Language } from "#app/i18n/text.ts";
import type { Db } from "#db/database.server.ts";
import { pageOfDecisions } from "./decision-page.ts";
import type { decisionQuery } from "./forms.ts";
import { listHonours, tallyRound } from "./queries.server.ts";

type Asked = {
  callId: string;
  round: {
    id: string;
    callId: string;
    position: number;
    code: string;
    nameZh: string;
    nameEn: string;
    closedAt: string | null;
    publishedAt: string | null;
  };
  plan: RoundPlan;
  definition: Pick<CallDefinition, "scale" | "awards">;
  query: ReturnType<(typeof decisionQuery)["parse"]>;
  personId: string;
  language: Language;
};

/** What stands to be decided in a round, as one of its deciders may see it. Null for somebody with an entry in the call. */
export async function readDecisionDesk(db: Db, { callId, round, plan, definition, query, personId, language }: Asked) {
  const scored = await readScores(db, { callId, round, plan, scale: definition.scale, personId });
  if (!scored) return null;
  const entries = orderScores(scored, "mean");
  const visible = new Set(entries.map(({ id }) => id));
  const isLastRound = (await findNextRound(db, round)) === null;
  const honours = (await listHonours(db, callId)).filter(({ applicationId }) => visible.has(applicationId));
  const { id: roundId, code, nameZh, nameEn, closedAt, publishedAt } = round;
  return {
    round: { code, nameZh, nameEn, closedAt, publishedAt },
    list: pageOfDecisions(entries, query),
    tally: await tallyRound(db, { roundId, callId }),
    suggested: plan.advance?.topN ?? 0,
    // Honours are given where nothing comes after.
    awards: (isLastRound ? definition.awards : []).map(({ id, name, count }) => ({
      id,
      name: name[language],
      count,
      given: honours.filter(({ awardId }) => awardId === id).length,
    })),
    honours: honours.map(({ awardId, ...honour }) => ({
      ...honour,
      award: definition.awards.find(({ id }) => id === awardId)?.name[language] ?? awardId,
    })),
    /** Who may be honoured: the advanced, while there are any. */
    candidates: candidatesOf(entries),
  };
}

type Entry = { id: string; code: string | null; title: string; outcome: string | null };

function candidatesOf(entries: readonly Entry[]) {
  const advanced = entries.filter(({ outcome }) => outcome === "advance");
  return (advanced.length > 0 ? advanced : entries).slice(0, 500).map(({ id, code, title }) => ({ id, code, title }));
}

export type DecisionDesk = NonNullable<Awaited<ReturnType<typeof readDecisionDesk>>>;
