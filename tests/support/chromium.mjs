import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  findProgram,
  installPackages,
  lastLines,
  mayInstallPackages,
  Plainly,
  root,
  run,
  say,
} from "../../app/cli/terminal.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The browser for the end-to-end tests: the one named in CHROMIUM, else the system's, else Playwright's, else Debian's.
 * @returns {Promise<string>} its path
 */
export async function ensureChromium() {
  const path = (await findChromium()) ?? (await downloadChromium()) ?? (await packagedChromium());
  await ensureChineseFont();
  return path;
}

/** @returns {Promise<string | undefined>} */
export async function findChromium() {
  const named = process.env.CHROMIUM;
  if (named && !starts(named)) throw new Plainly(`CHROMIUM names ${named}, which does not start.`);
  return [named, findProgram(NAMES), ...APPLICATIONS, await playwrightsChromium()].find((path) => path && starts(path));
}

/**
 * A wrapper without its browser behind it, or a browser without its libraries, does not count.
 * @param {string} path
 */
function starts(path) {
  return existsSync(path) && spawnSync(path, ["--version", "--no-sandbox"], { timeout: 20_000 }).status === 0;
}

async function playwrightsChromium() {
  const { chromium } = await import("playwright");
  return chromium.executablePath();
}

/** @returns {Promise<string | undefined>} */
async function downloadChromium() {
  say("No Chromium here: trying Playwright's download (about 150 MB) …");
  const cli = join(root, "node_modules", "playwright", "cli.js");
  await run(process.execPath, [cli, "install", "--no-shell", "chromium"], { limit: 10 * 60_000 });
  return findChromium();
}

/** @returns {Promise<string>} */
async function packagedChromium() {
  const advice = "Install Chromium or Chrome, or name one in CHROMIUM, and run this again.";
  if (!mayInstallPackages())
    throw new Plainly(`The end-to-end tests need a browser and none could be fetched.\n${advice}`);
  const failure = await installPackages(["chromium"], "the browser of the end-to-end tests");
  const path = await findChromium();
  if (path) return path;
  throw new Plainly(`Chromium could not be installed: ${lastLines(failure ?? "it does not start", 3)}\n${advice}`);
}

/** Without one, pictures of Chinese pages show boxes. Nothing else depends on it, so its lack stops nothing. */
async function ensureChineseFont() {
  const { code, output } = await run("fc-list", [":lang=zh-cn", "family"]);
  if (code === 0 && output.trim() !== "") return;
  const failure = mayInstallPackages()
    ? await installPackages(["fonts-noto-cjk"], "Chinese type for pictures")
    : "no font";
  if (failure) say("There is no Chinese font on this machine: pictures of pages will show boxes.");
}
