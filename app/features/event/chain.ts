type Link = { sequence: number; previousHash: string; hash: string };

/**
 * The first line of the log that does not fit: its number is not the next, it does not carry the hash of the line
 * before, or its own hash is not that of its facts. Null for a whole chain. `before` is the last line of an earlier part.
 */
export function brokenLink<Line extends Link>(
  lines: readonly Line[],
  hashOf: (line: Line) => string,
  before: Link | null = null,
): number | null {
  let last = before;
  for (const line of lines) {
    const isNext = line.sequence === (last?.sequence ?? 0) + 1 && line.previousHash === (last?.hash ?? "");
    if (!isNext || line.hash !== hashOf(line)) return line.sequence;
    last = line;
  }
  return null;
}
