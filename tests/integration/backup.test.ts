import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "#db/connect.server.ts";
import type { Database } from "#db/database.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { given } from "#tests/support/builders.ts";
import { emptyPostgres } from "#tests/support/databases.ts";
import { root } from "#tests/support/sources.ts";

type Place = { data: string; databaseUrl: string; drop(): Promise<void> };

/** Where an installation may live, with nothing in it yet. */
const engines: Record<string, (data: string) => Promise<Place>> = {
  sqlite: async (data) => ({ data, databaseUrl: "", drop: async () => {} }),
  ...(process.env.TEST_POSTGRES_URL || process.env.CI
    ? {
        postgres: async (data: string) => {
          const { url, drop } = await emptyPostgres();
          return { data, databaseUrl: url, drop };
        },
      }
    : {}),
};

function tidemark({ data, databaseUrl }: Place, ...args: string[]) {
  const env = {
    ...process.env,
    DATA_DIR: data,
    DATABASE_URL: databaseUrl,
    NODE_ENV: "production" as const,
    INIT_CWD: root,
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "app/cli/tidemark.mjs"), ...args], {
    env,
    encoding: "utf8",
  });
  return { status, words: stdout + stderr };
}

function open({ data, databaseUrl }: Place): Database {
  return connect(databaseUrl || join(data, "tidemark.sqlite"));
}

describe.each(Object.entries(engines))("a backup · %s", (_engine, place) => {
  const folder = mkdtempSync(join(tmpdir(), "tidemark backup "));
  const copy = join(folder, "copy");
  let before: Place;
  let after: Place;

  beforeAll(async () => {
    mkdirSync(join(folder, "before", "files"), { recursive: true });
    before = await place(join(folder, "before"));
    after = await place(join(folder, "after"));
    const db = open(before);
    await migrate(db);
    await given(db).person({ name: "[1917] 王小明" });
    await db.destroy();
    writeFileSync(join(before.data, "files", "film"), "moving pictures");
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await before.drop();
    await after.drop();
  });

  test("comes back whole in an empty installation, readable by its owner alone", async () => {
    expect(tidemark(before, "backup", copy)).toMatchObject({ status: 0 });
    expect(statSync(copy).mode & 0o077).toBe(0);
    expect(tidemark(after, "restore", copy)).toMatchObject({ status: 0 });

    const db = open(after);
    const people = await db.selectFrom("person").select("name").execute();
    await db.destroy();
    expect(people).toEqual([{ name: "[1917] 王小明" }]);
    expect(readFileSync(join(after.data, "files", "film"), "utf8")).toBe("moving pictures");
    expect(readFileSync(join(after.data, "secret"), "utf8")).toBe(readFileSync(join(before.data, "secret"), "utf8"));
  });

  test("is neither written over another nor over an installation", () => {
    expect(tidemark(before, "backup", copy)).toMatchObject({ status: 1, words: expect.stringContaining("not empty") });
    expect(tidemark(before, "restore", copy)).toMatchObject({
      status: 1,
      words: expect.not.stringContaining("    at "),
    });
  });

  test("is refused from a folder that holds no finished one", () => {
    const unfinished = join(folder, "unfinished");
    mkdirSync(unfinished, { recursive: true });
    expect(tidemark(before, "restore", unfinished)).toMatchObject({
      status: 1,
      words: expect.stringContaining("no finished backup"),
    });
  });
});
