import { randomBytes } from "node:crypto";
import { type LogEvent, sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect } from "vitest";
import { connect } from "#db/connect.server.ts";
import type { Database } from "#db/database.server.ts";
import { migrate } from "#db/migrate.server.ts";
import type { Schema } from "#db/schema.ts";

/** `npm test` starts a PostgreSQL of its own and names it here; without it, on a developer's machine, SQLite alone runs. */
const postgresUrl = process.env.TEST_POSTGRES_URL;

export type Engine = "sqlite" | "postgres";

/** Runs one suite on every engine. On CI a missing PostgreSQL fails. */
export function onEveryDatabase(title: string, suite: (db: () => Database, engine: Engine) => void) {
  const engines: Engine[] = postgresUrl || process.env.CI ? ["sqlite", "postgres"] : ["sqlite"];
  for (const engine of engines) {
    describe(`${title} · ${engine}`, () => {
      let fresh: Awaited<ReturnType<typeof freshDatabase>>;
      beforeAll(async () => {
        fresh = await freshDatabase(engine);
      });
      afterEach(() => empty(fresh.db));
      afterAll(() => fresh.drop());
      suite(() => fresh.db, engine);
    });
  }
}

const watchers = new Set<(event: LogEvent) => void>();

/** A migrated database of its own: in memory, or one PostgreSQL database a test file. */
export async function freshDatabase(engine: Engine): Promise<{ db: Database; url: string; drop(): Promise<void> }> {
  const log = (event: LogEvent) => {
    for (const watch of watchers) watch(event);
  };
  if (engine === "sqlite") {
    const db = connect(":memory:", { log });
    await migrate(db);
    return { db, url: ":memory:", drop: () => db.destroy() };
  }
  const { url, drop } = await emptyPostgres();
  const db = connect(url, { log });
  await migrate(db);
  return {
    db,
    url,
    async drop() {
      await db.destroy();
      await drop();
    },
  };
}

/** A PostgreSQL database of its own with nothing in it. */
export async function emptyPostgres(): Promise<{ url: string; drop(): Promise<void> }> {
  if (!postgresUrl) throw new Error("TEST_POSTGRES_URL is missing: run the tests with npm test");
  const name = `t_${randomBytes(8).toString("hex")}`;
  const owner = connect(postgresUrl);
  await sql.raw(`create database ${name}`).execute(owner);
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      await sql.raw(`drop database ${name} with (force)`).execute(owner);
      await owner.destroy();
    },
  };
}

/** Children first, so that no reference holds a parent back. */
const tables: readonly (keyof Schema)[] = [
  "letter",
  "event",
  "job",
  "publication",
  "honour",
  "decision",
  "mark",
  "review",
  "recusal",
  "assignment",
  "conflict",
  "invitation",
  "panelist",
  "roundEntry",
  "round",
  "filePart",
  "file",
  "submission",
  "teamMember",
  "transition",
  "application",
  "role",
  "callDefinition",
  "call",
  "programme",
  "activity",
  "unit",
  "edition",
  "rateWindow",
  "token",
  "recoveryCode",
  "passkey",
  "session",
  "person",
];

async function empty(db: Database) {
  for (const table of tables) await db.deleteFrom(table).execute();
}

/** Counts the statements of `work` and holds them to a number: a list that asks once a row shows at three rows. */
export async function expectQueries<T>(count: number, work: () => Promise<T>): Promise<T> {
  const statements: string[] = [];
  const watch = (event: LogEvent) => {
    if (event.level === "query") statements.push(event.query.sql);
  };
  watchers.add(watch);
  try {
    const result = await work();
    expect(statements.length, statements.join("\n")).toBe(count);
    return result;
  } finally {
    watchers.delete(watch);
  }
}
