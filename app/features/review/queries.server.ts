import type { Moment } from "#app/lib/moment.ts";
import type { Db } from "#db/database.server.ts";
import { prepared } from "#db/prepared.server.ts";

/** The rounds a juror has work in, newest first, with their own pile counted and nobody else's. */
export function listRoundsOfJuror(db: Db, { jurorId }: { jurorId: string }) {
  return db
    .selectFrom("assignment")
    .innerJoin("round", "round.id", "assignment.roundId")
    .innerJoin("call", "call.id", "round.callId")
    .innerJoin("programme", "programme.id", "call.programmeId")
    .innerJoin("edition", "edition.id", "programme.editionId")
    .leftJoin("recusal", "recusal.assignmentId", "assignment.id")
    .leftJoin("review", "review.assignmentId", "assignment.id")
    .select([
      "round.id",
      "round.nameZh",
      "round.nameEn",
      "round.isBlind",
      "round.openedAt",
      "round.closesAt",
      "round.closedAt",
    ])
    .select([
      "call.nameZh as callZh",
      "call.nameEn as callEn",
      "programme.nameZh as programmeZh",
      "programme.nameEn as programmeEn",
    ])
    .select(["edition.timeZone"])
    .select((eb) => [
      eb.fn.count<number>("assignment.id").as("assigned"),
      eb.fn.count<number>("review.sentAt").as("sent"),
    ])
    .where("assignment.jurorId", "=", jurorId)
    .where("recusal.assignmentId", "is", null)
    .where("round.openedAt", "is not", null)
    .groupBy(["round.id", "call.id", "programme.id", "edition.id"])
    .orderBy("round.openedAt", "desc")
    .orderBy("round.id")
    .limit(50)
    .execute();
}

/** One juror's pile in a round, in their own order. Recused assignments never appear. */
export function listPile(db: Db, { jurorId, roundId }: { jurorId: string; roundId: string }) {
  return db
    .selectFrom("assignment")
    .innerJoin("round", "round.id", "assignment.roundId")
    .innerJoin("roundEntry", (join) =>
      join
        .onRef("roundEntry.roundId", "=", "assignment.roundId")
        .onRef("roundEntry.applicationId", "=", "assignment.applicationId"),
    )
    .innerJoin("submission", "submission.id", "roundEntry.submissionId")
    .innerJoin("application", "application.id", "assignment.applicationId")
    .leftJoin("recusal", "recusal.assignmentId", "assignment.id")
    .leftJoin("review", "review.assignmentId", "assignment.id")
    .select(["assignment.id", "assignment.label", "assignment.position", "submission.manifest"])
    .select(["review.savedAt", "review.sentAt", "review.verdict"])
    .where("assignment.jurorId", "=", jurorId)
    .where("assignment.roundId", "=", roundId)
    .where("recusal.assignmentId", "is", null)
    .where("round.openedAt", "is not", null)
    .where("application.state", "not in", ["withdrawn", "disqualified", "rejected"])
    .orderBy("assignment.position")
    .orderBy("assignment.id")
    .limit(500)
    .execute();
}

/** Where an assignment of this juror stands: what the gate needs. Nobody else's, never a recused one. */
export async function findOwnPlace(db: Db, own: Own) {
  return (await ownPlaces(db, own))[0];
}

type Own = { assignmentId: string; jurorId: string };

const ownPlaces = prepared((db, { assignmentId, jurorId }: Own) =>
  db
    .selectFrom("assignment")
    .innerJoin("round", "round.id", "assignment.roundId")
    .leftJoin("recusal", "recusal.assignmentId", "assignment.id")
    .select(["assignment.applicationId", "assignment.roundId", "assignment.position"])
    .where("assignment.id", "=", assignmentId)
    .where("assignment.jurorId", "=", jurorId)
    .where("recusal.assignmentId", "is", null)
    .where("round.openedAt", "is not", null),
);

/** One assignment of this juror with the frozen submission and what the round asks. Nobody else's, never a recused one. */
export async function findOwnAssignment(db: Db, own: Own) {
  return (await ownAssignments(db, own))[0];
}

