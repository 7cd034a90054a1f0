import type { Db } from "#db/database.server.ts";

export const PAGE_SIZE = 50;

/** Actions that tell something of who judges whom, or what was decided. */
const jurySide = ["assignment.", "conflict.", "decision.", "honour.", "juror.", "panelist.", "review.", "round."];

type Scope = {
  /** Null for the whole house, else the programmes whose events may be read. */
  programmeIds: readonly string[] | null;
  /** Programmes in which the reader is tied to an entry: of these the jury's side stays closed. */
  tiedProgrammeIds: readonly string[];
  /** Only the events of this one thing. */
  subject: string;
  /** Only lines before this number; 0 for the newest. */
  before: number;
};

/** One page of the log, newest first, with one line more than a page where there is another. */
export function listEvents(db: Db, { programmeIds, tiedProgrammeIds, subject, before }: Scope) {
  let events = db
    .selectFrom("event")
    .leftJoin("person", "person.id", "event.actorId")
    .select(["event.sequence", "event.action", "event.subjectKind", "event.subjectId", "event.details"])
    .select(["event.createdAt", "event.hash", "person.name as actorName"])
    .orderBy("event.sequence", "desc")
    .limit(PAGE_SIZE + 1);
  if (programmeIds) events = events.where("event.programmeId", "in", programmeIds);
  if (tiedProgrammeIds.length > 0)
    events = events.where((eb) =>
      eb.or([
        eb("event.programmeId", "is", null),
        eb("event.programmeId", "not in", tiedProgrammeIds),
        eb.not(eb.or(jurySide.map((start) => eb("event.action", "like", `${start}%`)))),
      ]),
    );
  if (subject) events = events.where("event.subjectId", "=", subject);
  if (before > 0) events = events.where("event.sequence", "<", before);
  return events.execute();
}

/** The programmes in which a person has an entry, or a tie to one. */
export async function listTiedProgrammes(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("application")
    .innerJoin("call", "call.id", "application.callId")
    .select("call.programmeId")
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom("teamMember")
            .select("teamMember.personId")
            .whereRef("teamMember.applicationId", "=", "application.id")
            .where("teamMember.personId", "=", personId),
        ),
        eb.exists(
          eb
            .selectFrom("conflict")
            .select("conflict.id")
            .whereRef("conflict.applicationId", "=", "application.id")
            .where("conflict.personId", "=", personId)
            .where("conflict.liftedAt", "is", null),
        ),
      ]),
    )
    .groupBy("call.programmeId")
    .limit(1000)
    .execute();
  return rows.map((row) => row.programmeId);
}
