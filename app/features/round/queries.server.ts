import type { RoundPlan } from "#app/features/call/definition.ts";
import type { Db } from "#db/database.server.ts";
import type { ApplicationState } from "#db/schema.ts";
import { isJudged } from "./rules.ts";

const rounds = (db: Db) =>
  db
    .selectFrom("round")
    .leftJoin("publication", "publication.roundId", "round.id")
    .select(["round.id", "round.callId", "round.code", "round.position", "round.nameZh", "round.nameEn"])
    .select(["round.kind", "round.isBlind", "round.reviewsPerEntry", "round.maxLoad", "round.plan"])
    .select(["round.opensAt", "round.closesAt", "round.openedAt", "round.closedAt"])
    .select("publication.publishedAt");

export type RoundRow = NonNullable<Awaited<ReturnType<typeof findRound>>>;

/** One round of a call. Another call's is not found. */
export function findRound(db: Db, { roundId, callId }: { roundId: string; callId: string }) {
  return rounds(db).where("round.id", "=", roundId).where("round.callId", "=", callId).executeTakeFirst();
}

/** A call's rounds in their order. */
export function listRounds(db: Db, callId: string) {
  return rounds(db).where("round.callId", "=", callId).orderBy("round.position").limit(30).execute();
}

/** The rounds of some calls that were opened and are not published yet. */
export function listUnpublishedRounds(db: Db, callIds: readonly string[]) {
  return rounds(db)
    .where("round.callId", "in", callIds)
    .where("round.openedAt", "is not", null)
    .where("publication.id", "is", null)
    .orderBy("round.position")
    .limit(500)
    .execute();
}

/** The plan of a round: stored by us, from a definition that was validated. */
export function planOf({ plan }: { plan: string }): RoundPlan {
  return JSON.parse(plan);
}

/** The judged round before this one, or null for the first. */
export async function findPreviousRound(db: Db, { callId, position }: { callId: string; position: number }) {
  const earlier = await rounds(db)
    .where("round.callId", "=", callId)
    .where("round.position", "<", position)
    .orderBy("round.position", "desc")
    .limit(30)
    .execute();
  return earlier.find((round) => isJudged(planOf(round))) ?? null;
}

/** The judged round after this one, or null for the last. */
export async function findNextRound(db: Db, { callId, position }: { callId: string; position: number }) {
  const later = await rounds(db)
    .where("round.callId", "=", callId)
    .where("round.position", ">", position)
    .orderBy("round.position")
    .limit(30)
    .execute();
  return later.find((round) => isJudged(planOf(round))) ?? null;
}

type Candidate = { id: string; state: ApplicationState; submissionId: string };

/** Who would enter a round now: the eligible, or those advanced from the round before. */
export async function listCandidates(
  db: Db,
  { callId, previousRoundId }: { callId: string; previousRoundId: string | null },
): Promise<Candidate[]> {
  let candidates = db
    .selectFrom("application")
    .select(["application.id", "application.state", "application.submissionId"])
    .where("application.callId", "=", callId)
    .where("application.submissionId", "is not", null);
  candidates = previousRoundId
    ? candidates
        .innerJoin("decision", (join) =>
          join.onRef("decision.applicationId", "=", "application.id").on("decision.roundId", "=", previousRoundId),
        )
        .where("decision.outcome", "=", "advance")
        .where("application.state", "not in", ["withdrawn", "disqualified", "rejected"])
    : candidates.where("application.state", "=", "eligible");
  const rows = await candidates.orderBy("application.id").limit(10_000).execute();
  return rows.flatMap(({ submissionId, ...row }) => (submissionId ? [{ ...row, submissionId }] : []));
}

/** Entries of a call that were handed in and whose formal check is not finished. */
export async function countUnchecked(db: Db, callId: string): Promise<number> {
  const row = await db
    .selectFrom("application")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("callId", "=", callId)
    .where("state", "in", ["submitted", "in_check", "returned"])
    .executeTakeFirstOrThrow();
  return row.count;
}

export type Progress = { entries: number; assigned: number; started: number; sent: number };

/** How far the rounds of a call are: entries, assignments that stand, begun and sent, by round id. */
export async function listProgress(db: Db, callId: string): Promise<Map<string, Progress>> {
  const entries = await db
    .selectFrom("roundEntry")
    .innerJoin("round", "round.id", "roundEntry.roundId")
    .innerJoin("application", "application.id", "roundEntry.applicationId")
    .select(["roundEntry.roundId"])
    .select((eb) => eb.fn.countAll<number>().as("entries"))
    .where("round.callId", "=", callId)
    .where("application.state", "not in", ["withdrawn", "disqualified", "rejected"])
    .groupBy("roundEntry.roundId")
    .execute();
  const work = await db
    .selectFrom("assignment")
    .innerJoin("round", "round.id", "assignment.roundId")
    .innerJoin("application", "application.id", "assignment.applicationId")
    .leftJoin("recusal", "recusal.assignmentId", "assignment.id")
    .leftJoin("review", "review.assignmentId", "assignment.id")
    .select(["assignment.roundId"])
    .select((eb) => [
      eb.fn.countAll<number>().as("assigned"),
      eb.fn.count<number>("review.id").as("started"),
      eb.fn.count<number>("review.sentAt").as("sent"),
    ])
    .where("round.callId", "=", callId)
    .where("recusal.assignmentId", "is", null)
    .where("application.state", "not in", ["withdrawn", "disqualified", "rejected"])
    .groupBy("assignment.roundId")
    .execute();
  const progress = new Map<string, Progress>();
  for (const row of entries) progress.set(row.roundId, { entries: row.entries, assigned: 0, started: 0, sent: 0 });
  for (const { roundId, ...counts } of work)
    progress.set(roundId, { entries: progress.get(roundId)?.entries ?? 0, ...counts });
  return progress;
}

/** How many entries of each round of a call have as many sent reviews as were wanted, by round id. */
export async function countCovered(db: Db, callId: string): Promise<Map<string, number>> {
  const covered = db
    .selectFrom("assignment")
    .innerJoin("round", "round.id", "assignment.roundId")
    .innerJoin("application", "application.id", "assignment.applicationId")
    .innerJoin("review", "review.assignmentId", "assignment.id")
    .leftJoin("recusal", "recusal.assignmentId", "assignment.id")
    .select(["assignment.roundId", "assignment.applicationId"])
    .where("round.callId", "=", callId)
    .where("recusal.assignmentId", "is", null)
    .where("review.sentAt", "is not", null)
    .where("application.state", "not in", ["withdrawn", "disqualified", "rejected"])
    .groupBy(["assignment.roundId", "assignment.applicationId", "round.reviewsPerEntry"])
    .having((eb) => eb(eb.fn.countAll<number>(), ">=", eb.ref("round.reviewsPerEntry")));
  const rows = await db
    .selectFrom(covered.as("covered"))
    .select("covered.roundId")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .groupBy("covered.roundId")
    .execute();
  return new Map(rows.map((row) => [row.roundId, row.count]));
}

/** A round as a use-case needs it: with its call's programme and clock. */
export function findRoundOfProgramme(db: Db, { roundId, programmeId }: { roundId: string; programmeId: string }) {
  return rounds(db)
    .innerJoin("call", "call.id", "round.callId")
    .select(["call.programmeId", "call.closesAt as callClosesAt", "call.definitionId"])
    .where("round.id", "=", roundId)
    .where("call.programmeId", "=", programmeId)
    .executeTakeFirst();
}
