import { say } from "#app/cli/terminal.mjs";
import type { RankingMethod } from "#app/features/decision/estimates.ts";
import { type Ranking, rankApplications } from "#app/features/decision/ranking.ts";
import { type Setting, type Simulated, simulate } from "./simulated-jury.ts";

const base: Setting = {
  ...{ name: "base", applications: 300, jurors: 30, reviews: 3, severity: 0.5, noise: 1, scale: 0.15, care: 0.2 },
  ...{ highest: 10, groups: 1, places: 30 },
};
const settings: readonly Setting[] = [
  base,
  { ...base, name: "two readings each", reviews: 2 },
  { ...base, name: "four readings each", reviews: 4 },
  { ...base, name: "five readings each", reviews: 5 },
  { ...base, name: "equally strict jurors", severity: 0 },
  { ...base, name: "severity as large as merit", severity: 1 },
  { ...base, name: "marks from 1 to 5", highest: 5 },
  { ...base, name: "jurors who agree", noise: 0.4 },
  { ...base, name: "six works a juror", jurors: 150 },
  { ...base, name: "experts of unequal fields", groups: 5, jurors: 30 },
];
const others = ["mean", "trimmed", "median", "zscore"] as const satisfies readonly RankingMethod[];

type Score = { found: number; pairs: number };
type Gain = { mean: number; error: number };

/**
 * Simulated juries with a known truth, the same for every method: how many of the true best each finds, and how often it
 * orders two works on different sides of the line rightly; ours against the others as paired differences with standard
 * errors, in points of a hundred.
 */
export function benchFairness(rounds: number): void {
  say(`Our ranking against others on ${rounds} simulated rounds of each kind, in points of 100 (± standard error).`);
  say("found: of the true best, how many are chosen. pairs: two works across the line that are ordered rightly.");
  let losses = 0;
  for (const [index, setting] of settings.entries()) {
    const ours: (Score & { covered: number })[] = [];
    const theirs = new Map<RankingMethod, Score[]>(others.map((method) => [method, []]));
    for (let round = 0; round < rounds; round++) {
      const simulated = simulate(setting, 1_000_003 * (index + 1) + round);
      const ranking = rankApplications(simulated.competition, "within");
      ours.push({ ...scoreOf(ranking, simulated, setting), covered: coverageOf(ranking, simulated) });
      for (const method of others)
        theirs.get(method)?.push(scoreOf(rankApplications(simulated.competition, method), simulated, setting));
    }
    const of = (pick: (score: (typeof ours)[number]) => number) => average(ours.map(pick));
    say(`\n${setting.name}: ${setting.applications} works, ${setting.jurors} jurors, ${setting.reviews} readings each`);
    const found = of((score) => score.found);
    const pairs = of((score) => score.pairs);
    const covered = of((score) => score.covered);
    say(`  ours      found ${words(found)}   pairs ${words(pairs)}   90 % intervals hold ${words(covered)}`);
    for (const method of others) {
      const gains = (["found", "pairs"] as const).map((key) =>
        average(ours.map((score, round) => score[key] - (theirs.get(method)?.[round]?.[key] ?? 0))),
      );
      const isWorse = gains.some(({ mean, error }) => mean < -2 * error);
      if (isWorse) losses++;
      say(
        `  over ${method.padEnd(8)} ${gains.map((gain, place) => `${place === 0 ? "found" : "pairs"} ${signed(gain)}`).join("   ")}${isWorse ? "   worse" : ""}`,
      );
    }
  }
  say(
    losses === 0
      ? "\nNowhere is ours worse by more than twice the standard error."
      : `\nWorse by more than twice the standard error in ${losses} comparisons.`,
  );
}

function scoreOf(ranking: Ranking, { merit }: Simulated, { places }: Setting): Score {
  const order = merit.map((_, index) => index).sort((one, other) => (merit[other] ?? 0) - (merit[one] ?? 0));
  const best = new Set(order.slice(0, places));
  const scores = ranking.applications.map(({ score }) => score ?? Number.NEGATIVE_INFINITY);
  return {
    found: chosenOf(scores, best, places) / places,
    pairs: pairsOf(scores, { above: order.slice(places / 2, places), below: order.slice(places, places * 1.5) }),
  };
}

/** How many of the best are among the chosen; where a tie crosses the line, the expected number under a fair lot. */
function chosenOf(scores: readonly number[], best: ReadonlySet<number>, places: number): number {
  const line = [...scores].sort((one, other) => other - one)[places - 1] ?? 0;
  const above = scores.flatMap((score, index) => (score > line + 1e-9 ? [index] : []));
  const tied = scores.flatMap((score, index) => (Math.abs(score - line) <= 1e-9 ? [index] : []));
  const among = (indexes: readonly number[]) => indexes.filter((index) => best.has(index)).length;
  return among(above) + (among(tied) * (places - above.length)) / Math.max(1, tied.length);
}

/** The share of pairs across the line, taken from the half next to it on either side; a tie counts half. */
function pairsOf(scores: readonly number[], { above, below }: { above: readonly number[]; below: readonly number[] }) {
  let right = 0;
  for (const one of above)
    for (const other of below) {
      const gap = (scores[one] ?? 0) - (scores[other] ?? 0);
      right += Math.abs(gap) < 1e-9 ? 0.5 : gap > 0 ? 1 : 0;
    }
  return right / (above.length * below.length);
}

function coverageOf({ applications }: Ranking, { verdict }: Simulated): number {
  const held = applications.filter(({ low, high }, index) => {
    const truth = verdict[index] ?? 0;
    return low !== null && high !== null && low <= truth && truth <= high;
  });
  return held.length / applications.length;
}

function average(values: readonly number[]): Gain {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / Math.max(1, values.length - 1) / values.length) };
}

const words = ({ mean, error }: Gain) => `${(100 * mean).toFixed(1)} ± ${(100 * error).toFixed(1)}`;
const signed = (gain: Gain) => `${gain.mean >= 0 ? "+" : ""}${words(gain)}`;
