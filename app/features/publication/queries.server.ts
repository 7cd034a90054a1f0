import type { Db } from "#db/database.server.ts";

/** The dates of a call's rounds, in their order. */
export function listRoundDates(db: Db, callId: string) {
  return db
    .selectFrom("round")
    .select(["round.code", "round.opensAt", "round.closesAt"])
    .where("round.callId", "=", callId)
    .orderBy("round.position")
    .limit(20)
    .execute();
}

const GONE = ["withdrawn", "disqualified", "rejected"] as const;

/**
 * Who went on from the published rounds of an edition: titles alone, never a person, since later rounds may be blind.
 * Nothing of a round appears before its publication.
 */
export function listPublishedLineUp(db: Db, editionId: string) {
  return db
    .selectFrom("publication")
    .innerJoin("round", "round.id", "publication.roundId")
    .innerJoin("call", "call.id", "publication.callId")
    .innerJoin("programme", "programme.id", "call.programmeId")
    .innerJoin("unit", "unit.id", "programme.unitId")
    .innerJoin("decision", "decision.roundId", "publication.roundId")
    .innerJoin("application", "application.id", "decision.applicationId")
    .select(["publication.id as publicationId", "publication.publishedAt", "application.id as applicationId"])
    .select(["application.title", "round.nameZh as roundZh", "round.nameEn as roundEn"])
    .select(["call.slug as callSlug", "call.nameZh as callZh", "call.nameEn as callEn"])
    .where("programme.editionId", "=", editionId)
    .where("decision.outcome", "=", "advance")
    .where("application.state", "not in", GONE)
    .orderBy("publication.publishedAt", "desc")
    .orderBy("unit.number")
    .orderBy("call.position")
    .orderBy("publication.id")
    .orderBy("application.id")
    .limit(500)
    .execute();
}

/** The honours of calls whose last round is published, with the sealed answers for what their makers let us print. */
export function listPublishedHonours(db: Db, editionId: string) {
  return db
    .selectFrom("honour")
    .innerJoin("call", "call.id", "honour.callId")
    .innerJoin("programme", "programme.id", "call.programmeId")
    .innerJoin("unit", "unit.id", "programme.unitId")
    .innerJoin("application", "application.id", "honour.applicationId")
    .innerJoin("submission", "submission.id", "application.submissionId")
    .select(["honour.id", "honour.awardId", "honour.citationZh", "honour.citationEn", "application.title"])
    .select(["submission.answers as sealed", "application.answers as current", "submission.definitionId"])
    .select(["call.slug as callSlug"])
    .select(["call.nameZh as callZh", "call.nameEn as callEn"])
    .select(["programme.nameZh as programmeZh", "programme.nameEn as programmeEn"])
    .where("programme.editionId", "=", editionId)
    .where("application.state", "=", "honoured")
    .where((is) =>
      is.exists(
        is
          .selectFrom("publication")
          .innerJoin("round", "round.id", "publication.roundId")
          .select("publication.id")
          .whereRef("publication.callId", "=", "honour.callId")
          .where((last) =>
            last.not(
              last.exists(
                last
                  .selectFrom("round as later")
                  .select("later.id")
                  .whereRef("later.callId", "=", "honour.callId")
                  .whereRef("later.position", ">", "round.position")
                  // Rounds without a sheet of marks are never opened, so nothing of them is published.
                  .where("later.kind", "not in", ["eligibility", "training", "deliberation"]),
              ),
            ),
          ),
      ),
    )
    .orderBy("unit.number")
    .orderBy("call.position")
    .orderBy("honour.decidedAt")
    .orderBy("honour.id")
    .limit(200)
    .execute();
}
