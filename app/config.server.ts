import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { trustedProxies } from "#app/auth/client-address.server.ts";
import { shiftClockTo } from "#app/lib/clock.server.ts";
import { parseMoment } from "#app/lib/moment.ts";

/** The only reader of the environment. A wrong value stops the process and is named. */
const settings = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("0.0.0.0"),
  ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default("./data"),
  DATABASE_URL: z
    .string()
    .regex(/^(postgres(ql)?:\/\/|sqlite:|$)/, "postgres://… or empty for SQLite in DATA_DIR")
    .default(""),
  STORAGE_URL: z
    .string()
    .regex(/^(s3:\/\/|$)/, "s3://bucket/prefix?endpoint=… or empty for disk in DATA_DIR")
    .default(""),
  SMTP_URL: z
    .string()
    .regex(/^(smtps?:\/\/|$)/, "smtp://… or smtps://…")
    .default(""),
  MAIL_FROM: z.string().min(3).default("Tidemark <no-reply@tidemark.test>"),
  SECRET: z.string().min(32, "at least 32 characters").optional(),
  /** Addresses and subnets of the proxies in front, comma-separated ("127.0.0.1, 10.0.0.0/8"): only they may say, by
   * X-Forwarded-For, whose request they pass on. Empty: nobody may, and the socket's address counts. */
  TRUSTED_PROXY: z
    .string()
    .regex(/^[\da-fA-F:.,/ ]*$/, "addresses or subnets, separated by commas")
    .default(""),
  METRICS_TOKEN: z.string().min(16, "at least 16 characters").optional(),
  WORKERS: z.enum(["on", "off"]).default("on"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  DEMO: z.enum(["0", "1"]).default("0"),
  NOW: z.string().optional(),
  /** Where the process ends itself, to rehearse a power cut (`app/lib/failpoint.server.ts`). */
  FAILPOINT: z.string().max(100).optional(),
  REHEARSAL: z.enum(["0", "1"]).default("0"),
});

export class WrongSetting extends Error {}

/** Reads and checks all settings. Throws WrongSetting that names each wrong one. */
export function readConfig(environment: Record<string, string | undefined>) {
  const known = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const read = settings.safeParse(known);
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new WrongSetting(`Wrong setting. ${wrong.join("; ")}`);
  }
  const values = read.data;
  if (values.NOW && values.NODE_ENV === "production" && values.REHEARSAL !== "1")
    throw new WrongSetting("Wrong setting. NOW: a shifted clock is refused in production unless REHEARSAL=1");
  if (values.FAILPOINT && values.NODE_ENV === "production" && values.REHEARSAL !== "1")
    throw new WrongSetting(
      "Wrong setting. FAILPOINT: ends the process, so it is refused in production unless REHEARSAL=1",
    );
  const dataDirectory = resolve(values.DATA_DIR);
  mkdirSync(dataDirectory, { recursive: true });
  return Object.freeze({
    isProduction: values.NODE_ENV === "production",
    port: values.PORT,
    host: values.HOST,
    /** Public base address without a slash at its end; links in mail and the request guard use it, never a header. */
    origin: (values.ORIGIN ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ""),
    dataDirectory,
    databaseUrl: values.DATABASE_URL.replace(/^sqlite:/, "") || join(dataDirectory, "tidemark.sqlite"),
    storageUrl: values.STORAGE_URL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    secret: values.SECRET ?? keptSecret(dataDirectory),
    trustedProxies: readProxies(values.TRUSTED_PROXY),
    metricsToken: values.METRICS_TOKEN,
    hasWorkers: values.WORKERS === "on",
    logLevel: values.LOG_LEVEL,
    isDemo: values.DEMO === "1",
    failpoint: values.FAILPOINT,
    now: values.NOW ? parseMoment(values.NOW) : undefined,
  });
}

export type Config = ReturnType<typeof readConfig>;

function readProxies(list: string) {
  try {
    return trustedProxies(list);
  } catch (error) {
    throw new WrongSetting(`Wrong setting. TRUSTED_PROXY: ${error instanceof Error ? error.message : error}`);
  }
}

/** The installation's own secret: made once, readable by its owner only. */
function keptSecret(dataDirectory: string): string {
  const path = join(dataDirectory, "secret");
  if (!existsSync(path)) {
    try {
      writeFileSync(path, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
    } catch (error) {
      if (!existsSync(path)) throw error;
    }
  }
  chmodSync(path, 0o600);
  return readFileSync(path, "utf8").trim();
}

export const config = readConfig(process.env);
if (config.now) shiftClockTo(config.now);
