import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { ServerBuild } from "@remix-run/node";
import { config } from "#app/config.server.ts";
import { scheduleUploadClearance } from "#app/features/file/clear-uploads.server.ts";
import { offerFirstAdministrator } from "#app/features/person/offer-first-administrator.server.ts";
import { startWorker } from "#app/jobs/run.server.ts";
import { clock } from "#app/lib/clock.server.ts";
import { database } from "#db/database.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { fileStore } from "#storage/store.server.ts";
import { createApp } from "./app.server.ts";
import { log } from "./log.server.ts";

/** What stands before the application: in development Vite, which knows the browser's modules. */
type Front = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
type Options = {
  clientDirectory: string;
  mode?: "production" | "development";
  front?: Front;
  /** Where the films of the demo lie, and who is told what of it is being made. */
  mediaDirectory?: string;
  tellDemo?: ((step: string) => void) | undefined;
};

/**
 * The server: migrates, serves, works off jobs. Resolves when it listens, with its port. In development `build` is a
 * function that is asked anew for each request. SIGTERM and SIGINT let running requests and jobs finish.
 */
export async function serve(
  build: ServerBuild | (() => Promise<ServerBuild>),
  { clientDirectory, mode = "production", front, mediaDirectory, tellDemo }: Options,
): Promise<{ port: number; close(): Promise<void> }> {
  await migrate(database);
  if (config.isDemo && mediaDirectory) {
    const { isBare, plantDemo } = await import("#db/seeds/demo.server.ts");
    const planting = { db: database, store: fileStore(), media: mediaDirectory, now: clock.now() };
    if (await isBare(database)) await plantDemo(tellDemo ? { ...planting, tell: tellDemo } : planting);
  }
  const app = createApp({ build: typeof build === "function" ? build : async () => build, clientDirectory, mode });
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer(
    front ? (request, response) => front(request, response, () => void answer(request, response)) : answer,
  );
  // Films arrive over slow lines: idle sockets are cut by the byte doors themselves.
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : config.port;
  if (config.hasWorkers) await scheduleUploadClearance(database);
  const worker = config.hasWorkers ? startWorker(database) : undefined;
  log.info({ port, host: config.host }, "listening");
  const link = config.isDemo ? null : await offerFirstAdministrator(database, clock.now());
  // For the operator at the terminal, not for the log: whoever has the link owns the installation.
  if (link) process.stdout.write(`\nNo administrator yet. Make the first one with this one-time link:\n  ${link}\n\n`);

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
