import { copyFileSync, cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { z } from "zod";
import { config } from "#app/config.server.ts";
import { runClient } from "./client.ts";
import { Unfit, whereAsked } from "./unfit.ts";

const note = z.object({ madeAt: z.string(), engine: z.enum(["sqlite", "postgres"]), files: z.enum(["disk", "s3"]) });

/** Brings a backup into an installation that holds nothing yet. It never writes over anything. */
export async function run([folder]: string[]) {
  if (!folder) throw new Unfit("Name a folder: npm run tidemark -- restore FOLDER");
  const source = whereAsked(folder);
  const { madeAt, engine, files } = readNote(source);
  const here = config.databaseUrl.startsWith("postgres") ? "postgres" : "sqlite";
  if (here !== engine) throw new Unfit(`The backup is of ${engine}; DATABASE_URL asks for ${here}.`);
  if (files === "s3" && !config.storageUrl) throw new Unfit("The backup's files are in S3: set STORAGE_URL.");

  if (engine === "postgres") await loadPostgres(join(source, "database.dump"));
  else loadSqlite(join(source, "tidemark.sqlite"));
  cpSync(join(source, "data"), config.dataDirectory, { recursive: true });
  console.log(`Restored the state of ${madeAt}. Start the server; it brings the schema up to date.`);
}

function readNote(source: string) {
  const path = join(source, "backup.json");
  if (!existsSync(path)) throw new Unfit(`${source} is no finished backup: backup.json is missing.`);
  return note.parse(JSON.parse(readFileSync(path, "utf8")));
}

function loadSqlite(path: string) {
  if (existsSync(config.databaseUrl)) throw new Unfit(`There is a database already: ${config.databaseUrl}`);
  const database = new Database(path, { readonly: true });
  const [verdict] = database.pragma("integrity_check") as { integrity_check: string }[];
  database.close();
  if (verdict?.integrity_check !== "ok") throw new Unfit(`The backup is not sound: ${verdict?.integrity_check}`);
  copyFileSync(path, config.databaseUrl);
}

async function loadPostgres(path: string) {
  const client = new pg.Client(config.databaseUrl);
  await client.connect();
  const { rows } = await client.query("select 1 from information_schema.tables where table_schema = 'public' limit 1");
  await client.end();
  if (rows.length > 0) throw new Unfit("The database is not empty.");
  runClient("pg_restore", config.databaseUrl, ["--exit-on-error", "--single-transaction", path]);
}
