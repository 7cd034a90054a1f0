import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { startSession } from "#app/auth/session.server.ts";
import { momentOf } from "#app/lib/moment.ts";
import { connect } from "#db/connect.server.ts";
import type { Database } from "#db/database.server.ts";

export type Site = {
  url: string;
  /** A second connection to the site's own database, from this other process. */
  db: Database;
  directory: string;
  /** A cookie that is signed in as this person. */
  signIn(personId: string): Promise<string>;
  /** A request as our own pages make it: same origin, nothing followed. */
  ask(path: string, options?: RequestInit & { cookie?: string }): Promise<Response>;
  /** Bytes of memory its process holds now. */
  memory(): number;
  kill(): Promise<void>;
  /** Starts it anew on the same data, with these settings besides. */
  restart(more?: Record<string, string>): Promise<void>;
  close(): Promise<void>;
};

/**
 * The production server in a process of its own, on an empty database and a disk store in a temporary folder: SQLite
 * there, or the DATABASE_URL given.
 */
export async function startSite(environment: Record<string, string> = {}): Promise<Site> {
  const directory = await mkdtemp(join(tmpdir(), "site-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const begin = (more: Record<string, string> = {}) =>
    startServer({ PORT: String(port), DATA_DIR: directory, ...environment, ...more });
  let child = await begin();
  const db = connect(environment.DATABASE_URL ?? join(directory, "tidemark.sqlite"));
  const stop = (signal: "SIGTERM" | "SIGKILL") => stopServer(child, signal);
  return {
    url,
    db,
    directory,
    async signIn(personId) {
      const token = await startSession(db, {
        personId,
        userAgent: "test",
        secondFactorAt: null,
        now: momentOf(Date.now()),
      });
      return `tidemark=${token}`;
    },
    ask(path, { cookie, headers, ...options } = {}) {
      const own = { Origin: url, "Sec-Fetch-Site": "same-origin", ...(cookie ? { Cookie: cookie } : {}) };
      return fetch(url + path, {
        redirect: "manual",
        ...options,
        headers: { ...own, ...Object.fromEntries(new Headers(headers)) },
      });
    },
    memory: () => memoryOf(child),
    kill: () => stop("SIGKILL"),
    async restart(more) {
      await stop("SIGKILL");
      child = await begin(more);
    },
    async close() {
      await db.destroy();
      await stop("SIGTERM");
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The production server in a process of its own with these settings, once it is ready. */
export async function startServer(environment: Record<string, string> & { PORT: string }): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["app/cli/start.mjs"], {
    env: { ...process.env, HOST: "127.0.0.1", LOG_LEVEL: "error", VITEST: "", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said = (said + chunk).slice(-4000)));
  for (let tries = 0; tries < (environment.DEMO ? 2300 : 900); tries++) {
    if (child.exitCode !== null) throw new Error(`the server stopped: ${said}`);
    if (
      await fetch(`http://127.0.0.1:${environment.PORT}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return child;
    await wait(100);
  }
  child.kill("SIGKILL");
  throw new Error(`the server did not become ready: ${said}`);
}

/** Resident bytes of a process, as `ps` counts them. */
function memoryOf({ pid }: ChildProcess): number {
  const { stdout } = spawnSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
  return Number(stdout) * 1024;
}

/** Ends a server and waits until it is gone; one that is gone already is left alone. */
export async function stopServer(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, "exit");
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
