import { createHash } from "node:crypto";
import { sql } from "kysely";
import { isSqlite } from "./columns.ts";
import type { Db } from "./database.server.ts";

/**
 * Makes writers that check before they insert wait for each other, until the transaction ends.
 * PostgreSQL: an advisory lock on the name. SQLite: nothing, `begin immediate` already holds the only write lock.
 */
export async function lock(trx: Db, noun: string, id: string): Promise<void> {
  if (isSqlite(trx)) return;
  const number = createHash("sha256").update(`${noun}:${id}`).digest().readBigInt64BE();
  await sql`select pg_advisory_xact_lock(${number.toString()}::bigint)`.execute(trx);
}
