import type { Answers } from "#app/features/call/answers.ts";
import { NotFound } from "#app/lib/refusal.ts";
import type { Db } from "#db/database.server.ts";
import type { EditionFacts } from "./derived.ts";

/** The answers as they are stored: opened in this one place. */
export function openAnswers(stored: string): Answers {
  return JSON.parse(stored);
}

/**
 * One application with what its call and edition say. The gate has judged the reader before.
 * Throws NotFound for an unknown id.
 */
export async function getApplication(db: Db, applicationId: string) {
  const row = await db
    .selectFrom("application")
    .innerJoin("call", "call.id", "application.callId")
    .innerJoin("programme", "programme.id", "call.programmeId")
    .innerJoin("edition", "edition.id", "programme.editionId")
    .innerJoin("person", "person.id", "application.leadId")
    .select([
      "application.id",
      "application.callId",
      "application.definitionId",
      "application.leadId",
      "application.code",
    ])
    .select(["application.title", "application.answers", "application.version", "application.state"])
    .select(["application.submissionId", "application.submittedAt", "application.createdAt", "application.updatedAt"])
    .select(["call.code as callCode", "call.slug as callSlug", "call.nameZh as callZh", "call.nameEn as callEn"])
    .select(["call.opensAt", "call.closesAt", "call.programmeId", "programme.slug as programmeSlug"])
    .select(["programme.nameZh as programmeZh", "programme.nameEn as programmeEn", "programme.maxEntriesPerLead"])
    .select(["edition.id as editionId", "edition.year", "edition.startsOn", "edition.timeZone", "edition.settings"])
    .select(["person.name as leadName", "person.email as leadEmail", "person.language as leadLanguage"])
    .where("application.id", "=", applicationId)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}

export type ApplicationRow = Awaited<ReturnType<typeof getApplication>>;

/** What conditions and rules may ask of the edition an application belongs to. */
export function editionFactsOf({ startsOn }: Pick<ApplicationRow, "startsOn">): EditionFacts {
  return { startsOn, hasOverseasRecipient: false };
}

/** The applications a person is in a team of, newest first. */
export function listOwnApplications(db: Db, { personId }: { personId: string }) {
  return db
    .selectFrom("teamMember")
    .innerJoin("application", "application.id", "teamMember.applicationId")
    .innerJoin("call", "call.id", "application.callId")
    .innerJoin("programme", "programme.id", "call.programmeId")
    .innerJoin("edition", "edition.id", "programme.editionId")
    .select(["application.id", "application.title", "application.code", "application.state", "application.updatedAt"])
    .select(["application.submittedAt", "application.submissionId", "teamMember.role"])
    .select([
      "call.nameZh as callZh",
      "call.nameEn as callEn",
      "call.opensAt",
      "call.closesAt",
      "call.slug as callSlug",
    ])
    .select(["programme.nameZh as programmeZh", "programme.nameEn as programmeEn", "edition.timeZone"])
    .where("teamMember.personId", "=", personId)
    .orderBy("application.updatedAt", "desc")
    .orderBy("application.id")
    .limit(100)
    .execute();
}

/** Who works on an application. */
export function listTeam(db: Db, applicationId: string) {
  return db
    .selectFrom("teamMember")
    .innerJoin("person", "person.id", "teamMember.personId")
    .select(["person.id", "person.name", "person.email", "teamMember.role", "teamMember.joinedAt"])
    .where("teamMember.applicationId", "=", applicationId)
    .orderBy("teamMember.joinedAt")
    .orderBy("person.id")
    .limit(50)
    .execute();
}

/** When and why an application was last returned for correction. Undefined while it never was. */
export function findReturn(db: Db, applicationId: string) {
  return db
    .selectFrom("transition")
    .select(["createdAt", "until", "reason", "reopened"])
    .where("applicationId", "=", applicationId)
    .where("toState", "=", "returned")
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** The letters one person got about an application, newest first. Held ones are nobody's yet. */
export function listLettersAbout(db: Db, { applicationId, personId }: { applicationId: string; personId: string }) {
  return db
    .selectFrom("letter")
    .select(["id", "subject", "createdAt"])
    .where("applicationId", "=", applicationId)
    .where("personId", "=", personId)
    .where("state", "!=", "held")
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(100)
    .execute();
}
