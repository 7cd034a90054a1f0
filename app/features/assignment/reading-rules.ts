export type MatchEntry = {
  id: string;
  /** Jurors who must not read it. */
  conflicts: readonly string[];
  /** What it wants its readers to know; empty: nothing in particular. */
  expertise: readonly string[];
  /** A reader needs one of these; empty: any will do. */
  languages: readonly string[];
  /** How many reviews it wants, where that is not the round's number. */
  reviews?: number;
};

export type MatchJuror = {
  id: string;
  /** The most and the fewest reviews, those already given included. */
  capacity: number;
  minimum?: number;
  expertise: readonly string[];
  languages: readonly string[];
  /** What seat they fill where a round mixes kinds of jurors, such as "technical" and "investor". */
  kind?: string;
  /** Their own wishes by entry, from 0 (rather not) to 1 (gladly). */
  preferences?: Readonly<Record<string, number>>;
};

/** Why a juror may not read an entry. */
export type Bar = "conflict" | "language" | "kind";

/** What forbids this juror this entry, if anything does; `kind` is the seat's, where the round mixes kinds. */
export function barTo(entry: MatchEntry, juror: MatchJuror, kind?: string): Bar | undefined {
  if (entry.conflicts.includes(juror.id)) return "conflict";
  if (entry.languages.length > 0 && !entry.languages.some((language) => juror.languages.includes(language)))
    return "language";
  if (kind !== undefined && juror.kind !== kind) return "kind";
  return undefined;
}

/** How well a juror fits an entry, from 0 to 1: mostly what they know, partly what they wish. */
export function affinityOf(entry: MatchEntry, juror: MatchJuror): number {
  const known = entry.expertise.filter((field) => juror.expertise.includes(field)).length;
  const knowledge = entry.expertise.length === 0 ? 0.5 : known / entry.expertise.length;
  const wish = Math.min(1, Math.max(0, juror.preferences?.[entry.id] ?? 0.5));
  return 0.7 * knowledge + 0.3 * wish;
}

/** A number in [0, 1) that depends on the seed and the two names alone: it breaks ties, the same way every time. */
export function lotOf(seed: number, ...names: readonly string[]): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (const name of names) {
    for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
    hash = Math.imul(hash ^ 0x1f, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
