import type { ChildProcess } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { ensureBuilt } from "#app/cli/build.mjs";
import { connect } from "#db/connect.server.ts";
import type { Database } from "#db/database.server.ts";
import { emptyPostgres } from "./databases.ts";
import { type MailSink, startMailSink } from "./mail-sink.ts";
import { freePort, startServer, stopServer } from "./site.ts";

type Asked = { method?: string; cookie?: string; form?: Record<string, string>; json?: unknown };

export type Process = {
  name: "a" | "b";
  /** A request as the balancer in front passes it on: to this process, under the public name. */
  ask(path: string, asked?: Asked): Promise<Response>;
  kill(): Promise<void>;
  start(): Promise<void>;
};

export type Pair = {
  a: Process;
  b: Process;
  /** The same two as a list, for what is asked of both. */
  both: readonly [Process, Process];
  db: Database;
  mail: MailSink;
  close(): Promise<void>;
};

const host = "week.test";
const origin = `https://${host}`;
export const sessionCookie = "__Host-tidemark";

/**
 * Two production servers, each with a folder of its own as if on two machines, that share one PostgreSQL database, one
 * part of an S3 bucket, one secret and one public address. Both are begun at the same moment, on an empty database.
 */
export async function startPair(): Promise<Pair> {
  await ensureBuilt();
  const postgres = await emptyPostgres();
  const mail = await startMailSink(["a", "b"]);
  const folder = await mkdtemp(join(tmpdir(), "pair-"));
  const shared = {
    ORIGIN: origin,
    DATABASE_URL: postgres.url,
    SECRET: randomBytes(32).toString("hex"),
    MAIL_FROM: `Tidemark <no-reply@${host}>`,
    ...s3Settings(`pair-${randomUUID()}`),
  };
  const member = async (name: Process["name"]) => {
    const port = await freePort();
    const settings = { ...shared, PORT: String(port), DATA_DIR: join(folder, name), SMTP_URL: mail.urls[name] ?? "" };
    let child: ChildProcess | undefined;
    const one: Process = {
      name,
      ask: (path, asked) => askAt(port, path, asked),
      kill: async () => child && stopServer(child, "SIGKILL"),
      async start() {
        child = await startServer(settings);
      },
    };
    return { one, stop: async () => child && stopServer(child, "SIGTERM") };
  };
  const [first, second] = [await member("a"), await member("b")];
  const db = connect(postgres.url);
  const close = async () => {
    await Promise.all([first.stop(), second.stop()]);
    await Promise.all([db.destroy(), mail.close()]);
    await postgres.drop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all([first.one.start(), second.one.start()]);
  } catch (error) {
    await close();
    throw error;
  }
  return { a: first.one, b: second.one, both: [first.one, second.one], db, mail, close };
}

/** The settings of a server that keeps its files in the tests' S3, below a prefix of its own. */
export function s3Settings(prefix: string): Record<string, string> {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY, S3_SECRET_KEY } = process.env;
  if (!S3_ENDPOINT) throw new Error("S3_ENDPOINT is missing: run the tests with npm test");
  const query = new URLSearchParams({
    endpoint: S3_ENDPOINT,
    region: S3_REGION ?? "us-east-1",
    forcePathStyle: "true",
  });
  return {
    STORAGE_URL: `s3://${S3_BUCKET}/${prefix}?${query}`,
    AWS_ACCESS_KEY_ID: S3_ACCESS_KEY ?? "",
    AWS_SECRET_ACCESS_KEY: S3_SECRET_KEY ?? "",
  };
}

/** By `node:http`, because `fetch` names the process's own address as the host. */
function askAt(port: number, path: string, { method, cookie, form, json }: Asked = {}): Promise<Response> {
  const body = form ? new URLSearchParams(form).toString() : json === undefined ? "" : JSON.stringify(json);
  const type = form ? "application/x-www-form-urlencoded" : "application/json";
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        host: "127.0.0.1",
        port,
        path,
        method: method ?? (form || json !== undefined ? "POST" : "GET"),
        headers: {
          Host: host,
          Origin: origin,
          "Sec-Fetch-Site": "same-origin",
          ...(cookie ? { Cookie: cookie } : {}),
          ...(body ? { "Content-Type": type, "Content-Length": Buffer.byteLength(body) } : {}),
        },
      },
      (incoming) => {
        const headers = new Headers();
        for (const [name, values] of Object.entries(incoming.headersDistinct))
          for (const value of values ?? []) headers.append(name, value);
        const status = incoming.statusCode ?? 0;
        buffer(incoming).then(
          (bytes) =>
            resolve(new Response([204, 304].includes(status) ? null : new Uint8Array(bytes), { status, headers })),
          reject,
        );
      },
    );
    asking.once("error", reject);
    asking.end(body);
  });
}
