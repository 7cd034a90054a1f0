import type { RoundPlan, Scale } from "#app/features/call/definition.ts";
import { findHiddenSide } from "#app/features/conflict/queries.server.ts";
import { listDecisions } from "#app/features/decision/queries.server.ts";
import { totalOf } from "#app/features/review/total.ts";
import type { Db } from "#db/database.server.ts";
import { listMarks, listReviewWords, listUnsentOfJuror } from "./queries.server.ts";

type Asked = {
  callId: string;
  round: { id: string };
  plan: Pick<RoundPlan, "criteria">;
  scale: Pick<Scale, "max" | "verdicts">;
  applicationId: string;
  personId: string;
  language: "zh" | "en";
};

/** Every sent review of one entry in a round. Null where the reader is tied to it, owes a review of it, or it is not there. */
export async function readEntryScore(db: Db, asked: Asked) {
  const { callId, round, plan, scale, applicationId, personId, language } = asked;
  const hidden = await findHiddenSide(db, { personId, callId });
  if (hidden.isEntrant || hidden.applicationIds.includes(applicationId)) return null;
  const unsent = await listUnsentOfJuror(db, { roundId: round.id, jurorId: personId });
  const row = (await listDecisions(db, { roundId: round.id, hiddenIds: unsent })).find(
    ({ id }) => id === applicationId,
  );
  if (!row) return null;
  const words = await listReviewWords(db, { roundId: round.id, applicationId });
  const marks = await listMarks(
    db,
    words.map(({ id }) => id),
  );
  return {
    entry: { id: row.id, code: row.code, title: row.title },
    reviews: words.map(({ id, verdict, panelText, applicantText, jurorName }) => {
      const own = marks.get(id) ?? new Map<string, number>();
      return {
        id,
        jurorName,
        panelText,
        applicantText,
        verdict: scale.verdicts.find((one) => one.id === verdict)?.label[language] ?? null,
        total: totalOf(own, plan.criteria, scale.max) ?? null,
        marks: Object.fromEntries(own),
      };
    }),
  };
}
