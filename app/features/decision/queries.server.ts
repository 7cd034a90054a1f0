import type { Db } from "#db/database.server.ts";
import type { Tally } from "./rules.ts";

const GONE = ["withdrawn", "disqualified", "rejected"] as const;

/** Every entry of a round with its decision, if there is one. Entries the reader is tied to are left out. */
export async function listDecisions(
  db: Db,
  { roundId, hiddenIds = [] }: { roundId: string; hiddenIds?: readonly string[] },
) {
  const hidden = new Set(hiddenIds);
  const rows = await db
    .selectFrom("roundEntry")
    .innerJoin("application", "application.id", "roundEntry.applicationId")
    .leftJoin("decision", (join) =>
      join
        .onRef("decision.roundId", "=", "roundEntry.roundId")
        .onRef("decision.applicationId", "=", "roundEntry.applicationId"),
    )
    .select(["application.id", "application.code", "application.title", "application.state"])
    .select([
      "decision.outcome",
      "decision.reservePosition",
      "decision.reason",
      "decision.version",
      "decision.decidedAt",
    ])
    .where("roundEntry.roundId", "=", roundId)
    .where("application.state", "not in", GONE)
    .orderBy("application.id")
    .limit(10_000)
    .execute();
  return rows.filter((row) => !hidden.has(row.id));
}

export type DecisionRow = Awaited<ReturnType<typeof listDecisions>>[number];

/** The honours of a call. */
export function listHonours(db: Db, callId: string) {
  return db
    .selectFrom("honour")
    .innerJoin("application", "application.id", "honour.applicationId")
    .select(["honour.id", "honour.applicationId", "honour.awardId", "honour.citationZh", "honour.citationEn"])
    .select(["application.title", "application.code"])
    .where("honour.callId", "=", callId)
    .orderBy("honour.decidedAt")
    .orderBy("honour.id")
    .limit(500)
    .execute();
}

/** The numbers an organiser confirms before publishing. */
export async function tallyRound(db: Db, { roundId, callId }: { roundId: string; callId: string }): Promise<Tally> {
  const decisions = await listDecisions(db, { roundId });
  const ids = new Set(decisions.map((row) => row.id));
  const honours = (await listHonours(db, callId)).filter((honour) => ids.has(honour.applicationId));
  const of = (outcome: string) => decisions.filter((row) => row.outcome === outcome).length;
  return {
    advance: of("advance"),
    reserve: of("reserve"),
    decline: of("decline"),
    honours: honours.length,
    entries: decisions.length,
  };
}

/** Whom the letters of a round go to: the lead of each entry. */
export function listLeads(db: Db, roundId: string) {
  return db
    .selectFrom("roundEntry")
    .innerJoin("application", "application.id", "roundEntry.applicationId")
    .innerJoin("person", "person.id", "application.leadId")
    .select(["application.id", "application.title", "application.state"])
    .select(["person.id as personId", "person.name", "person.email", "person.language"])
    .where("roundEntry.roundId", "=", roundId)
    .where("application.state", "not in", GONE)
    .orderBy("application.id")
    .limit(10_000)
    .execute();
}

/**
 * What an applicant may know of the outcome of their entry: of published rounds only, and of the reviews only the words
 * meant for them, in an order that says nothing of who wrote them or when.
 */
export async function findOutcome(db: Db, { applicationId }: { applicationId: string }) {
  const rounds = await db
    .selectFrom("decision")
    .innerJoin("round", "round.id", "decision.roundId")
    .innerJoin("publication", "publication.roundId", "round.id")
    .select(["round.id", "round.nameZh", "round.nameEn", "decision.outcome", "decision.reservePosition"])
    .select(["publication.publishedAt"])
    .where("decision.applicationId", "=", applicationId)
    .orderBy("round.position", "desc")
    .limit(20)
    .execute();
  if (rounds.length === 0) return null;
  const words = await db
    .selectFrom("review")
    .innerJoin("assignment", "assignment.id", "review.assignmentId")
    .innerJoin("publication", "publication.roundId", "assignment.roundId")
    .leftJoin("recusal", "recusal.assignmentId", "assignment.id")
    .select(["assignment.roundId", "review.applicantText"])
    .where("assignment.applicationId", "=", applicationId)
    .where("review.sentAt", "is not", null)
    .where("review.applicantText", "!=", "")
    .where("recusal.assignmentId", "is", null)
    .limit(200)
    .execute();
  const honours = await db
    .selectFrom("honour")
    .innerJoin("application", "application.id", "honour.applicationId")
    .innerJoin("callDefinition", "callDefinition.id", "application.definitionId")
    .select(["honour.awardId", "honour.citationZh", "honour.citationEn", "callDefinition.id as definitionId"])
    .where("honour.applicationId", "=", applicationId)
    .where("application.state", "=", "honoured")
    .limit(20)
    .execute();
  return {
    rounds: rounds.map((round) => ({
      ...round,
      words: scatter(words.filter((one) => one.roundId === round.id).map((one) => one.applicantText)),
    })),
    honours,
  };
}

/** The same order every time, and none that anybody can read something from: by the words themselves, scattered. */
function scatter(texts: readonly string[]): string[] {
  return texts
    .map((text) => ({ text, place: placeOf(text) }))
    .sort((one, other) => one.place - other.place || (one.text < other.text ? -1 : 1))
    .map(({ text }) => text);
}

function placeOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
