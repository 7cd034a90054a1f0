type Line = {
  sequence: number;
  action: string;
  subjectId: string;
  details: string;
  createdAt: string;
  hash: string;
  actorName: string | null;
};

/** One page of lines as they are shown, and the number the next page begins before. */
export function logPageOf(lines: readonly Line[], size: number) {
  const shown = lines.slice(0, size);
  return {
    lines: shown.map(({ sequence, action, subjectId, details, createdAt, hash, actorName }) => ({
      sequence,
      action,
      subjectId,
      details: plainDetails(details),
      createdAt,
      hash,
      actorName,
    })),
    next: lines.length > size ? (shown.at(-1)?.sequence ?? null) : null,
  };
}

/** Details as words: what is empty is left out, what changed is told as «from → to», lists stay as JSON. */
function plainDetails(stored: string): Record<string, string> {
  const details: Record<string, unknown> = JSON.parse(stored);
  return Object.fromEntries(
    Object.entries(details)
      .filter(([, value]) => value !== null && value !== "")
      .map(([name, value]) => [name, wordsOf(value)]),
  );
}

function wordsOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  if ("from" in value && "to" in value) return `${value.from ?? "—"} → ${value.to ?? "—"}`;
  return JSON.stringify(value);
}
