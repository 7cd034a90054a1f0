import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { clientDirectory, ensureBuilt, serverBuild } from "./build.mjs";
import { ensureInstalled } from "./setup.mjs";
import { command, Plainly, root } from "./terminal.mjs";

const mediaDirectory = join(root, "db", "seeds", "media");

/**
 * Starts the production server in this process: one module graph, so one owner of the database.
 * @param {{ hint?: string, tellDemo?: (step: string) => void }} [options]
 *   how to choose another port, for when this one is taken; who is told how far the demo is
 * @returns {Promise<{ port: number, close: () => Promise<void> }>}
 */
export async function start({ hint = "PORT=3001 npm start", tellDemo } = {}) {
  process.env.NODE_ENV = "production";
  await ensureInstalled({ quiet: true, production: true });
  await ensureBuilt();
  try {
    const build = await import(pathToFileURL(serverBuild).href);
    return await build.entry.module.serve(build, { clientDirectory, mediaDirectory, tellDemo });
  } catch (error) {
    throw plainly(error, hint);
  }
}

/**
 * The failures an operator can mend, told in words.
 * @param {unknown} error
 * @param {string} hint
 */
export function plainly(error, hint) {
  const { code, port, message, name } = /** @type {NodeJS.ErrnoException & { port?: number }} */ (error);
  if (code === "EADDRINUSE")
    return new Plainly(`Port ${port ?? ""} is already in use. Stop what runs there, or choose another: ${hint}`);
  if (code === "EACCES" && port !== undefined)
    return new Plainly(`Port ${port} may not be opened by this account. Choose one above 1023: ${hint}`);
  if (name === "Unfit" || message?.startsWith("Wrong setting")) return new Plainly(message);
  if (code === "ECONNREFUSED") return new Plainly(`The database does not answer: ${message}`);
  return error;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await command(async () => {
    await start();
  });
