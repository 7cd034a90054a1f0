import { createHash, timingSafeEqual } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { config } from "#app/config.server.ts";
import { clock } from "#app/lib/clock.server.ts";
import { database } from "#db/database.server.ts";

/** What this process and its work look like from outside, in Prometheus' text form. Numbers only: nobody is named. */
const registry = new Registry();
collectDefaultMetrics({ register: registry });

const requests = new Histogram({
  name: "tidemark_request_seconds",
  help: "Time from the first middleware to the answer's headers, by part of the address, method and status.",
  labelNames: ["area", "method", "status"] as const,
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry],
});

/** Parts of the address worth a line of their own; a stranger's made-up address must not make new ones. */
const areas = new Set(
  "account applications assets calls files jury livez manage readyz results showcase sign-in sign-up u uploads week".split(
    " ",
  ),
);

/** Times every request. Stands before everything else. */
export const timing: MiddlewareHandler = async (context, next) => {
  const begun = process.hrtime.bigint();
  await next();
  const first = context.req.path.split("/")[1]?.replace(/\.data$/, "") ?? "";
  const area = first === "" ? "home" : areas.has(first) ? first : "other";
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  requests.observe({ area, method: context.req.method, status: `${Math.floor(context.res.status / 100)}xx` }, seconds);
};

const states = (name: string, help: string, read: () => Promise<{ state: string; count: number }[]>) =>
  new Gauge({
    name,
    help,
    labelNames: ["state"] as const,
    registers: [registry],
    async collect() {
      this.reset();
      for (const { state, count } of await read()) this.set({ state }, count);
    },
  });

states("tidemark_jobs", "Background jobs that wait, or were given up (dead).", () =>
  database
    .selectFrom("job")
    .select("state")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("state", "!=", "done")
    .groupBy("state")
    .execute(),
);
states("tidemark_letters", "Letters that wait to be sent, or could not be.", () =>
  database
    .selectFrom("letter")
    .select("state")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("state", "!=", "sent")
    .groupBy("state")
    .execute(),
);
states("tidemark_files", "Files on their way: uploading, or being verified.", () =>
  database
    .selectFrom("file")
    .select("state")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("state", "in", ["uploading", "verifying"])
    .groupBy("state")
    .execute(),
);
states("tidemark_applications", "Applications by where they stand.", () =>
  database
    .selectFrom("application")
    .select("state")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .groupBy("state")
    .execute(),
);
new Gauge({
  name: "tidemark_oldest_job_seconds",
  help: "For how long the oldest due job has waited; grows when no process works jobs off.",
  registers: [registry],
  async collect() {
    const due = await database
      .selectFrom("job")
      .select((eb) => eb.fn.min("runAt").as("runAt"))
      .where("state", "=", "ready")
      .executeTakeFirst();
    this.set(due?.runAt ? Math.max(0, (clock.milliseconds() - Date.parse(due.runAt)) / 1000) : 0);
  },
});

/**
 * `/metrics`: with METRICS_TOKEN set, for whoever brings it as a bearer; else for this machine alone, and for nothing a
 * proxy passed on. To everybody else there is no such page.
 */
export const metrics = new Hono();

metrics.get("/metrics", async (context) => {
  if (!mayRead(context)) return context.text("Not found", 404);
  return context.body(await registry.metrics(), 200, {
    "Content-Type": registry.contentType,
    "Cache-Control": "no-store",
  });
});

function mayRead(context: Context): boolean {
  if (config.metricsToken) {
    const digest = (text: string) => createHash("sha256").update(text).digest();
    return timingSafeEqual(digest(context.req.header("authorization") ?? ""), digest(`Bearer ${config.metricsToken}`));
  }
  const address = getConnInfo(context).remote.address ?? "";
  return /^(127\.|::1$|::ffff:127\.)/.test(address) && !context.req.header("x-forwarded-for");
}
