import { sql } from "kysely";
import { later, type Moment } from "#app/lib/moment.ts";
import { isSqlite } from "#db/columns.ts";
import type { Db } from "#db/database.server.ts";

const LEASE = 60_000;

/**
 * Claims up to `limit` due jobs for one worker. A job is another's only after its lease ran out; one whose worker
 * died at every attempt is put aside as dead.
 */
export async function claimJobs(db: Db, { owner, limit, now }: { owner: string; limit: number; now: Moment }) {
  await db
    .updateTable("job")
    .set({ state: "dead", finishedAt: now, leaseOwner: null, lastError: "its worker died at every attempt" })
    .where("state", "=", "ready")
    .whereRef("attempts", ">=", "maxAttempts")
    .where("leaseUntil", "<=", now)
    .execute();
  return db
    .updateTable("job")
    .set((eb) => ({ leaseOwner: owner, leaseUntil: later(now, LEASE), attempts: eb("attempts", "+", 1) }))
    .where("id", "in", (eb) =>
      eb
        .selectFrom("job")
        .select("id")
        .where("state", "=", "ready")
        .where("runAt", "<=", now)
        .where((or) => or.or([or("leaseUntil", "is", null), or("leaseUntil", "<=", now)]))
        .orderBy("runAt")
        .orderBy("id")
        .limit(limit)
        .$if(!isSqlite(db as never), (query) => query.modifyEnd(sql`for update skip locked`)),
    )
    .returning(["id", "kind", "payload", "attempts", "maxAttempts"])
    .execute();
}

/** Keeps a long job this worker's. Answers false when it has been lost to another. */
export async function renewLease(
  db: Db,
  { id, owner, now }: { id: string; owner: string; now: Moment },
): Promise<boolean> {
  const result = await db
    .updateTable("job")
    .set({ leaseUntil: later(now, LEASE) })
    .where("id", "=", id)
    .where("leaseOwner", "=", owner)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function finishJob(db: Db, { id, owner, now }: { id: string; owner: string; now: Moment }): Promise<void> {
  await db
    .updateTable("job")
    .set({ state: "done", finishedAt: now, leaseOwner: null, leaseUntil: null })
    .where("id", "=", id)
    .where("leaseOwner", "=", owner)
    .execute();
}

type Failure = { id: string; owner: string; attempts: number; maxAttempts: number; error: unknown; now: Moment };

/** Puts a failed job back with growing patience (2 s, 4 s … an hour), or aside as dead after its last attempt. */
export async function failJob(db: Db, { id, owner, attempts, maxAttempts, error, now }: Failure): Promise<void> {
  const isDead = attempts >= maxAttempts;
  const wait = Math.min(3_600_000, 1000 * 2 ** attempts);
  await db
    .updateTable("job")
    .set({
      state: isDead ? "dead" : "ready",
      lastError: String(error instanceof Error ? error.message : error).slice(0, 500),
      runAt: later(now, wait),
      leaseOwner: null,
      leaseUntil: null,
      finishedAt: isDead ? now : null,
    })
    .where("id", "=", id)
    .where("leaseOwner", "=", owner)
    .execute();
}
