import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A server of this run. `stop` lets it end by itself; `kill` ends it at once, also when it has only half started.
 * @typedef {{ stop: () => Promise<void>, kill: () => void }} Service
 */

/**
 * A folder for a server of this run. Folders of runs that were killed before they could clean up are removed first,
 * after `stop` has ended the server that may still run in them.
 * @param {string} kind
 * @param {(folder: string) => void} stop
 * @returns {string}
 */
export function temporaryFolder(kind, stop) {
  const prefix = `tidemark-${kind}-`;
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    const note = join(folder, "owner");
    if (!existsSync(note) || isAlive(Number(readFileSync(note, "utf8")))) continue;
    stop(folder);
    rmSync(folder, { recursive: true, force: true });
  }
  const folder = mkdtempSync(join(tmpdir(), prefix));
  writeFileSync(join(folder, "owner"), String(process.pid));
  return folder;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
