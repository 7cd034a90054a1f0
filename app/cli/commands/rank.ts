import { parseArgs } from "node:util";
import { z } from "zod";
import { rankingMethods } from "#app/features/decision/estimates.ts";
import { type Ranking, rankApplications } from "#app/features/decision/ranking.ts";
import { answerJson, readJson, withOptions } from "./read-json.ts";
import { Unfit } from "./unfit.ts";

const usage = `npm run --silent tidemark -- rank FILE [--method ${rankingMethods.join("|")}]`;

const id = z.string().min(1);
const criterion = z
  .object({ id, weight: z.number().nonnegative(), min: z.number(), max: z.number() })
  .refine(({ min, max }) => max > min, { message: "max must lie above min" });
const round = z
  .object({
    criteria: z.array(criterion).min(1),
    top_n: z.number().int().nonnegative(),
    applications: z.array(id),
    reviews: z.array(
      z.object({
        app: id,
        juror: id,
        scores: z.record(z.string(), z.number().nullable()),
        conflict: z.boolean().optional(),
      }),
    ),
  })
  .superRefine(({ criteria, applications, reviews }, context) => {
    const scales = new Map(criteria.map((line) => [line.id, line]));
    const known = new Set(applications);
    const fault = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    if (scales.size < criteria.length) fault(["criteria"], "two criteria have the same id");
    if (known.size < applications.length) fault(["applications"], "an application is listed twice");
    if (!criteria.some(({ weight }) => weight > 0)) fault(["criteria"], "no criterion has a weight");
    reviews.forEach(({ app, scores }, index) => {
      if (!known.has(app)) fault(["reviews", index, "app"], `${app} is not among the applications`);
      for (const [name, score] of Object.entries(scores)) {
        const scale = scales.get(name);
        const place = ["reviews", index, "scores", name];
        if (!scale) fault(place, `${name} is not among the criteria`);
        else if (score !== null && (score < scale.min || score > scale.max))
          fault(place, `${score} lies outside ${scale.min} to ${scale.max}`);
      }
    });
  });

/** A test vector holds the round under `input`; a plain file is the round itself. */
const file = z.preprocess(
  (value) => (typeof value === "object" && value !== null && "input" in value ? value.input : value),
  round,
);

/** Ranks a round from a file, without the platform: any jury may use the method, and anybody can check us. */
export async function run(args: string[]) {
  answerJson(() => {
    const options = { method: { type: "string" } } as const;
    const parsed = withOptions(usage, () => parseArgs({ args, options, allowPositionals: true }));
    const wanted = parsed.values.method ?? "within";
    const method = rankingMethods.find((known) => known === wanted);
    if (!method) throw new Unfit(`There is no method ${wanted}.\n${usage}`);
    const { criteria, top_n, applications, reviews } = readJson(parsed.file, file);
    const ranking = rankApplications(
      {
        criteria,
        places: top_n,
        applicationIds: applications,
        reviews: reviews.map(({ app, juror, scores, conflict }) => ({
          applicationId: app,
          jurorId: juror,
          marks: scores,
          isConflict: conflict ?? false,
        })),
      },
      method,
    );
    return asVector(ranking, applications);
  });
}

/** The names and the order of the public test vectors. */
function asVector(ranking: Ranking, order: readonly string[]) {
  const { deviation, cut } = ranking;
  const rows = new Map(ranking.applications.map((row) => [row.id, row]));
  return {
    n: ranking.applications.length,
    m: ranking.jurors.length,
    N: ranking.reviews,
    df: ranking.overlap,
    mode_used: ranking.method,
    components: ranking.panels,
    warnings: ranking.warnings,
    variance: deviation && { sa: deviation.merit, sb: deviation.leniency, se: deviation.noise },
    applications: order
      .flatMap((id) => rows.get(id) ?? [])
      .map((row) => ({
        id: row.id,
        k: row.reviews,
        raw: row.raw,
        juror_correction: row.correction,
        score: row.score,
        sd: row.sd,
        lo90: row.low,
        hi90: row.high,
        rank: row.rank,
        p_top: row.chance,
        component: row.island,
      })),
    jurors: ranking.jurors.map(({ id, reviews, leniency, sd }) => ({ id, k: reviews, leniency, sd })),
    cut: {
      top_n: cut.places,
      line: cut.line,
      expected_right: cut.expectedRight,
      expected_wrong: cut.expectedWrong,
      certainty: cut.certainty,
      undecided: cut.undecided,
    },
  };
}
