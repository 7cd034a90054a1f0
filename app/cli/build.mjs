import { createHash } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { ensureInstalled } from "./setup.mjs";
import { command, lastLines, Plainly, root, run, say } from "./terminal.mjs";

export const serverBuild = join(root, "build", "server", "index.js");
export const clientDirectory = join(root, "build", "client");

const STAMP = join(root, "build", "sources.sha256");
// Not below build/, which the bundler empties.
const LOCK = join(root, ".cache", "build.lock");
const SOURCES = [
  "app",
  "db",
  "storage",
  "public",
  "package-lock.json",
  "remix.config.js",
  "tsconfig.json",
  "vite.config.ts",
];

/** Builds for production, and notes what it was built from. */
export async function build() {
  await ensureInstalled({ quiet: true });
  const sources = fingerprint();
  rmSync(STAMP, { force: true });
  const remix = join(root, "node_modules", "@remix-run", "dev", "dist", "cli.js");
  const { code, output } = await run(process.execPath, [remix, "vite:build"], {
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (code !== 0 || !existsSync(serverBuild)) throw new Plainly(`The build failed:\n${lastLines(output, 40)}`);
  await buildInspection();
  for (const path of filesBelow(join(clientDirectory, "assets"))) compress(path);
  mkdirSync(join(root, "build"), { recursive: true });
  writeFileSync(STAMP, sources);
}

/** The program that reads strangers' files stands by itself, so that it starts in a third of the time. */
async function buildInspection() {
  const { build: bundle } = await import("vite");
  await bundle({
    configFile: false,
    root,
    logLevel: "error",
    build: {
      ssr: "app/server/inspection.server.ts",
      outDir: "build/inspection",
      copyPublicDir: false,
      target: "node20",
    },
  });
}

/**
 * Beside each asset its compressed forms, made once, for the server to hand out as they are.
 * @param {string} path
 */
function compress(path) {
  if (!/\.(m?js|css|svg|wasm)$/.test(path)) return;
  const content = readFileSync(path);
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
}

/** Builds unless the last build was made from these very sources. A machine that holds only a build keeps it. */
export async function ensureBuilt() {
  if (existsSync(serverBuild) && (!existsSync(join(root, "app", "root.tsx")) || isFresh())) return;
  say("Building; about half a minute …");
  await alone(async () => {
    if (!existsSync(serverBuild) || !isFresh()) await build();
  });
}

/**
 * Two processes that start together would write into one another's build: the second waits for the first.
 * @param {() => Promise<void>} work
 */
async function alone(work) {
  mkdirSync(join(root, ".cache"), { recursive: true });
  while (!takeLock()) await wait(500);
  try {
    await work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

/** Whether the lock is ours now. One whose owner is gone counts for nothing. */
function takeLock() {
  const own = `${LOCK}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, LOCK);
    return true;
  } catch {
    if (!isRunning(ownerOf(LOCK))) rmSync(LOCK, { force: true });
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** @param {string} lock */
function ownerOf(lock) {
  return existsSync(lock) ? Number(readFileSync(lock, "utf8")) : process.pid;
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

function isFresh() {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint();
}

/** One hash over the content of every source: clocks and checkouts play no part in it. */
function fingerprint() {
  const hash = createHash("sha256");
  for (const path of SOURCES.flatMap((name) => filesBelow(join(root, name))).sort()) {
    hash.update(relative(root, path)).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  if (!existsSync(path) || path === join(root, "app", "cli")) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await command(async () => {
    say("Building …");
    await build();
    say("Built.");
  });
