import type { Db } from "#db/database.server.ts";
import type { SentReview } from "./summary.ts";

const GONE = ["withdrawn", "disqualified", "rejected"] as const;

type Scope = { roundId: string; hiddenIds: readonly string[] };

/**
 * The sent reviews of a round with their marks. Recused ones, those under a conflict and entries that left do not
 * count; entries in `hiddenIds` (which the reader is tied to) are left out wholly.
 */
export async function listSentReviews(db: Db, { roundId, hiddenIds }: Scope): Promise<SentReview[]> {
  const hidden = new Set(hiddenIds);
  const reviews = await standingReviews(db, roundId)
    .select(["review.id", "review.verdict", "assignment.applicationId", "assignment.jurorId"])
    .orderBy("review.id")
    .limit(50_000)
    .execute();
  const marks = await standingReviews(db, roundId)
    .innerJoin("mark", "mark.reviewId", "review.id")
    .select(["mark.reviewId", "mark.criterion", "mark.hundredths"])
    .orderBy("mark.reviewId")
    .orderBy("mark.criterion")
    .limit(500_000)
    .execute();
  const byReview = new Map<string, Map<string, number>>();
  for (const { reviewId, criterion, hundredths } of marks) {
    const own = byReview.get(reviewId) ?? new Map<string, number>();
    byReview.set(reviewId, own.set(criterion, hundredths));
  }
  return reviews
    .filter((review) => !hidden.has(review.applicationId))
    .map(({ id, ...review }) => ({ ...review, marks: byReview.get(id) ?? new Map<string, number>() }));
}

function standingReviews(db: Db, roundId: string) {
  return db
    .selectFrom("review")
    .innerJoin("assignment", "assignment.id", "review.assignmentId")
    .innerJoin("application", "application.id", "assignment.applicationId")
    .leftJoin("recusal", "recusal.assignmentId", "assignment.id")
    .where("assignment.roundId", "=", roundId)
    .where("review.sentAt", "is not", null)
    .where("recusal.assignmentId", "is", null)
    .where("application.state", "not in", GONE)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("conflict")
            .select("conflict.id")
            .whereRef("conflict.applicationId", "=", "assignment.applicationId")
            .whereRef("conflict.personId", "=", "assignment.jurorId")
            .where("conflict.isHard", "=", 1)
            .where("conflict.liftedAt", "is", null),
        ),
      ),
    );
}

/** The reviews of one entry in a round as organisers and chairs read them: marks, words, who wrote them. */
export function listReviewWords(db: Db, { roundId, applicationId }: { roundId: string; applicationId: string }) {
  return standingReviews(db, roundId)
    .innerJoin("person", "person.id", "assignment.jurorId")
    .select(["review.id", "review.verdict", "review.panelText", "review.applicantText", "review.sentAt"])
    .select(["person.name as jurorName"])
    .where("assignment.applicationId", "=", applicationId)
    .orderBy("review.id")
    .limit(100)
    .execute();
}

/** The entries of an open round that a juror has not sent a review of yet: others' marks of them stay closed. */
export async function listUnsentOfJuror(db: Db, { roundId, jurorId }: { roundId: string; jurorId: string }) {
  const rows = await db
    .selectFrom("assignment")
    .innerJoin("round", "round.id", "assignment.roundId")
    .leftJoin("review", "review.assignmentId", "assignment.id")
    .select("assignment.applicationId")
    .where("assignment.roundId", "=", roundId)
    .where("assignment.jurorId", "=", jurorId)
    .where("round.closedAt", "is", null)
    .where("review.sentAt", "is", null)
    .orderBy("assignment.applicationId")
    .limit(5000)
    .execute();
  return rows.map((row) => row.applicationId);
}

/** The marks of some reviews, in hundredths, by review. */
export async function listMarks(db: Db, reviewIds: readonly string[]): Promise<Map<string, Map<string, number>>> {
  if (reviewIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("mark")
    .select(["reviewId", "criterion", "hundredths"])
    .where("reviewId", "in", reviewIds)
    .orderBy("reviewId")
    .orderBy("criterion")
    .limit(5000)
    .execute();
  const byReview = new Map<string, Map<string, number>>();
  for (const { reviewId, criterion, hundredths } of rows)
    byReview.set(reviewId, (byReview.get(reviewId) ?? new Map<string, number>()).set(criterion, hundredths));
  return byReview;
}
