export type Pair = { entryId: string; jurorId: string };

/** How well an assignment lets jurors be compared: by the entries they share. */
export type PanelShape = {
  /** Groups of jurors without a shared entry between them; more than one cannot be compared fairly. */
  panels: number;
  /** Entries shared with any colleague, for the juror who shares fewest. */
  fewestShared: number;
  /** Share of juror pairs that meet on at least one entry. */
  pairsMet: number;
  /** The most entries one pair of jurors shares. */
  mostShared: number;
};

/** The shape of a plan. Jurors without an entry stand outside and count nowhere. */
export function shapeOf(pairs: readonly Pair[]): PanelShape {
  const readers = new Map<string, string[]>();
  for (const { entryId, jurorId } of pairs) readers.set(entryId, [...(readers.get(entryId) ?? []), jurorId]);
  const root = new Map(pairs.map(({ jurorId }) => [jurorId, jurorId]));
  const find = (juror: string): string => {
    let top = juror;
    for (let above = root.get(top); above !== undefined && above !== top; above = root.get(top)) top = above;
    root.set(juror, top);
    return top;
  };
  const shared = new Map([...root.keys()].map((juror) => [juror, 0]));
  const met = new Map<string, number>();
  for (const jurors of readers.values())
    for (const one of jurors) {
      if (jurors.length > 1) shared.set(one, (shared.get(one) ?? 0) + 1);
      root.set(find(one), find(jurors[0] ?? one));
      for (const other of jurors) if (one < other) met.set(`${one}\n${other}`, (met.get(`${one}\n${other}`) ?? 0) + 1);
    }
  const jurors = [...root.keys()];
  const possible = (jurors.length * (jurors.length - 1)) / 2;
  return {
    panels: new Set(jurors.map(find)).size,
    fewestShared: jurors.length === 0 ? 0 : Math.min(...shared.values()),
    pairsMet: possible === 0 ? 0 : met.size / possible,
    mostShared: Math.max(0, ...met.values()),
  };
}
