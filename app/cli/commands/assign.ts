import { parseArgs } from "node:util";
import { z } from "zod";
import { type MatchPlan, planAssignments } from "#app/features/assignment/matching.ts";
import { answerJson, readJson, withOptions } from "./read-json.ts";
import { Unfit } from "./unfit.ts";

const usage = "npm run --silent tidemark -- assign FILE [--seed N]";

/** The answer stays within this share of the proven optimum, even where tying panels together would cost more. */
const TIE_LOSS = 0.004;

const count = z.number().int().nonnegative();

/** k: reviews each application wants; lo, hi: each juror's least and most; aff: fit from 0 to 1, null forbids. */
const task = z
  .object({
    n: count,
    m: count,
    k: z.array(count),
    lo: z.array(count),
    hi: z.array(count),
    aff: z.array(z.array(z.number().nullable())),
  })
  .superRefine(({ n, m, k, lo, hi, aff }, context) => {
    const fault = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    if (k.length !== n) fault(["k"], `has ${k.length} entries for ${n} applications`);
    if (lo.length !== m) fault(["lo"], `has ${lo.length} entries for ${m} jurors`);
    if (hi.length !== m) fault(["hi"], `has ${hi.length} entries for ${m} jurors`);
    if (aff.length !== n) fault(["aff"], `has ${aff.length} rows for ${n} applications`);
    aff.forEach((row, index) => {
      if (row.length !== m) fault(["aff", index], `has ${row.length} values for ${m} jurors`);
    });
    lo.forEach((least, index) => {
      if (least > (hi[index] ?? 0)) fault(["lo", index], `lies above hi: ${least} > ${hi[index]}`);
    });
  });
type Task = z.infer<typeof task>;

const file = z.preprocess(
  (value) => (typeof value === "object" && value !== null && "input" in value ? value.input : value),
  task,
);

/** Plans who reads what from a file, without the platform. */
export async function run(args: string[]) {
  answerJson(() => {
    const options = { seed: { type: "string", default: "1" } } as const;
    const parsed = withOptions(usage, () => parseArgs({ args, options, allowPositionals: true }));
    const { seed } = parsed.values;
    if (!/^\d{1,15}$/.test(seed)) throw new Unfit(`The seed is a whole number, not ${seed}.\n${usage}`);
    const given = readJson(parsed.file, file);
    return asVector(planOf(given, Number(seed)), given);
  });
}

function planOf({ k, lo, hi, aff }: Task, seed: number) {
  return planAssignments({
    entries: k.map((reviews, index) => ({
      id: String(index),
      conflicts: [],
      expertise: [],
      languages: [],
      reviews,
    })),
    jurors: hi.map((capacity, index) => ({
      id: String(index),
      capacity,
      minimum: lo[index] ?? 0,
      expertise: [],
      languages: [],
    })),
    reviewsPerEntry: 0,
    seed,
    tieLoss: TIE_LOSS,
    affinity: (entryId, jurorId) => aff[Number(entryId)]?.[Number(jurorId)] ?? null,
  });
}

function asVector({ isFeasible, pairs, metrics, shortages }: MatchPlan, { aff }: Task) {
  const assignment = pairs
    .map(({ entryId, jurorId }) => [Number(entryId), Number(jurorId)] as const)
    .sort(([entry, juror], [other, colleague]) => entry - other || juror - colleague);
  const answer = {
    feasible: isFeasible,
    assignment,
    metrics: {
      affinity: metrics.affinity,
      mean_aff: metrics.meanAffinity,
      min_aff: metrics.leastAffinity,
      load_min: metrics.leastLoad,
      load_max: metrics.mostLoad,
      bad: assignment.filter(([entry, juror]) => (aff[entry]?.[juror] ?? null) === null).length,
      short: metrics.wanted - metrics.placed,
      comps: metrics.panels,
      fewest_shared: metrics.fewestShared,
      pairs_met: metrics.pairsMet,
      max_shared: metrics.mostShared,
      loads: metrics.loads.toSorted((one, other) => Number(one.jurorId) - Number(other.jurorId)).map((l) => l.reviews),
    },
  };
  return isFeasible
    ? answer
    : { ...answer, wanted: metrics.wanted, placeable: metrics.placed, short: shortages.map(asShort) };
}

/** What is short and why, in the file's own terms. */
function asShort(shortage: MatchPlan["shortages"][number]) {
  if (shortage.of === "juror") {
    const { jurorId, missing, cause, eligible } = shortage;
    return { juror: Number(jurorId), missing, why: cause, eligible };
  }
  const { entryId, missing, cause, eligible, fullJurorIds, barred } = shortage;
  const why = { application: Number(entryId), missing, why: cause, eligible, forbidden: barred.affinity };
  return cause === "jurors-full" ? { ...why, full_jurors: fullJurorIds.map(Number) } : why;
}
