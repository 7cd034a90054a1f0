import type { BenchWeek } from "./data.ts";
import { type Answered, type Asked, ask, opened } from "./load.ts";

export type Ground = { week: BenchWeek; site: number; limit: number; films: string };
/** What a page's answer weighs, on the way and unpacked. */
export type Weight = { sent: number; unpacked: number };
export type Case = {
  name: string;
  title: string;
  workers: number;
  /** How the demand reads: CPU milliseconds a request, the share of the limit's bytes, … */
  target: { cpu?: number; share?: number; unpackedKilobytes?: number; memoryMegabytes?: number };
  /** What HotCRP publishes or was measured at for the same act. */
  hotcrp?: string;
  /** One act of ours. */
  ours(ground: Ground): (worker: number) => Promise<Answered>;
  /** The least a server can do instead, given what ours answered. */
  limit(ground: Ground, sample: Answered): (worker: number) => Promise<Answered>;
};

const page = (ground: Ground, sample: Answered) => () =>
  ask({ port: ground.limit, path: `/page?bytes=${sample.bytes}`, countOnly: true });

const get = (ground: Ground, path: string, cookie?: string): Asked => ({
  port: ground.site,
  path,
  ...(cookie ? { headers: { Cookie: cookie } } : {}),
});

/** Answers the member of a list a worker's next turn is about: workers never meet. */
export function turnsOf<T>(items: readonly T[], workers: number) {
  const turns = Array.from({ length: workers }, () => 0);
  return (worker: number): T => {
    const turn = turns[worker] ?? 0;
    turns[worker] = turn + 1;
    const item = items[(turn * workers + worker) % items.length];
    if (item === undefined) throw new Error("nothing is left to measure with");
    return item;
  };
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const formType = "application/x-www-form-urlencoded";
const WORKERS = 4;

export const pages: readonly Case[] = [
  {
    name: "home",
    title: "The anonymous home page",
    workers: WORKERS,
    target: { cpu: 0.2 },
    hotcrp: "1.7 ms",
    ours: (ground) => () => ask(get(ground, "/")),
    limit: page,
  },
  {
    name: "jury",
    title: "A juror's home",
    workers: WORKERS,
    target: { cpu: 8 },
    hotcrp: "48–57 ms",
    ours(ground) {
      const next = turnsOf(ground.week.jurors, WORKERS);
      return (worker) => ask(get(ground, "/jury", next(worker).cookie));
    },
    limit: page,
  },
  {
    name: "list",
    title: "One page of the list of 5,000 applications",
    workers: WORKERS,
    target: { cpu: 20, unpackedKilobytes: 150 },
    hotcrp: "300–470 ms, 4–7 MB",
    ours(ground) {
      const numbers = turnsOf(
        Array.from({ length: 100 }, (_, place) => place + 1),
        WORKERS,
      );
      const path = `/manage/calls/${ground.week.callSlug}/applications`;
      return (worker) => ask(get(ground, `${path}?page=${numbers(worker)}`, ground.week.organiser));
    },
    limit: page,
  },
  {
    name: "entry",
    title: "An entry with the review, as its juror sees it",
    workers: WORKERS,
    target: { cpu: 10 },
    hotcrp: "45–59 ms",
    ours(ground) {
      const next = turnsOf(ground.week.jurors, WORKERS);
      return (worker) => {
        const { cookie, unsent } = next(worker);
        return ask(get(ground, `/jury/assignments/${unsent[0]?.assignmentId}`, cookie));
      };
    },
    limit: page,
  },
  {
    name: "rank",
    title: "Ranking a round of 5,000 entries and 15,000 reviews",
    workers: 1,
    target: {},
    ours: (ground) => () =>
      ask(get(ground, `/manage/calls/${ground.week.callSlug}/scores?round=r1`, ground.week.organiser)),
    limit: (ground, sample) => () =>
      ask({ port: ground.limit, path: `/round?round=${ground.week.roundId}&bytes=${sample.bytes}`, countOnly: true }),
  },
];

export const writes: readonly Case[] = [
  {
    name: "save",
    title: "A juror's save of a review, all its words new",
    workers: WORKERS,
    target: { cpu: 2 },
    hotcrp: "7–9 ms (45 ms with new words)",
    ours(ground) {
      const next = turnsOf(ground.week.jurors, WORKERS);
      const versions = new Map<string, number>();
      return (worker) => {
        const { cookie, unsent } = next(worker);
        const { assignmentId } = unsent[1] ?? { assignmentId: "" };
        const version = versions.get(assignmentId) ?? 1;
        versions.set(assignmentId, version + 1);
        return ask({
          port: ground.site,
          path: `/jury/assignments/${assignmentId}/draft`,
          method: "POST",
          headers: { Cookie: cookie, "Content-Type": formType, Accept: "application/json" },
          body: reviewBody(ground.week.criteria, version),
        });
      };
    },
    limit: row,
  },
  {
    name: "submit",
    title: "A submission with its receipt",
    workers: WORKERS,
    target: {},
    ours(ground) {
      let place = 0;
      return () => {
        const draft = ground.week.drafts[place];
        place += 1;
        if (!draft) throw new Error("every draft is handed in: this machine is faster than the benchmark expects");
        return ask({
          port: ground.site,
          path: `/applications/${draft.applicationId}/submission`,
          method: "POST",
          headers: { Cookie: draft.cookie, "Content-Type": formType },
          body: form({ key: draft.applicationId }),
          expect: [302],
        });
      };
    },
    limit: row,
  },
];

function row(ground: Ground, sample: Answered) {
  const body = reviewBody(ground.week.criteria, 1);
  return () => ask({ port: ground.limit, path: `/row?bytes=${sample.bytes}`, method: "POST", body });
}

function reviewBody(criteria: readonly string[], version: number): string {
  const words = `Draft ${version}. ${"The sea wall holds the whole film together. 结尾再短一些会更有力量。".repeat(6)}`;
  const marks = criteria.map((id, place) => [`mark.${id}`, String(5 + ((version + place) % 6) / 2)]);
  return form({
    version: String(version),
    verdict: version % 2 === 0 ? "discuss" : "recommend",
    privateNote: words,
    panelText: words,
    applicantText: words,
    ...Object.fromEntries(marks),
  });
}

/** What an answer weighs. */
export function weightOf({ bytes, body, headers }: Answered): Weight {
  return { sent: bytes, unpacked: opened(body, headers["content-encoding"]).length };
}
