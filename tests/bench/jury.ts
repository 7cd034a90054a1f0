import { say } from "#app/cli/terminal.mjs";
import { type MatchRequest, planAssignments } from "#app/features/assignment/matching.ts";
import { shapeOf } from "#app/features/assignment/panel-shape.ts";
import { affinityOf, barTo, lotOf } from "#app/features/assignment/reading-rules.ts";
import { rankApplications } from "#app/features/decision/ranking.ts";
import { simulate } from "./simulated-jury.ts";

/** HotCRP's exact optimum of the same size on this kind of machine, and the targets of our own. */
const ASSIGNMENT = { entries: 5000, jurors: 200, reviews: 3, conflicts: 0.02, hotcrp: "203 s, 555 MB" };
const RANKING = { entries: 10_000, jurors: 200, reviews: 3 };
const FIELDS = ["drama", "documentary", "animation", "venture", "script", "episodes"];
const SECONDS = 1e-6;

/** Who reads what for a very large round: time, memory and quality, beside a balanced draw by lot of the same round. */
export function benchAssignment(): void {
  const { entries, jurors, reviews, conflicts } = ASSIGNMENT;
  const draw = (...names: string[]) => lotOf(7, ...names);
  const request: MatchRequest = {
    jurors: named("j", jurors).map((id) => ({
      ...{ id, capacity: Math.ceil((entries * reviews * 1.1) / jurors), languages: ["zh"] },
      expertise: FIELDS.filter((field) => draw(id, field) < 0.35),
    })),
    entries: named("e", entries).map((id) => ({
      ...{ id, languages: [], expertise: [FIELDS[Math.floor(draw(id, "field") * FIELDS.length)] ?? ""] },
      conflicts: named("j", jurors).filter((juror) => draw(id, juror, "conflict") < conflicts),
    })),
    ...{ reviewsPerEntry: reviews, seed: 1 },
  };
  say(`Assignment: ${entries} entries, ${jurors} jurors, ${reviews} readings each, ${conflicts * 100} % conflicts`);
  const before = process.memoryUsage.rss();
  const cpu = process.cpuUsage();
  const { metrics, pairs, isFeasible } = planAssignments(request);
  const { user, system } = process.cpuUsage(cpu);
  const memory = (process.resourceUsage().maxRSS * 1024 - before) / 1e6;
  say(
    `  planned in ${((user + system) * SECONDS).toFixed(1)} s of CPU, ${memory.toFixed(0)} MB on top (HotCRP: ${ASSIGNMENT.hotcrp})`,
  );
  say(`  ${isFeasible ? "every place filled" : "places left open"}: ${metrics.placed} of ${metrics.wanted}`);
  const rows = [
    { name: "planned", pairs },
    { name: "by lot", pairs: byLot(request) },
  ];
  const affinity = new Map(request.entries.map((entry) => [entry.id, entry]));
  const known = new Map(request.jurors.map((juror) => [juror.id, juror]));
  for (const { name, pairs: own } of rows) {
    const fits = own.map(({ entryId, jurorId }) => {
      const [entry, juror] = [affinity.get(entryId), known.get(jurorId)];
      return entry && juror ? affinityOf(entry, juror) : 0;
    });
    const loads = request.jurors.map(({ id }) => own.filter(({ jurorId }) => jurorId === id).length);
    const shape = shapeOf(own);
    say(
      `  ${name.padEnd(8)} mean fit ${(fits.reduce((sum, fit) => sum + fit, 0) / fits.length).toFixed(3)}, loads ${Math.min(...loads)}–${Math.max(...loads)}, panels ${shape.panels}, fewest shared ${shape.fewestShared}, pairs of jurors that meet ${(shape.pairsMet * 100).toFixed(0)} %`,
    );
  }
}

/** Everybody the same number, by lot, conflicts respected: what an even dealing without expertise gives. */
function byLot({ entries, jurors, reviewsPerEntry }: MatchRequest) {
  const loads = new Map(jurors.map(({ id }) => [id, 0]));
  return entries.flatMap((entry) => {
    const free = jurors.filter((juror) => barTo(entry, juror) === undefined);
    const order = free
      .map(({ id }) => ({ id, key: (loads.get(id) ?? 0) + lotOf(3, entry.id, id) }))
      .sort((one, other) => one.key - other.key)
      .slice(0, reviewsPerEntry);
    for (const { id } of order) loads.set(id, (loads.get(id) ?? 0) + 1);
    return order.map(({ id }) => ({ entryId: entry.id, jurorId: id }));
  });
}

/** The ranking with intervals and chances of a very large round, beside the plain mean of the same reviews. */
export function benchRanking(): void {
  const { entries, jurors, reviews } = RANKING;
  const { competition } = simulate(
    {
      ...{ name: "large", applications: entries, jurors, reviews, severity: 0.5, noise: 1, scale: 0.15, care: 0.2 },
      ...{ highest: 10, groups: 1, places: 100 },
    },
    11,
  );
  say(`Ranking: ${entries} entries, ${jurors} jurors, ${competition.reviews.length} reviews, best of three runs`);
  const spent = (["within", "mean"] as const).map((method) => {
    const seconds = [1, 2, 3].map(() => {
      const cpu = process.cpuUsage();
      rankApplications(competition, method);
      const { user, system } = process.cpuUsage(cpu);
      return (user + system) * SECONDS;
    });
    say(
      `  ${method === "within" ? "ours, with intervals and chances" : "plain mean"}: ${Math.min(...seconds).toFixed(2)} s of CPU`,
    );
    return Math.min(...seconds);
  });
  say(`  ours costs ${((spent[0] ?? 0) / (spent[1] ?? 1)).toFixed(1)} × the plain mean`);
}

function named(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${String(index).padStart(5, "0")}`);
}
