import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./setup.mjs";
import { start } from "./start.mjs";
import { command, Plainly, root, say } from "./terminal.mjs";

export const demoDirectory = join(root, "data", "demo");

const PASSWORD = "golden-key-and-sea-level";
const ACCOUNTS = [
  ["filmmaker@tidemark.test", "hands in films to “Sea Level”"],
  ["startup@tidemark.test", "hands in a pitch deck to Golden Key"],
  ["juror1@tidemark.test", "reviews entries; juror2 to juror6 as well"],
  ["chair@tidemark.test", "chairs the jury"],
  ["manager@tidemark.test", "organises the calls"],
  ["admin@tidemark.test", "runs the installation"],
];

/** A believable Week on this machine, in one command. Stopped and started again it keeps what was done in it. */
async function demonstrate() {
  await ensureInstalled({ quiet: true });
  await ensureBuilt();
  const given = { DATA_DIR: demoDirectory, HOST: "127.0.0.1", PORT: "3000", LOG_LEVEL: "warn" };
  for (const [name, value] of Object.entries(given)) process.env[name] ??= value;
  process.env.DEMO = "1";
  const planted = join(process.env.DATA_DIR ?? demoDirectory, "demo-planted");
  const isNew = !existsSync(planted);
  // A first start that was cut off leaves half a Week: it is begun again.
  if (isNew && process.env.DATA_DIR === demoDirectory) rmSync(demoDirectory, { recursive: true, force: true });
  say(isNew ? "Making the demo Week: calls, films, decks, a jury at work …" : "Starting the demo Week …");
  const { port, close } = await start({ hint: "PORT=3001 npm run demo" });
  if (!(await isReady(port))) {
    await close();
    throw new Plainly("The server started but does not say that it is ready; its last lines above say why.");
  }
  writeFileSync(planted, "");
  say(`\nAccounts (password of all: ${PASSWORD})`);
  for (const [address, does] of ACCOUNTS) say(`  ${address?.padEnd(26)} ${does}`);
  say("\nStop with Ctrl-C. What you did is kept; to begin afresh: npm run tidemark -- reset-demo\n");
  say(`Tidemark is ready on http://localhost:${port}`);
}

/** @param {number} port */
async function isReady(port) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch((error) => {
      if (attempt === 99) throw error;
      return undefined;
    });
    if (answer?.status === 200) return true;
    await wait(100);
  }
  return false;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await command(demonstrate);
