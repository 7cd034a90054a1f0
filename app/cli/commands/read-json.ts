import { readFileSync } from "node:fs";
import type { z } from "zod";
import { Unfit, whereAsked } from "./unfit.ts";

const LISTED = 12;

/** A file an operator names, as its schema wants it; every fault is named by its place. */
export function readJson<Output>(path: string, schema: z.ZodType<Output>): Output {
  const parsed = schema.safeParse(parse(path));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    ({ path: place, message }) => `  ${place.join(".") || "(the file)"}: ${message}`,
  );
  const more = faults.length > LISTED ? [`  … and ${faults.length - LISTED} more`] : [];
  throw new Unfit(
    [`${path} does not have the form this command reads:`, ...faults.slice(0, LISTED), ...more].join("\n"),
  );
}

function parse(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(whereAsked(path), "utf8");
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new Unfit(missing ? `There is no file ${path}.` : `${path} cannot be read.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Unfit(`${path} is not JSON.`);
  }
}

/** Runs a command whose answer is data: a wrong file or option ends with status 2 and one clear message. */
export function answerJson(work: () => unknown) {
  try {
    process.stdout.write(`${JSON.stringify(work(), null, 1)}\n`);
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

/** The one file and the options of such a command; Node's own complaint is told as ours. */
export function withOptions<Parsed extends { positionals: string[] }>(usage: string, parseThem: () => Parsed) {
  try {
    const parsed = parseThem();
    const [file] = parsed.positionals;
    if (file && parsed.positionals.length === 1) return { ...parsed, file };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Unfit(`${error.message}\n${usage}`);
  }
  throw new Unfit(usage);
}
