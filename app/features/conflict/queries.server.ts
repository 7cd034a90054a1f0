import type { Db } from "#db/database.server.ts";

/** Conflicts of one application, those lifted too: who said what, when. */
export function listConflicts(db: Db, applicationId: string) {
  return db
    .selectFrom("conflict")
    .innerJoin("person", "person.id", "conflict.personId")
    .innerJoin("person as declarer", "declarer.id", "conflict.declaredBy")
    .select(["conflict.id", "conflict.personId", "conflict.kind", "conflict.isHard", "conflict.note"])
    .select(["conflict.createdAt", "conflict.liftedAt", "person.name", "declarer.name as declaredByName"])
    .where("conflict.applicationId", "=", applicationId)
    .orderBy("conflict.createdAt", "desc")
    .orderBy("conflict.id")
    .limit(200)
    .execute();
}

/** Every pair in a round that may not meet: conflicts that stand and jurors who stepped back. */
export async function listBarredPairs(db: Db, roundId: string): Promise<{ applicationId: string; personId: string }[]> {
  const conflicts = await db
    .selectFrom("conflict")
    .innerJoin("roundEntry", "roundEntry.applicationId", "conflict.applicationId")
    .select(["conflict.applicationId", "conflict.personId"])
    .where("roundEntry.roundId", "=", roundId)
    .where("conflict.liftedAt", "is", null)
    .orderBy("conflict.id")
    .limit(50_000)
    .execute();
  const recusals = await db
    .selectFrom("recusal")
    .innerJoin("assignment", "assignment.id", "recusal.assignmentId")
    .innerJoin("roundEntry", "roundEntry.applicationId", "assignment.applicationId")
    .select(["assignment.applicationId", "assignment.jurorId as personId"])
    .where("roundEntry.roundId", "=", roundId)
    .orderBy("recusal.assignmentId")
    .limit(50_000)
    .execute();
  return [...conflicts, ...recusals];
}

/** What of a call's jury side a person may not see: all of it for an entrant, else the entries they are tied to. */
export async function findHiddenSide(db: Db, { personId, callId }: { personId: string; callId: string }) {
  const ties = await db
    .selectFrom("application")
    .leftJoin("teamMember", (join) =>
      join.onRef("teamMember.applicationId", "=", "application.id").on("teamMember.personId", "=", personId),
    )
    .select(["application.id", "application.state", "teamMember.personId as memberId"])
    .where("application.callId", "=", callId)
    .where((eb) =>
      eb.or([
        eb("teamMember.personId", "is not", null),
        eb.exists(
          eb
            .selectFrom("conflict")
            .select("conflict.id")
            .whereRef("conflict.applicationId", "=", "application.id")
            .where("conflict.personId", "=", personId)
            .where("conflict.liftedAt", "is", null),
        ),
        eb.exists(
          eb
            .selectFrom("assignment")
            .innerJoin("recusal", "recusal.assignmentId", "assignment.id")
            .select("assignment.id")
            .whereRef("assignment.applicationId", "=", "application.id")
            .where("assignment.jurorId", "=", personId),
        ),
      ]),
    )
    .orderBy("application.id")
    .limit(5000)
    .execute();
  return {
    isEntrant: ties.some((tie) => tie.memberId !== null && tie.state !== "draft" && tie.state !== "withdrawn"),
    applicationIds: ties.map((tie) => tie.id),
  };
}

/** The settings text of the edition a programme belongs to, for the kinds of conflict. */
export function findEditionSettings(db: Db, programmeId: string) {
  return db
    .selectFrom("programme")
    .innerJoin("edition", "edition.id", "programme.editionId")
    .select("edition.settings")
    .where("programme.id", "=", programmeId)
    .executeTakeFirst();
}

/** People who may judge or lead in a programme: those a conflict can be set for. */
export function listJurySide(db: Db, programmeId: string) {
  return db
    .selectFrom("role")
    .innerJoin("person", "person.id", "role.personId")
    .select(["person.id", "person.name", "person.email"])
    .where("role.programmeId", "=", programmeId)
    .where("role.revokedAt", "is", null)
    .groupBy(["person.id"])
    .orderBy("person.id")
    .limit(1000)
    .execute();
}

/** Names and addresses of a team, for finding what a juror and an entry share. */
export function listTeam(db: Db, applicationId: string) {
  return db
    .selectFrom("teamMember")
    .innerJoin("person", "person.id", "teamMember.personId")
    .select(["person.id", "person.name", "person.email", "teamMember.role"])
    .where("teamMember.applicationId", "=", applicationId)
    .orderBy("teamMember.joinedAt")
    .orderBy("person.id")
    .limit(50)
    .execute();
}

/** The conflicts of a call that stand, newest first. */
export function listConflictsOfCall(db: Db, callId: string) {
  return db
    .selectFrom("conflict")
    .innerJoin("application", "application.id", "conflict.applicationId")
    .innerJoin("person", "person.id", "conflict.personId")
    .innerJoin("person as declarer", "declarer.id", "conflict.declaredBy")
    .select(["conflict.id", "conflict.applicationId", "conflict.personId", "conflict.kind", "conflict.note"])
    .select(["conflict.createdAt", "application.code", "application.title", "person.name"])
    .select("declarer.name as declaredByName")
    .where("application.callId", "=", callId)
    .where("conflict.liftedAt", "is", null)
    .orderBy("conflict.createdAt", "desc")
    .orderBy("conflict.id")
    .limit(1000)
    .execute();
}

/** Who stands behind the entries of a call that were handed in: for finding what jurors and entries share. */
export function listTeamsOfCall(db: Db, callId: string) {
  return db
    .selectFrom("teamMember")
    .innerJoin("application", "application.id", "teamMember.applicationId")
    .innerJoin("person", "person.id", "teamMember.personId")
    .select(["application.id as applicationId", "application.code", "application.title"])
    .select(["person.name", "person.email"])
    .where("application.callId", "=", callId)
    .where("application.state", "not in", ["draft", "withdrawn", "rejected", "disqualified"])
    .orderBy("application.id")
    .limit(20_000)
    .execute();
}

/** An entry of a call by the code people write on paper. */
export function findEntryByCode(db: Db, { callId, code }: { callId: string; code: string }) {
  return db
    .selectFrom("application")
    .select(["id", "code", "title"])
    .where("callId", "=", callId)
    .where("code", "=", code)
    .where("state", "!=", "draft")
    .executeTakeFirst();
}

type Search = { callId: string; words: readonly string[]; limit: number };

/** The first entries of a call whose titles, teams or codes hold all of some folded words; none for no words. */
export async function searchEntries(db: Db, { callId, words, limit }: Search) {
  if (words.length === 0) return [];
  let entries = db
    .selectFrom("application")
    .select(["id", "code", "title"])
    .where("callId", "=", callId)
    .where("state", "not in", ["draft", "withdrawn"]);
  for (const word of words.slice(0, 5))
    entries = entries.where("searchText", "like", `%${word.replace(/[\\%_]/g, "_")}%`);
  return entries.orderBy("code").orderBy("id").limit(limit).execute();
}
