import type { Db } from "#db/database.server.ts";

/** Every sealed version of an application, newest first, with all that was handed in. */
export function listSealed(db: Db, applicationId: string) {
  return db
    .selectFrom("submission")
    .select(["id", "number", "receiptNumber", "hash", "arrivedAt", "definitionId", "answers", "manifest"])
    .where("applicationId", "=", applicationId)
    .orderBy("number", "desc")
    .limit(100)
    .execute();
}

/** The entries of a call that were handed in, some at a time, in the order of their ids. Drafts are their teams' own. */
export function listHandedIn(db: Db, { callId, after, limit }: { callId: string; after: string; limit: number }) {
  return db
    .selectFrom("application")
    .innerJoin("person", "person.id", "application.leadId")
    .innerJoin("submission", "submission.id", "application.submissionId")
    .select(["application.id", "application.code", "application.title", "application.state", "application.submittedAt"])
    .select([
      "person.name",
      "person.email",
      "submission.answers",
      "submission.definitionId",
      "submission.receiptNumber",
    ])
    .where("application.callId", "=", callId)
    .where("application.id", ">", after)
    .orderBy("application.id")
    .limit(limit)
    .execute();
}

/** Who somebody is here, as they told us. */
export function findAccount(db: Db, personId: string) {
  return db
    .selectFrom("person")
    .select(["name", "email", "language", "emailVerifiedAt", "createdAt"])
    .where("id", "=", personId)
    .executeTakeFirst();
}

/** The applications somebody is in the team of. */
export function listMemberships(db: Db, personId: string) {
  return db
    .selectFrom("teamMember")
    .innerJoin("application", "application.id", "teamMember.applicationId")
    .innerJoin("call", "call.id", "application.callId")
    .select(["application.id", "application.code", "application.title", "call.slug", "teamMember.role"])
    .where("teamMember.personId", "=", personId)
    .orderBy("application.id")
    .limit(1_000)
    .execute();
}

/** The letters somebody got, newest first. */
export function listLetters(db: Db, personId: string) {
  return db
    .selectFrom("letter")
    .select(["kind", "subject", "text", "createdAt"])
    .where("personId", "=", personId)
    .where("state", "!=", "held")
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(5_000)
    .execute();
}

/** What somebody wrote as a juror, under the name the entry had for them. */
export function listOwnReviews(db: Db, personId: string) {
  return db
    .selectFrom("review")
    .innerJoin("assignment", "assignment.id", "review.assignmentId")
    .innerJoin("round", "round.id", "assignment.roundId")
    .select(["review.id", "round.nameEn as round", "assignment.label as entry", "review.verdict"])
    .select(["review.privateNote", "review.panelText", "review.applicantText", "review.savedAt", "review.sentAt"])
    .where("assignment.jurorId", "=", personId)
    .orderBy("review.id")
    .limit(10_000)
    .execute();
}

/** The marks of reviews, in hundredths, as they were given. */
export function listMarks(db: Db, personId: string) {
  return db
    .selectFrom("mark")
    .innerJoin("review", "review.id", "mark.reviewId")
    .innerJoin("assignment", "assignment.id", "review.assignmentId")
    .select(["mark.reviewId", "mark.criterion", "mark.hundredths"])
    .where("assignment.jurorId", "=", personId)
    .orderBy("mark.reviewId")
    .limit(100_000)
    .execute();
}
