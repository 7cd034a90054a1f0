import { createHash } from "node:crypto";
import type { Db } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { newId } from "./id.server.ts";
import type { Moment } from "./moment.ts";

export type NewEvent = {
  /** `<noun>.<past participle>`, as `application.submitted`. */
  action: string;
  subjectKind: string;
  subjectId: string;
  programmeId?: string | null;
  actorId: string | null;
  details?: Record<string, unknown>;
  now: Moment;
};

/**
 * Writes one line of the audit chain inside the caller's transaction. Each line's hash covers the line before it,
 * so a changed or missing line shows (`tidemark verify`).
 */
export async function recordEvent(
  trx: Db,
  { now, details = {}, programmeId = null, ...facts }: NewEvent,
): Promise<void> {
  await lock(trx, "event", "chain");
  const last = await trx
    .selectFrom("event")
    .select(["sequence", "hash"])
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  const line = {
    id: newId(),
    sequence: (last?.sequence ?? 0) + 1,
    ...facts,
    programmeId,
    details: JSON.stringify(details),
    createdAt: now,
    previousHash: last?.hash ?? "",
  };
  await trx
    .insertInto("event")
    .values({ ...line, hash: eventHash(line) })
    .execute();
}

type Line = {
  sequence: number;
  action: string;
  subjectKind: string;
  subjectId: string;
  programmeId: string | null;
  actorId: string | null;
  details: string;
  createdAt: Moment;
  previousHash: string;
};

/** SHA-256 over the facts of a line and the hash of the line before it, hexadecimal. */
export function eventHash(line: Line): string {
  const facts = [
    line.previousHash,
    line.sequence,
    line.action,
    line.subjectKind,
    line.subjectId,
    line.programmeId,
    line.actorId,
    line.details,
    line.createdAt,
  ];
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}
