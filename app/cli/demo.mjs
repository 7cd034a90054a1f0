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
  ["filmmaker@tidemark.test", "has a micro-drama half done, a short film with the jury, a project honoured"],
  ["startup@tidemark.test", "prepares a pitch for Golden Key, has handed in a micro-drama"],
  ["juror1@tidemark.test", "reviews short films; juror2 to juror6 as well"],
  ["chair@tidemark.test", "chairs both juries"],
  ["manager@tidemark.test", "organises both programmes"],
  ["admin@tidemark.test", "runs the installation"],
  ["du.jian@shore.test", "hands in films too, and has nothing to do with the others"],
];

const STEPS = { week: "  people, calls, films and decks, juries …", letters: "  letters …" };

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
  say(isNew ? "Making the demo Week; about half a minute …" : "Starting the demo Week …");
  const { port, close } = await start({
    hint: "PORT=3001 npm run demo",
    tellDemo: (step) => say(Object.entries(STEPS).find(([name]) => name === step)?.[1] ?? step),
  });
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
