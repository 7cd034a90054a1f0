import { rmSync } from "node:fs";
import { join } from "node:path";
import { start } from "../../app/cli/start.mjs";
import { command, Plainly } from "../../app/cli/terminal.mjs";
import { temporaryFolder } from "./temporary.mjs";

// The production server with the demo Week in a folder of its own, for the end-to-end tests.
// With `scaled` on PostgreSQL and S3, as a large installation runs.
await command(async () => {
  const folder = temporaryFolder("e2e", () => {});
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  Object.assign(process.env, { DATA_DIR: join(folder, "data"), HOST: "127.0.0.1", DEMO: "1" });
  process.env.LOG_LEVEL ??= "warn";
  if (process.argv[2] === "scaled") Object.assign(process.env, await scaled());
  await start();
});

async function scaled() {
  const { TEST_POSTGRES_URL, S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY, S3_SECRET_KEY } = process.env;
  if (!TEST_POSTGRES_URL || !S3_ENDPOINT) throw new Plainly("TEST_POSTGRES_URL and S3_ENDPOINT are not set.");
  const { default: pg } = await import("pg");
  const name = `e2e_${process.pid}`;
  const client = new pg.Client(TEST_POSTGRES_URL);
  await client.connect();
  await client.query(`drop database if exists ${name}`);
  await client.query(`create database ${name}`);
  await client.end();
  const database = new URL(TEST_POSTGRES_URL);
  database.pathname = `/${name}`;
  const storage = new URL(`s3://${S3_BUCKET}/${name}`);
  storage.search = String(
    new URLSearchParams({ endpoint: S3_ENDPOINT, region: S3_REGION ?? "us-east-1", forcePathStyle: "true" }),
  );
  return {
    DATABASE_URL: database.href,
    STORAGE_URL: storage.href,
    AWS_ACCESS_KEY_ID: S3_ACCESS_KEY,
    AWS_SECRET_ACCESS_KEY: S3_SECRET_KEY,
  };
}
