import type { Obstacle } from "#app/lib/refusal.ts";
import type { Db } from "#db/database.server.ts";

/** One file, whoever asks: the gate is asked with its application. Removed ones are gone. */
export function findFile(db: Db, fileId: string) {
  return db.selectFrom("file").selectAll().where("id", "=", fileId).where("state", "!=", "removed").executeTakeFirst();
}

export type FileRow = NonNullable<Awaited<ReturnType<typeof findFile>>>;

/** An application's files in every state but removed, by slot, oldest first. */
export async function listFiles(db: Db, applicationId: string) {
  const rows = await db
    .selectFrom("file")
    .select([
      "id",
      "slot",
      "name",
      "bytes",
      "format",
      "state",
      "sha256",
      "obstacles",
      "facts",
      "createdAt",
      "verifiedAt",
    ])
    .where("applicationId", "=", applicationId)
    .where("state", "!=", "removed")
    .orderBy("slot")
    .orderBy("createdAt")
    .orderBy("id")
    .limit(200)
    .execute();
  return rows.map(({ obstacles, facts, ...row }) => ({
    ...row,
    obstacles: JSON.parse(obstacles) as Obstacle[],
    facts: JSON.parse(facts) as { seconds?: number; width?: number; height?: number; codec?: string; pages?: number },
  }));
}

/** The file a juror's round froze: whether it is in the submission that a round of theirs shows, and how it is called there. */
export function findFrozenFile(db: Db, { fileId, jurorId }: { fileId: string; jurorId: string }) {
  return db
    .selectFrom("file")
    .innerJoin("assignment", "assignment.applicationId", "file.applicationId")
    .innerJoin("round", "round.id", "assignment.roundId")
    .innerJoin("roundEntry", (join) =>
      join.onRef("roundEntry.roundId", "=", "round.id").onRef("roundEntry.applicationId", "=", "file.applicationId"),
    )
    .innerJoin("submission", "submission.id", "roundEntry.submissionId")
    .leftJoin("recusal", "recusal.assignmentId", "assignment.id")
    .select(["submission.manifest", "submission.definitionId", "round.isBlind"])
    .where("file.id", "=", fileId)
    .where("assignment.jurorId", "=", jurorId)
    .where("recusal.assignmentId", "is", null)
    .where("round.openedAt", "is not", null)
    .orderBy("round.isBlind")
    .limit(10)
    .execute();
}

/** How many uploads a person has under way. */
export async function countOpenUploads(db: Db, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom("file")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("uploadedBy", "=", personId)
    .where("state", "=", "uploading")
    .executeTakeFirstOrThrow();
  return count;
}