const ownAssignments = prepared((db, { assignmentId, jurorId }: Own) =>
  db
    .selectFrom("assignment")
    .innerJoin("round", "round.id", "assignment.roundId")
    .innerJoin("call", "call.id", "round.callId")
    .innerJoin("programme", "programme.id", "call.programmeId")
    .innerJoin("edition", "edition.id", "programme.editionId")
    .innerJoin("roundEntry", (join) =>
      join
        .onRef("roundEntry.roundId", "=", "assignment.roundId")
        .onRef("roundEntry.applicationId", "=", "assignment.applicationId"),
    )
    .innerJoin("submission", "submission.id", "roundEntry.submissionId")
    .leftJoin("recusal", "recusal.assignmentId", "assignment.id")
    .select([
      "assignment.id",
      "assignment.label",
      "assignment.position",
      "assignment.roundId",
      "assignment.applicationId",
    ])
    .select([
      "round.nameZh",
      "round.nameEn",
      "round.isBlind",
      "round.plan",
      "round.openedAt",
      "round.closesAt",
      "round.closedAt",
    ])
    .select([
      "call.nameZh as callZh",
      "call.nameEn as callEn",
      "call.programmeId",
      "edition.timeZone",
      "edition.startsOn",
    ])
    .select(["submission.answers", "submission.manifest", "submission.definitionId"])
    .where("assignment.id", "=", assignmentId)
    .where("assignment.jurorId", "=", jurorId)
    .where("recusal.assignmentId", "is", null)
    .where("round.openedAt", "is not", null),
);

/** This juror's own review of an assignment with its marks by criterion, or undefined while there is none. */
export async function findOwnReview(db: Db, own: Own) {
  const [review] = await ownReviews(db, own);
  if (!review) return undefined;
  const marks = await marksOfReview(db, { reviewId: review.id });
  return { ...review, marks: Object.fromEntries(marks.map((mark) => [mark.criterion, mark.hundredths])) };
}

const ownReviews = prepared((db, { assignmentId, jurorId }: Own) =>
  db
    .selectFrom("review")
    .innerJoin("assignment", "assignment.id", "review.assignmentId")
    .select(["review.id", "review.verdict", "review.privateNote", "review.panelText", "review.applicantText"])
    .select(["review.version", "review.savedAt", "review.sentAt"])
    .where("review.assignmentId", "=", assignmentId)
    .where("assignment.jurorId", "=", jurorId),
);
const marksOfReview = prepared((db, { reviewId }: { reviewId: string }) =>
  db.selectFrom("mark").select(["criterion", "hundredths"]).where("reviewId", "=", reviewId),
);

/** How many other entries of the round this juror champions. */
export async function countChampionsElsewhere(
  db: Db,
  { assignmentId, jurorId, roundId }: { assignmentId: string; jurorId: string; roundId: string },
): Promise<number> {
  const row = await db
    .selectFrom("review")
    .innerJoin("assignment", "assignment.id", "review.assignmentId")
    .leftJoin("recusal", "recusal.assignmentId", "assignment.id")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("assignment.jurorId", "=", jurorId)
    .where("assignment.roundId", "=", roundId)
    .where("assignment.id", "!=", assignmentId)
    .where("recusal.assignmentId", "is", null)
    .where("review.verdict", "=", "champion")
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Where the reader's pile stands: used to serve the next entry. */
export function findNextAssignment(
  db: Db,
  { jurorId, roundId, after }: { jurorId: string; roundId: string; after: number },
) {
  return db
    .selectFrom("assignment")
    .innerJoin("application", "application.id", "assignment.applicationId")
    .leftJoin("recusal", "recusal.assignmentId", "assignment.id")
    .leftJoin("review", "review.assignmentId", "assignment.id")
    .select("assignment.id")
    .where("assignment.jurorId", "=", jurorId)
    .where("assignment.roundId", "=", roundId)
    .where("recusal.assignmentId", "is", null)
    .where("review.sentAt", "is", null)
    .where("application.state", "not in", ["withdrawn", "disqualified", "rejected"])
    .where("assignment.position", "!=", after)
    .orderBy((eb) => eb.case().when("assignment.position", ">", after).then(0).else(1).end())
    .orderBy("assignment.position")
    .limit(1)
    .executeTakeFirst();
}

export type ReviewState = "untouched" | "draft" | "sent";

/** Whether a review was begun and sent, told from its moments. */
export function reviewStateOf({ savedAt, sentAt }: { savedAt: Moment | null; sentAt: Moment | null }): ReviewState {
  return sentAt ? "sent" : savedAt ? "draft" : "untouched";
}

/** The first entry of each round this juror has not sent yet, by round. */
export async function listNextOfRounds(
  db: Db,
  { jurorId, roundIds }: { jurorId: string; roundIds: readonly string[] },
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("assignment")
    .innerJoin("application", "application.id", "assignment.applicationId")
    .leftJoin("recusal", "recusal.assignmentId", "assignment.id")
    .leftJoin("review", "review.assignmentId", "assignment.id")
    .select(["assignment.id", "assignment.roundId"])
    .where("assignment.jurorId", "=", jurorId)
    .where("assignment.roundId", "in", roundIds)
    .where("recusal.assignmentId", "is", null)
    .where("review.sentAt", "is", null)
    .where("application.state", "not in", ["withdrawn", "disqualified", "rejected"])
    .orderBy("assignment.position")
    .orderBy("assignment.id")
    .limit(1000)
    .execute();
  const next = new Map<string, string>();
  for (const row of rows) if (!next.has(row.roundId)) next.set(row.roundId, row.id);
  return next;
}
