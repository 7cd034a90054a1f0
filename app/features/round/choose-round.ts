type Round = { code: string; openedAt: string | null };

/** The round a page is about: the one that was asked for by its code, else the last that was opened. */
export function chooseRound<One extends Round>(
  rounds: readonly One[],
  code: string,
): { opened: One[]; round: One | null } {
  const opened = rounds.filter(({ openedAt }) => openedAt !== null);
  return { opened, round: opened.find((one) => one.code === code) ?? opened.at(-1) ?? null };
}
