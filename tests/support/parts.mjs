import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "../../app/cli/build.mjs";
import { Plainly, root, run, say } from "../../app/cli/terminal.mjs";
import { freePort } from "./postgres.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

const MINUTE = 60_000;
const reports = join(root, ".cache");

/** @type {Record<"format" | "lint" | "types", { says: string, library: string, args: string[] }>} */
const CHECKS = {
  format: { says: "is written as Biome writes it", library: "@biomejs/biome/bin/biome", args: ["format", "."] },
  lint: {
    says: "holds to Biome's rules",
    library: "@biomejs/biome/bin/biome",
    args: ["check", "--formatter-enabled=false", "."],
  },
  types: { says: "has sound types", library: "typescript/bin/tsc", args: [] },
};

/**
 * One of the checks of the source itself; each counts as one test.
 * @param {keyof typeof CHECKS} name
 * @returns {Promise<Count>}
 */
export async function check(name) {
  const { says, library, args } = CHECKS[name];
  const { code, output } = await runLibrary(library, args, { limit: 10 * MINUTE });
  if (code !== 0) say(output.trimEnd());
  return verdict(code === 0, `${name}: the source ${code === 0 ? says : "does not pass"}`);
}

/** @returns {Promise<Count>} */
export async function buildPart() {
  try {
    await ensureBuilt();
    return verdict(true, "build: the production build is made");
  } catch (error) {
    if (!(error instanceof Plainly)) throw error;
    return verdict(false, `build: ${error.message}`);
  }
}

/**
 * @param {boolean} isGood
 * @param {string} words
 * @returns {Count}
 */
function verdict(isGood, words) {
  say(`${isGood ? "✓" : "✗"} ${words}`);
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 };
}

/**
 * Unit, integration and route tests.
 * @param {string[]} filters
 * @param {Record<string, string>} env
 * @returns {Promise<Count>}
 */
export async function suites(filters, env) {
  say("\nRunning unit, integration and route tests …");
  const file = freshReport("vitest.json");
  const { code } = await runLibrary(
    "vitest/vitest.mjs",
    ["run", ...filters, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    { env: { ...process.env, ...env, NODE_ENV: "test" }, show: true, limit: 15 * MINUTE },
  );
  const report = readReport(file);
  if (!report) return verdict(false, "tests: Vitest ended without a report");
  // A file that could not be loaded holds no test that could fail, and an error outside any test belongs to none.
  const broken = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ result) =>
      result.status === "failed" && result.assertionResults.length === 0,
  ).length;
  return counted({
    code,
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

/**
 * The journeys in a real browser.
 * @param {string[]} filters
 * @param {Record<string, string>} env
 * @returns {Promise<Count>}
 */
export async function endToEnd(filters, env) {
  say("\nRunning end-to-end tests in a real browser …");
  const file = freshReport("playwright.json");
  const ports = { E2E_PORT: String(await freePort()), E2E_SCALED_PORT: String(await freePort()) };
  const { code } = await runLibrary("@playwright/test/cli.js", ["test", ...filters, "--reporter=list,json"], {
    env: { ...process.env, ...env, ...ports, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    show: true,
    limit: 20 * MINUTE,
  });
  const report = readReport(file);
  if (!report) return verdict(false, "end-to-end: Playwright ended without a report");
  const { expected, unexpected, flaky, skipped } = report.stats;
  return counted({ code, passed: expected, failed: unexpected + flaky, skipped });
}

/**
 * A run that ended badly has failed, even if no single test owns up to it.
 * @param {Count & { code: number }} result
 * @returns {Count}
 */
function counted({ code, passed, failed, skipped }) {
  return { passed, failed: code !== 0 ? Math.max(1, failed) : failed, skipped };
}

/** @param {string} name */
function freshReport(name) {
  mkdirSync(reports, { recursive: true });
  const file = join(reports, name);
  rmSync(file, { force: true });
  return file;
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/**
 * @param {string} library
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} options
 */
function runLibrary(library, args, options) {
  return run(process.execPath, [join(root, "node_modules", library), ...args], options);
}
