import type { Competition } from "#app/features/decision/ranking.ts";
import type { JurorReview } from "#app/features/decision/totals.ts";

/** One kind of jury, told by what differs from the base: lengths in points of a mark from 1 to 10. */
export type Setting = {
  name: string;
  applications: number;
  jurors: number;
  /** Reviews per application. */
  reviews: number;
  /** Standard deviation of leniency between jurors, in the merit's. */
  severity: number;
  /** Standard deviation of honest disagreement, in the merit's. */
  noise: number;
  /** How differently jurors use the scale, and how unequal their care is: standard deviations of a logarithm. */
  scale: number;
  care: number;
  /** Marks are whole numbers from 1 to this. */
  highest: number;
  /** Shares of the applications that belong to groups of unequal quality, each read by jurors of its own kind. */
  groups: number;
  places: number;
};

export type Simulated = {
  competition: Competition;
  /** Each application's merit on the scale 0–100, and what the whole jury would have given it on average. */
  merit: number[];
  verdict: number[];
};

const WEIGHTS = [40, 30, 20, 10];
const MERIT = 1.3;
const LIKE_MERIT = 0.7;
/** The part of a review's noise that all its criteria share. */
const HALO = 0.6;
const CRITERION_LENIENCY = 0.3;
/** Draws by which a juror's expected mark is found, after rounding and the ends of the scale. */
const DRAWS = 3;

/** A round with a known truth: merit by application, leniency, scale, care and halo by juror, whole-number marks. */
export function simulate(setting: Setting, seed: number): Simulated {
  const random = randomOf(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const range = (length: number) => Array.from({ length }, (_, index) => index);

  const applications = range(setting.applications).map((index) => {
    const group = index % setting.groups;
    const shift = setting.groups > 1 ? (group / (setting.groups - 1) - 0.5) * 2 : 0;
    const merit = shift + normal();
    const own = WEIGHTS.map(() => LIKE_MERIT * merit + Math.sqrt(1 - LIKE_MERIT ** 2) * normal());
    return { id: `e${String(index).padStart(5, "0")}`, group, criteria: own.map((value) => value * MERIT) };
  });
  const jurors = range(setting.jurors).map((index) => ({
    id: `j${String(index).padStart(4, "0")}`,
    group: index % setting.groups,
    leniency: setting.severity * MERIT * normal(),
    byCriterion: WEIGHTS.map(() => CRITERION_LENIENCY * setting.severity * MERIT * normal()),
    scale: Math.exp(setting.scale * normal()),
    care: Math.exp(setting.care * normal()),
  }));
  const middle = (1 + setting.highest) / 2;
  const wide = (setting.highest - 1) / 9;
  const marksOf = (application: (typeof applications)[number], juror: (typeof jurors)[number]) => {
    const noise = setting.noise * MERIT * juror.care;
    const shared = Math.sqrt(HALO) * normal();
    return application.criteria.map((quality, index) => {
      const own = Math.sqrt(1 - HALO) * normal();
      const felt = juror.scale * quality + juror.leniency + (juror.byCriterion[index] ?? 0) + noise * (shared + own);
      return Math.min(setting.highest, Math.max(1, Math.round(middle + wide * felt)));
    });
  };
  const totalOf = (marks: readonly number[]) =>
    marks.reduce((sum, mark, index) => sum + (WEIGHTS[index] ?? 0) * ((mark - 1) / (setting.highest - 1)), 0);

  const loads = new Map(jurors.map(({ id }) => [id, 0]));
  const reviews = shuffled(applications, random).flatMap((application) => {
    // Groups are read by jurors of their own kind, but for one in five seats, by which panels stay comparable.
    const order = shuffled(jurors, random).sort((one, other) => (loads.get(one.id) ?? 0) - (loads.get(other.id) ?? 0));
    const kin = order.filter(({ group }) => group === application.group);
    const picked = new Set<(typeof jurors)[number]>();
    while (picked.size < setting.reviews) {
      const from = random() < 0.2 ? order : kin;
      const next = from.find((juror) => !picked.has(juror)) ?? order.find((juror) => !picked.has(juror));
      if (!next) break;
      picked.add(next);
    }
    return [...picked].map((juror): JurorReview => {
      loads.set(juror.id, (loads.get(juror.id) ?? 0) + 1);
      const marks = marksOf(application, juror);
      return {
        applicationId: application.id,
        jurorId: juror.id,
        marks: Object.fromEntries(marks.map((mark, index) => [`c${index}`, mark])),
      };
    });
  });
  return {
    competition: {
      criteria: WEIGHTS.map((weight, index) => ({ id: `c${index}`, weight, min: 1, max: setting.highest })),
      applicationIds: applications.map(({ id }) => id),
      reviews,
      places: setting.places,
    },
    merit: applications.map(({ criteria }) =>
      criteria.reduce((sum, quality, index) => sum + (WEIGHTS[index] ?? 0) * quality, 0),
    ),
    verdict: applications.map((application) => {
      let sum = 0;
      for (const juror of jurors) for (let draw = 0; draw < DRAWS; draw++) sum += totalOf(marksOf(application, juror));
      return sum / (jurors.length * DRAWS);
    }),
  };
}

/** Mulberry32: small, seeded, and good enough to draw juries. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, lot: random() }))
    .sort((one, other) => one.lot - other.lot)
    .map(({ item }) => item);
}
