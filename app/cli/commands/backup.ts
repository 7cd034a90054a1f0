import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import Database from "better-sqlite3";
import { config } from "#app/config.server.ts";
import { clock } from "#app/lib/clock.server.ts";
import { runClient } from "./client.ts";
import { Unfit, whereAsked } from "./unfit.ts";

/**
 * Copies an installation into a new folder while it runs. The database is copied first: a file that arrives meanwhile is
 * then one too many, never one too few. Files in S3 stay where they are.
 */
export async function run([folder]: string[]) {
  if (!folder) throw new Unfit("Name a folder: npm run tidemark -- backup FOLDER");
  const target = whereAsked(folder);
  if (`${target}${sep}`.startsWith(`${config.dataDirectory}${sep}`))
    throw new Unfit("The backup cannot lie inside the folder it copies.");
  if (existsSync(target) && readdirSync(target).length > 0) throw new Unfit(`${target} is not empty.`);
  mkdirSync(target, { recursive: true, mode: 0o700 });

  const engine = config.databaseUrl.startsWith("postgres") ? "postgres" : "sqlite";
  if (engine === "postgres")
    runClient("pg_dump", config.databaseUrl, ["--format=custom", `--file=${join(target, "database.dump")}`]);
  else await copySqlite(join(target, "tidemark.sqlite"));
  // The database was copied in its own way; the demo, where it lies beside, is another installation.
  const isLeftOut = (path: string) => /\.sqlite(-wal|-shm)?$/.test(path) || path === join(config.dataDirectory, "demo");
  cpSync(config.dataDirectory, join(target, "data"), { recursive: true, filter: (path) => !isLeftOut(path) });
  const files = config.storageUrl ? "s3" : "disk";
  writeFileSync(join(target, "backup.json"), `${JSON.stringify({ madeAt: clock.now(), engine, files }, null, 2)}\n`);

  console.log(
    `Backed up to ${target}. It holds personal data and the installation's secret: keep it as safe as the server.`,
  );
  if (files === "s3")
    console.log("The files lie in S3 and were not copied: keep versions of the bucket, or a second one.");
}

async function copySqlite(path: string) {
  if (!existsSync(config.databaseUrl)) throw new Unfit(`There is no database at ${config.databaseUrl}.`);
  const source = new Database(config.databaseUrl, { readonly: true });
  await source.backup(path);
  source.close();
  const copy = new Database(path);
  const [verdict] = copy.pragma("integrity_check") as { integrity_check: string }[];
  copy.close();
  if (verdict?.integrity_check !== "ok") throw new Unfit(`The copy is not sound: ${verdict?.integrity_check}`);
}
