import type { Db } from "#db/database.server.ts";

/** A round's panel with each juror's pile. Who left is listed too: their reviews stay. */
export function listPanel(db: Db, roundId: string) {
  return db
    .selectFrom("panelist")
    .innerJoin("person", "person.id", "panelist.personId")
    .leftJoin("assignment", (join) =>
      join.onRef("assignment.jurorId", "=", "panelist.personId").onRef("assignment.roundId", "=", "panelist.roundId"),
    )
    .leftJoin("recusal", "recusal.assignmentId", "assignment.id")
    .leftJoin("review", "review.assignmentId", "assignment.id")
    .select([
      "panelist.id",
      "panelist.personId",
      "panelist.maxLoad",
      "panelist.expertise",
      "panelist.addedAt",
      "panelist.leftAt",
    ])
    .select(["person.name", "person.email", "person.disabledAt"])
    .select((eb) => [
      eb.fn.count<number>("assignment.id").as("everAssigned"),
      eb.fn.count<number>("recusal.assignmentId").as("recused"),
      eb.fn.count<number>("review.id").as("started"),
      eb.fn.count<number>("review.sentAt").as("sent"),
    ])
    .where("panelist.roundId", "=", roundId)
    .groupBy(["panelist.id", "person.id"])
    .orderBy("panelist.addedAt")
    .orderBy("panelist.id")
    .limit(500)
    .execute();
}

/** Jurors and chairs of a programme: who can be put on a panel without a letter. */
export function listProgrammeJurors(db: Db, programmeId: string) {
  return db
    .selectFrom("role")
    .innerJoin("person", "person.id", "role.personId")
    .select(["person.id", "person.name", "person.email"])
    .select((eb) => eb.fn.max("role.kind").as("kind"))
    .where("role.programmeId", "=", programmeId)
    .where("role.kind", "in", ["juror", "chair"])
    .where("role.revokedAt", "is", null)
    .where("person.disabledAt", "is", null)
    .groupBy(["person.id"])
    .orderBy("person.id")
    .limit(1000)
    .execute();
}

/** What the rules ask of somebody before they join a panel; undefined for who is no juror of the programme. */
export async function findCandidate(
  db: Db,
  {
    personId,
    roundId,
    callId,
    programmeId,
  }: { personId: string; roundId: string; callId: string; programmeId: string },
) {
  const row = await db
    .selectFrom("person")
    .innerJoin("role", "role.personId", "person.id")
    .leftJoin("panelist", (join) =>
      join.onRef("panelist.personId", "=", "person.id").on("panelist.roundId", "=", roundId),
    )
    .select(["person.id", "person.disabledAt", "panelist.id as panelistId", "panelist.leftAt"])
    .where("person.id", "=", personId)
    .where("role.programmeId", "=", programmeId)
    .where("role.kind", "in", ["juror", "chair"])
    .where("role.revokedAt", "is", null)
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const entrants = await listEntrants(db, callId);
  return {
    panelistId: row.panelistId,
    isDisabled: row.disabledAt !== null,
    isOnPanel: row.panelistId !== null && row.leftAt === null,
    isEntrant: entrants.has(personId),
  };
}

/** Everybody who is in the team of an entry of the call: they never judge in it. */
export async function listEntrants(db: Db, callId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom("teamMember")
    .innerJoin("application", "application.id", "teamMember.applicationId")
    .select("teamMember.personId")
    .distinct()
    .where("application.callId", "=", callId)
    .where("application.state", "not in", ["draft", "withdrawn"])
    .limit(50_000)
    .execute();
  return new Set(rows.map((row) => row.personId));
}
