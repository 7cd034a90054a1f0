import { rmSync } from "node:fs";
import { demoDirectory } from "./demo.mjs";
import { ensureInstalled } from "./setup.mjs";
import { plainly } from "./start.mjs";
import { command, Plainly, say, speakAside } from "./terminal.mjs";

/**
 * The operator's commands: what each does, and the TypeScript module in `commands` whose `run` does it.
 * @type {Record<string, { does: string, module?: string }>}
 */
const COMMANDS = {
  migrate: { does: "brings the database to the newest schema", module: "./commands/migrate.ts" },
  "create-admin": { does: "EMAIL NAME: makes an administrator", module: "./commands/create-admin.ts" },
  backup: {
    does: "FOLDER: copies database, files and secret into a new folder, while the server runs",
    module: "./commands/backup.ts",
  },
  restore: { does: "FOLDER: brings a backup into an empty installation", module: "./commands/restore.ts" },
  verify: {
    does: "[--bytes]: checks the log, and every receipt against what is sealed and stored",
    module: "./commands/verify.ts",
  },
  export: {
    does: "CALL FILE.zip [--language zh|en] [--without-files]: packs a call with all that was handed in",
    module: "./commands/export.ts",
  },
  rank: {
    does: "FILE [--method within|full|mean|median|trimmed|zscore]: ranks a round from a JSON file",
    module: "./commands/rank.ts",
  },
  assign: {
    does: "FILE [--seed N]: plans who reads what from a JSON file",
    module: "./commands/assign.ts",
  },
  "reset-demo": { does: "forgets everything that was done in the demo" },
};

await command(async () => {
  // Standard output belongs to the answer of a command, which another program may read.
  speakAside();
  const [name = "", ...args] = process.argv.slice(2);
  const chosen = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!chosen) throw new Plainly(usage(name));
  if (!chosen.module) return resetDemo();
  await ensureInstalled({ quiet: true, production: true });
  const { tsImport } = await import("tsx/esm/api");
  try {
    const { run } = await tsImport(chosen.module, import.meta.url);
    await run(args);
  } catch (error) {
    throw plainly(error, "");
  }
});

/** @param {string} name */
function usage(name) {
  const width = Math.max(...Object.keys(COMMANDS).map((known) => known.length));
  const lines = Object.entries(COMMANDS).map(([known, { does }]) => `  ${known.padEnd(width)}  ${does}`);
  return `${name ? `There is no command ${name}.\n\n` : ""}npm run tidemark -- COMMAND\n\n${lines.join("\n")}`;
}

function resetDemo() {
  rmSync(demoDirectory, { recursive: true, force: true });
  say("The demo is forgotten; npm run demo makes it anew.");
}
