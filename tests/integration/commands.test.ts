import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { connect } from "#db/connect.server.ts";
import { root } from "#tests/support/sources.ts";

const folder = mkdtempSync(join(tmpdir(), "tidemark commands "));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function tidemark(args: string[], input = "") {
  const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: "", NODE_ENV: "production" as const };
  const program = join(root, "app/cli/tidemark.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { env, input, encoding: "utf8" });
  return { status, words: stdout + stderr };
}

async function administrators() {
  const db = connect(join(folder, "tidemark.sqlite"));
  const people = await db
    .selectFrom("role")
    .innerJoin("person", "person.id", "role.personId")
    .select(["person.name", "person.email", "role.kind"])
    .where("role.revokedAt", "is", null)
    .execute();
  await db.destroy();
  return people;
}

test("an operator makes an administrator on a machine where nothing is yet", async () => {
  expect(tidemark(["create-admin", "mei@example.test", "林", "梅"], "salt water under the pier\n")).toMatchObject({
    status: 0,
  });
  expect(await administrators()).toEqual([{ name: "林 梅", email: "mei@example.test", kind: "administrator" }]);
});

test.each([
  ["a short password", ["create-admin", "bo@example.test", "Bo"], "short\n", "at least 12 characters"],
  ["no password", ["create-admin", "bo@example.test", "Bo"], "", "at least 12 characters"],
  ["an address that is none", ["create-admin", "bo", "Bo"], "salt water under the pier\n", "EMAIL NAME"],
  ["no name", ["create-admin", "bo@example.test"], "salt water under the pier\n", "EMAIL NAME"],
])("%s makes nobody an administrator", async (_what, args, input, words) => {
  const before = await administrators();
  const answer = tidemark(args, input);
  expect(answer).toMatchObject({ status: 1, words: expect.stringContaining(words) });
  expect(answer.words).not.toContain("    at ");
  expect(await administrators()).toEqual(before);
});

test("an unknown command is answered with the known ones", () => {
  const { status, words } = tidemark(["constructor"]);
  expect(status).toBe(1);
  expect(words).toMatch(/There is no command constructor[\s\S]*migrate[\s\S]*backup/);
});

test("a wrong setting is named and nothing starts", () => {
  const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: "mysql://x", NODE_ENV: "production" as const };
  const { status, stderr } = spawnSync(process.execPath, [join(root, "app/cli/tidemark.mjs"), "migrate"], {
    env,
    encoding: "utf8",
  });
  expect(status).toBe(1);
  expect(stderr).toContain("DATABASE_URL");
  expect(stderr).not.toContain("    at ");
});

test("verify says that everything holds, and where a line of the log was changed", async () => {
  expect(tidemark(["verify"])).toMatchObject({ status: 0, words: expect.stringContaining("Everything holds.") });
  const db = connect(join(folder, "tidemark.sqlite"));
  const { sequence } = await db.selectFrom("event").select("sequence").orderBy("sequence").executeTakeFirstOrThrow();
  await db.updateTable("event").set({ details: '{"forged":true}' }).where("sequence", "=", sequence).execute();
  await db.destroy();
  expect(tidemark(["verify"])).toMatchObject({
    status: 1,
    words: expect.stringContaining(`the log does not hold at line ${sequence}`),
  });
});
