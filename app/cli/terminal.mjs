import { spawn } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

// Plain JavaScript without a dependency: these files run before anything is installed.

/** The project's own folder; its name may hold spaces. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A failure that is told in plain words, without a stack. */
export class Plainly extends Error {}

/** @type {NodeJS.WritableStream} */
let voice = process.stdout;

/** Commands whose answer is data keep standard output for it, and speak beside it. */
export function speakAside() {
  voice = process.stderr;
}

/** @param {string} text */
export function say(text) {
  voice.write(`${text}\n`);
}

/**
 * Runs a command to its end and answers its exit code and everything it said.
 * With `show` the words also appear as they are spoken; after `limit` milliseconds it is ended.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, show?: boolean, limit?: number, uid?: number, gid?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env = process.env, cwd = root, show = false, limit, ...owner } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, cwd, stdio: ["ignore", "pipe", "pipe"], timeout: limit, ...owner });
    running.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (words) => {
        output += words;
        if (show) voice.write(words);
      });
    }
    child.on("error", (error) => {
      running.delete(child);
      resolve({ code: 127, output: `${output}${error.message}\n` });
    });
    child.on("close", (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * Ends every command still running: the person at the keyboard, or the machine, asked us to stop. Ctrl-C has already
 * reached them, and a second one would cut their own cleaning up short; other signals reached only us.
 * @param {NodeJS.Signals} signal
 */
export async function stopRunning(signal) {
  if (signal !== "SIGINT") for (const child of running) child.kill("SIGINT");
  for (let waited = 0; running.size > 0 && waited < 5000; waited += 100) await wait(100);
  for (const child of running) child.kill("SIGKILL");
}

/**
 * The first of these programs that can be run: names are looked up on the PATH and in `folders`.
 * @param {readonly string[]} names
 * @param {readonly string[]} [folders]
 * @returns {string | undefined}
 */
export function findProgram(names, folders = []) {
  const places = [...(process.env.PATH ?? "").split(delimiter), ...folders].filter(Boolean);
  for (const name of names) {
    const found = places.map((place) => join(place, name)).find(isProgram);
    if (found) return found;
  }
  return undefined;
}

/** @param {string} path */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** True where Debian packages can be installed without asking anybody. */
export function mayInstallPackages() {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version") && findProgram(["apt-get"]) !== undefined;
}

/** @type {Promise<unknown>} */
let packageQueue = Promise.resolve();
let indexIsFresh = false;

/**
 * Installs Debian packages, one request after the other because dpkg has one lock.
 * Answers undefined when done, else the last words of apt-get.
 * @param {readonly string[]} packages
 * @param {string} reason what they are needed for
 * @returns {Promise<string | undefined>}
 */
export function installPackages(packages, reason) {
  const turn = packageQueue.then(() => aptInstall(packages, reason));
  packageQueue = turn;
  return turn;
}

/**
 * @param {readonly string[]} packages
 * @param {string} reason
 */
async function aptInstall(packages, reason) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const quietly = ["-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"];
  if (!indexIsFresh) {
    say("Refreshing the list of Debian packages …");
    indexIsFresh = (await run("apt-get", [...quietly, "update"], { env })).code === 0;
  }
  say(`Installing ${packages.join(", ")} (${reason}); this may take a minute …`);
  const { code, output } = await run("apt-get", [...quietly, "install", "-y", "--no-install-recommends", ...packages], {
    env,
  });
  return code === 0 ? undefined : lastLines(output, 5);
}

/**
 * @param {string} text
 * @param {number} count
 */
export function lastLines(text, count) {
  return text.trimEnd().split("\n").slice(-count).join("\n");
}

/**
 * Runs the body of a command. A plain failure is spoken in its own words and ends with status 1.
 * @param {() => Promise<void>} body
 */
export async function command(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof Plainly)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}
