import { spawn } from "node:child_process";
import { z } from "zod";
import { config } from "#app/config.server.ts";

const found = z.object({
  sha256: z.string(),
  /** By content, as a lower-case ending; «unknown» when nothing is recognised. */
  format: z.string(),
  isUnreadable: z.boolean().optional(),
  seconds: z.number().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  codec: z.string().optional(),
  pages: z.number().optional(),
});
export type Inspection = z.infer<typeof found>;

/** Built beside the server; from source where there is no build. */
const program = config.isProduction
  ? ["build/inspection/inspection.server.js"]
  : ["--import", "tsx", "app/server/inspection.server.ts"];

/** A gigabyte is read in seconds; a parser that is still at it then has been led astray. */
const PATIENCE = 60_000;
const PATIENCE_PER_GB = 60_000;

/**
 * Reads an object in a process of its own, with its memory and time bounded: parsers of strangers' files may crash or
 * hang there without harm. Throws when the object could not be read at all (the job is tried again).
 */
export function inspectObject({ key, bytes }: { key: string; bytes: number }): Promise<Inspection> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ["--no-warnings", "--max-old-space-size=512", ...program, key, String(bytes)],
      { stdio: ["ignore", "pipe", "pipe"] },
    );
    let said = "";
    let complained = "";
    const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE + (bytes / 1e9) * PATIENCE_PER_GB);
    child.stdout.on("data", (chunk) => (said += chunk));
    child.stderr.on("data", (chunk) => (complained = (complained + chunk).slice(-2000)));
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      // The hash is said first, so that a parser that dies afterwards leaves a file that is known but unreadable.
      const lines = said.trim().split("\n").filter(Boolean);
      const last = lines.at(-1);
      if (!last) return reject(new Error(`inspection failed (${code}): ${complained}`));
      const inspection = found.parse(JSON.parse(last));
      resolve(code === 0 ? inspection : { ...inspection, isUnreadable: true });
    });
  });
}
