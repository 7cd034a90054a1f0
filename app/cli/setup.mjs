import { existsSync, lstatSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  command,
  findProgram,
  installPackages,
  lastLines,
  mayInstallPackages,
  Plainly,
  root,
  run,
  say,
} from "./terminal.mjs";

const COMPILER = ["python3", "make", "g++"];

/**
 * Makes sure that every library of package-lock.json is there and that the database driver loads.
 * `production` asks only for what a running server needs; the rest is for building and testing.
 * @param {{ quiet?: boolean, production?: boolean }} [options]
 */
export async function ensureInstalled({ quiet = false, production = false } = {}) {
  requireNode();
  const lacking = missingLibraries({ production });
  if (lacking.length > 0) await installLibraries(lacking);
  if (!(await databaseDriverLoads())) await buildDatabaseDriver();
  else if (lacking.length === 0 && !quiet) say("Every library is installed.");
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Plainly(`Tidemark needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
}

/**
 * Names of the libraries whose installed version is not the locked one. Optional ones are left out: most of them are
 * for other operating systems.
 * @param {{ production: boolean }} options
 * @returns {string[]}
 */
function missingLibraries({ production }) {
  const locked = readPackages(join(root, "package-lock.json"));
  const installed = readPackages(join(root, "node_modules", ".package-lock.json"));
  return Object.entries(locked)
    .filter(([path, entry]) => path !== "" && !entry.optional && !(production && (entry.dev || entry.devOptional)))
    .filter(([path, entry]) => installed[path]?.version !== entry.version)
    .map(([path]) => path.replace(/^.*node_modules\//, ""));
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, dev?: boolean }>}
 */
function readPackages(path) {
  if (!existsSync(path)) return {};
  return JSON.parse(readFileSync(path, "utf8")).packages ?? {};
}

/** @param {string[]} lacking */
async function installLibraries(lacking) {
  const folder = join(root, "node_modules");
  if (existsSync(folder) && lstatSync(folder).isSymbolicLink())
    throw new Plainly(
      `node_modules is a link to another folder and lacks ${lacking.slice(0, 5).join(", ")}.\nRun npm ci where it points to.`,
    );
  say(
    existsSync(folder)
      ? "Bringing the libraries up to package-lock.json; about a minute …"
      : "Installing the libraries of package-lock.json; the first time takes about a minute …",
  );
  // Their scripts run in a step of their own: so a failed compilation does not throw the download away,
  // and npm behaves alike whether or not it runs scripts by default.
  const { code, output } = await npm(["ci", "--include=dev", "--ignore-scripts", "--loglevel=error"]);
  if (code !== 0) throw new Plainly(`npm ci failed:\n${lastLines(output, 15)}`);
}

async function databaseDriverLoads() {
  const probe = 'new (require("better-sqlite3"))(":memory:").close()';
  const { code } = await run(process.execPath, ["-e", probe]);
  return code === 0;
}

async function buildDatabaseDriver() {
  say("Fetching the database driver for this machine; where that is not possible it is compiled, about 90 seconds …");
  const first = await rebuild();
  if (first === undefined) return;

  const lacking = COMPILER.filter((tool) => !findProgram([tool]));
  if (lacking.length > 0 && mayInstallPackages()) {
    await installPackages(COMPILER, "to compile the database driver");
    say("Compiling the database driver; about 90 seconds …");
    const second = await rebuild();
    if (second === undefined) return;
    throw new Plainly(`better-sqlite3 could not be compiled:\n${second}`);
  }
  throw new Plainly(
    lacking.length > 0
      ? `The database driver cannot be fetched here, and to compile it ${lacking.join(", ")} is missing.\nInstall that (Debian, as root: apt-get install python3 make g++) and run this again.`
      : `better-sqlite3 could neither be fetched nor compiled:\n${first}`,
  );
}

/** Answers undefined when the driver loads afterwards, else the last words of the compiler. */
async function rebuild() {
  const { output } = await npm([
    "rebuild",
    "better-sqlite3",
    "esbuild",
    "--ignore-scripts=false",
    "--foreground-scripts",
  ]);
  return (await databaseDriverLoads()) ? undefined : lastLines(output, 15);
}

/**
 * Runs the npm that runs us, so that one version does everything.
 * @param {string[]} args
 */
function npm(args) {
  const self = process.env.npm_execpath;
  const env = { ...process.env, ...headersOfNode() };
  if (self?.endsWith("npm-cli.js")) return run(process.execPath, [self, ...args], { env });
  return run(process.platform === "win32" ? "npm.cmd" : "npm", args, { env });
}

/** Node's own header files, where they lie beside it: then the compilation needs nothing from the network. */
function headersOfNode() {
  const prefix = dirname(dirname(process.execPath));
  const version = join(prefix, "include", "node", "node_version.h");
  if (process.env.npm_config_nodedir || !existsSync(version)) return {};
  const [major, minor, patch] = process.versions.node.split(".");
  const text = readFileSync(version, "utf8");
  const same = [
    ["MAJOR", major],
    ["MINOR", minor],
    ["PATCH", patch],
  ].every(([part, number]) => new RegExp(`#define NODE_${part}_VERSION ${number}\\b`).test(text));
  return same ? { npm_config_nodedir: prefix } : {};
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await command(() => ensureInstalled());
