/** Labels and orders that say nothing of the entry, the same again from the same seed. */

const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LABEL_LENGTH = 3;

type Pair = { applicationId: string; jurorId: string };
export type Placed = Pair & { label: string; position: number };

/**
 * Gives each pair its label and its place in the juror's pile. Two jurors call one entry differently, so that they
 * cannot compare; and an entry that comes early for one comes late for another, so that none is always read by tired
 * eyes. `taken` and `after` are what a juror already has.
 */
export function placePairs(
  pairs: readonly Pair[],
  seed: string,
  has: ReadonlyMap<string, { labels: ReadonlySet<string>; last: number }> = new Map(),
): Placed[] {
  const readers = groupBy(pairs, (pair) => pair.applicationId);
  const weights = new Map<Pair, number>();
  for (const [applicationId, own] of readers) {
    const base = fractionOf(`${seed}:${applicationId}`);
    const turns = [...own].sort((one, other) => order(`${seed}:${one.jurorId}`, `${seed}:${other.jurorId}`));
    for (const [turn, pair] of turns.entries())
      weights.set(pair, (base + turn / own.length + fractionOf(`${seed}:${pair.jurorId}:${applicationId}`) / 50) % 1);
  }
  return [...groupBy(pairs, (pair) => pair.jurorId)].flatMap(([jurorId, own]) => {
    const labels = new Set(has.get(jurorId)?.labels ?? []);
    const after = has.get(jurorId)?.last ?? 0;
    return [...own]
      .sort((one, other) => (weights.get(one) ?? 0) - (weights.get(other) ?? 0))
      .map((pair, place) => {
        const label = freshLabel(`${seed}:${jurorId}:${pair.applicationId}`, labels);
        labels.add(label);
        return { applicationId: pair.applicationId, jurorId, label, position: after + place + 1 };
      });
  });
}

function freshLabel(seed: string, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    let number = hashOf(`${seed}:${attempt}`);
    let label = "";
    while (label.length < LABEL_LENGTH + Math.floor(attempt / 50)) {
      label += LETTERS[number % LETTERS.length];
      number = Math.floor(number / LETTERS.length) || hashOf(`${seed}:${attempt}:${label}`);
    }
    if (!taken.has(label)) return label;
  }
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function order(one: string, other: string): number {
  return hashOf(one) - hashOf(other) || (one < other ? -1 : 1);
}

function fractionOf(text: string): number {
  return hashOf(text) / 2 ** 32;
}

/** A 32-bit number of a text, evenly spread (FNV-1a with a final mix). Not a secret: it only scatters. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
