import { sql } from "kysely";
import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import type { Db } from "#db/database.server.ts";
import type { JobPayloads } from "./kinds.ts";

type Options = { now: Moment; runAt?: Moment; maxAttempts?: number; dedupeKey?: string };

/**
 * Puts a job on the table inside the caller's transaction: it exists if and only if the transaction commits.
 * With a dedupeKey, a second one while the first still waits is the same as one.
 */
export async function enqueue<Kind extends keyof JobPayloads>(
  db: Db,
  kind: Kind,
  payload: JobPayloads[Kind],
  { now, runAt = now, maxAttempts = 8, dedupeKey }: Options,
): Promise<void> {
  await db
    .insertInto("job")
    .values({
      id: newId(),
      kind,
      payload: JSON.stringify(payload),
      state: "ready",
      runAt,
      attempts: 0,
      maxAttempts,
      leaseOwner: null,
      leaseUntil: null,
      dedupeKey: dedupeKey ?? null,
      lastError: null,
      createdAt: now,
      finishedAt: null,
    })
    // A literal: SQLite knows a partial index only by the very words it was made with.
    .onConflict((conflict) => conflict.columns(["kind", "dedupeKey"]).where(sql<boolean>`state = 'ready'`).doNothing())
    .execute();
}
