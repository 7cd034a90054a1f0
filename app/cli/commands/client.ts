import { spawnSync } from "node:child_process";
import { Unfit } from "./unfit.ts";

/** Runs one of PostgreSQL's client programs on a database. The password travels in the environment, not in view. */
export function runClient(program: "pg_dump" | "pg_restore", databaseUrl: string, args: readonly string[]) {
  const url = new URL(databaseUrl);
  const env = { ...process.env, ...(url.password ? { PGPASSWORD: decodeURIComponent(url.password) } : {}) };
  url.password = "";
  const { error, status, stderr } = spawnSync(program, [`--dbname=${url.href}`, "--no-owner", ...args], {
    env,
    encoding: "utf8",
  });
  if (error)
    throw new Unfit(`${program} was not found: install PostgreSQL's client programs (Debian: postgresql-client).`);
  if (status !== 0) throw new Unfit(`${program} failed: ${stderr.trim()}`);
}
