import type { Answers } from "#app/features/call/answers.ts";
import type { ManifestFile } from "./manifest.ts";

/**
 * The text a submission's hash is made of: its facts as JSON with sorted keys, so that the same entry gives the same
 * hash on every machine. Anybody with the answers and the files' hashes can make it again.
 */
export function canonicalText(sealed: {
  code: string;
  number: number;
  answers: Answers;
  files: readonly ManifestFile[];
}): string {
  const files = sealed.files
    .map(({ slot, name, bytes, sha256 }) => ({ slot, name, bytes, sha256 }))
    .sort((a, b) => (a.slot + a.sha256 < b.slot + b.sha256 ? -1 : 1));
  return JSON.stringify(sorted({ code: sealed.code, number: sealed.number, answers: sealed.answers, files }));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** Spells an entry code by the edition's pattern: `{programme}-{year}-{call}-{serial:04d}`. */
export function entryCode(
  pattern: string,
  facts: { programme: string; year: number; call: string; serial: number },
): string {
  return pattern.replace(
    /\{(programme|year|call|serial)(?::0(\d)d)?\}/g,
    (_whole, name: keyof typeof facts, width?: string) => String(facts[name]).padStart(width ? Number(width) : 0, "0"),
  );
}
