import { least, meanOf, ratioPrior } from "./numeric.ts";
import type { Severity } from "./severity.ts";
import type { Totals } from "./totals.ts";

/** What the whole jury of the round would have given on average, as far as its reviews can tell. */
export type Merit = {
  entries: readonly { score: number; sd: number; correction: number | null }[];
  /** Standard deviation of merit among the applications. */
  spread: number;
};

/**
 * Takes each juror's leniency out of their totals and pulls every application towards the round's mean by as much as
 * its evidence is weak (one-way random effects; the spread of merit by REML with a weak prior).
 */
export function meritOf(totals: Totals, severity: Severity): Merit {
  const { reviews, byEntry } = totals;
  const known = byEntry.map((own) => {
    if (own.length === 0) return undefined;
    const rows = own.flatMap((index) => reviews[index] ?? []);
    const shares = new Map<number, number>();
    for (const { juror } of rows) shares.set(juror, (shares.get(juror) ?? 0) + 1 / rows.length);
    const raw = meanOf(rows.map(({ total }) => total));
    const correction = -meanOf(rows.map(({ juror }) => severity.leniency[juror] ?? 0));
    const doubt = severity.noise ** 2 / rows.length + severity.varianceOf(shares);
    return { mean: raw + correction, correction, doubt };
  });
  const reviewed = known.filter((entry) => entry !== undefined);
  const means = Float64Array.from(reviewed, ({ mean }) => mean);
  const doubts = Float64Array.from(reviewed, ({ doubt }) => doubt);

  const centreAt = (variance: number) => {
    let weights = 0;
    let sum = 0;
    for (let index = 0; index < means.length; index++) {
      const weight = 1 / (variance + (doubts[index] ?? 0));
      weights += weight;
      sum += weight * (means[index] ?? 0);
    }
    return { weights, centre: sum / weights };
  };
  const logRatio = least(
    (u) => {
      const variance = (severity.noise * Math.exp(u)) ** 2;
      const { weights, centre } = centreAt(variance);
      let sum = Math.log(weights);
      for (let index = 0; index < means.length; index++) {
        const whole = variance + (doubts[index] ?? 0);
        const distance = (means[index] ?? 0) - centre;
        sum += Math.log(whole) + (distance * distance) / whole;
      }
      return sum + ratioPrior(u);
    },
    { from: -5, to: 11, points: 65 },
  );
  const spread = severity.noise * Math.exp(logRatio);
  const { weights, centre } = centreAt(spread ** 2);
  const entries = known.map((entry) => {
    const trust = entry ? spread ** 2 / (spread ** 2 + entry.doubt) : 0;
    return {
      score: entry ? centre + trust * (entry.mean - centre) : centre,
      sd: Math.sqrt(spread ** 2 * (1 - trust) + (1 - trust) ** 2 / weights),
      correction: entry?.correction ?? null,
    };
  });
  return { entries, spread };
}
