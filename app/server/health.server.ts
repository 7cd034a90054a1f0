import { statfs } from "node:fs/promises";
import { Hono } from "hono";
import { sql } from "kysely";
import { config } from "#app/config.server.ts";
import { database } from "#db/database.server.ts";
import { log } from "./log.server.ts";

/** `/livez`: the process runs. `/readyz`: it can do its work (database, disk). */
export const health = new Hono();

health.get("/livez", (context) => context.text("ok"));

health.get("/readyz", async (context) => {
  try {
    await sql`select 1`.execute(database);
    const { bavail, blocks } = await statfs(config.dataDirectory);
    if (bavail / blocks < 0.02) throw new Error("less than 2 % of the disk is free");
    return context.text("ready");
  } catch (error) {
    log.error({ error: error instanceof Error ? error.message : String(error) }, "not ready");
    return context.text("not ready", 503, { "Retry-After": "5" });
  }
});
