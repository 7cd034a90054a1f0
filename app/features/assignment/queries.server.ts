import type { Db } from "#db/database.server.ts";

const GONE = ["withdrawn", "disqualified", "rejected"] as const;

/** The entries of a round that are still in it, with what a table names them by. */
export function listEntries(db: Db, roundId: string) {
  return db
    .selectFrom("roundEntry")
    .innerJoin("application", "application.id", "roundEntry.applicationId")
    .select(["application.id", "application.code", "application.title"])
    .where("roundEntry.roundId", "=", roundId)
    .where("application.state", "not in", GONE)
    .orderBy("application.id")
    .limit(10_000)
    .execute();
}

/** Every assignment of a round that stands, with how far its review is. */
export function listAssignments(db: Db, roundId: string) {
  return db
    .selectFrom("assignment")
    .innerJoin("application", "application.id", "assignment.applicationId")
    .leftJoin("recusal", "recusal.assignmentId", "assignment.id")
    .leftJoin("review", "review.assignmentId", "assignment.id")
    .select(["assignment.id", "assignment.applicationId", "assignment.jurorId", "assignment.label"])
    .select(["assignment.position", "assignment.createdAt", "review.savedAt", "review.sentAt"])
    .where("assignment.roundId", "=", roundId)
    .where("recusal.assignmentId", "is", null)
    .where("application.state", "not in", GONE)
    .orderBy("assignment.id")
    .limit(50_000)
    .execute();
}

/** Who stepped back from which entry of a round, or was kept from it after they had begun. */
export function listRecusals(db: Db, roundId: string) {
  return db
    .selectFrom("recusal")
    .innerJoin("assignment", "assignment.id", "recusal.assignmentId")
    .select(["assignment.applicationId", "assignment.jurorId"])
    .where("assignment.roundId", "=", roundId)
    .orderBy("assignment.id")
    .limit(50_000)
    .execute();
}

/** Labels and last place of every juror's pile, recused ones too: a label is never given twice. */
export async function listPiles(db: Db, roundId: string) {
  const rows = await db
    .selectFrom("assignment")
    .select(["jurorId", "label", "position"])
    .where("roundId", "=", roundId)
    .orderBy("id")
    .limit(50_000)
    .execute();
  const piles = new Map<string, { labels: Set<string>; last: number }>();
  for (const { jurorId, label, position } of rows) {
    const pile = piles.get(jurorId) ?? { labels: new Set<string>(), last: 0 };
    pile.labels.add(label);
    pile.last = Math.max(pile.last, position);
    piles.set(jurorId, pile);
  }
  return piles;
}
