type Round = { code: string; openedAt: string | null };

/** The round a page is about: the one that was asked for by its code, else the last that was opened. */
export function chooseRound<One extends Round>(
  rounds: readonly One[],
  code: string,
): { opened: One[]; round: One | null } {
  const opened = rounds.filter(({ openedAt }) => openedAt !== null);
  return { opened, round: opened.find((one) => one.code === code) ?? opened.at(-1) ?? null };
}

type Judged = { code: string; closedAt: string | null; isJudged: boolean };

/** The round whose jury a page is about: the one asked for, else the first that is not over, else the last. */
export function chooseJudgedRound<One extends Judged>(
  rounds: readonly One[],
  code: string,
): { judged: One[]; round: One | null } {
  const judged = rounds.filter(({ isJudged }) => isJudged);
  const round = judged.find((one) => one.code === code) ?? judged.find(({ closedAt }) => !closedAt) ?? judged.at(-1);
  return { judged, round: round ?? null };
}
