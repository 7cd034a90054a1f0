import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { ServerBuild } from "@remix-run/node";
import { config } from "#app/config.server.ts";
import { startWorker } from "#app/jobs/run.server.ts";
import { database } from "#db/database.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { createApp } from "./app.server.ts";
import { log } from "./log.server.ts";

type Options = { clientDirectory: string };

/**
 * The production server: migrates, serves, works off jobs. Resolves when it listens, with its port.
 * SIGTERM and SIGINT let running requests and jobs finish.
 */
export async function serve(
  build: ServerBuild,
  { clientDirectory }: Options,
): Promise<{ port: number; close(): Promise<void> }> {
  await migrate(database);
  const app = createApp({ build: async () => build, clientDirectory, mode: "production" });
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  // Films arrive over slow lines: idle sockets are cut by the byte doors themselves.
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : config.port;
  const worker = config.hasWorkers ? startWorker(database) : undefined;
  log.info({ port, host: config.host }, "listening");

  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= (async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 8_000).unref();
      await Promise.all([closed, worker?.stop()]);
      await database.destroy();
    })();
    return closing;
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => void close().then(() => process.exit(0)));
  return { port, close };
}
