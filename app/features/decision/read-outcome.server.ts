import { findDefinition } from "#app/features/call/queries.server.ts";
import type { Language } from "#app/i18n/text.ts";
import type { Db } from "#db/database.server.ts";
import { findOutcome } from "./queries.server.ts";

type Asked = { applicationId: string; language: Language };

/** What the team of an entry may know of its outcome, with awards by their names. Null before anything is published. */
export async function readOutcome(db: Db, { applicationId, language }: Asked) {
  const outcome = await findOutcome(db, { applicationId });
  if (!outcome) return null;
  const honours = [];
  for (const { awardId, definitionId, citationZh, citationEn } of outcome.honours) {
    const definition = await findDefinition(db, definitionId);
    const award = definition?.awards.find(({ id }) => id === awardId)?.name[language] ?? awardId;
    honours.push({ award, citationZh, citationEn });
  }
  return { rounds: outcome.rounds, honours };
}
