import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { Plainly, root, say } from "#app/cli/terminal.mjs";
import { momentOf } from "#app/lib/moment.ts";
import { connect } from "#db/connect.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { openDiskStore } from "#storage/disk.server.ts";
import { temporaryFolder } from "../support/temporary.mjs";
import { type Moved, moveDown, moveUp, type Spent, spentBy } from "./bytes.ts";
import { type Case, type Ground, pages, weightOf, writes } from "./cases.ts";
import { plantBenchWeek } from "./data.ts";
import { load } from "./load.ts";
import { freePort, type Measured, startMeasured } from "./measured.ts";
import { type Line, lineOfBytes, lineOfRequests, tableOf } from "./report.ts";

type Servers = { site: Measured; limit: Measured };
/** Ours and the limit take turns, so that a busy moment of the machine falls on both. */
const SLICES = 5;
const SECONDS = { ours: 1.5, limit: 0.75 };
/** A server that has run for a day has compiled its paths: a benchmark begins after so many turns, or so many seconds. */
const WARMING = { seconds: 12, most: 600 };

const bytes = [
  { name: "upload", title: "A film of 304 MB, in parts", target: { share: 0.8, memoryMegabytes: 16 } },
  { name: "download", title: "Ranges of a film", target: { share: 0.8 } },
] as const;
const names = [...pages, ...writes, ...bytes].map((one) => one.name);

/** Runs the benchmarks that are named, or all; prints the table and keeps it as JSON in bench-results. */
export async function bench(wanted: readonly string[], { profile }: { profile: boolean }): Promise<void> {
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Plainly(`No benchmark ${unknown.join(", ")}. There are: ${names.join(", ")}`);
  const isWanted = ({ name }: { name: string }) => wanted.length === 0 || wanted.includes(name);
  const results = join(root, "bench-results");
  mkdirSync(results, { recursive: true });
  const folder = temporaryFolder("bench", () => {});
  try {
    const { ground, servers } = await prepare(folder, profile ? results : null);
    const lines: Line[] = [];
    for (const one of [...pages, ...writes].filter(isWanted)) {
      say(`${one.title} …`);
      lines.push(await measure(one, ground, servers));
    }
    for (const one of bytes.filter(isWanted)) {
      say(`${one.title} …`);
      const moved: Moved[] = [];
      for (let slice = -1; slice < SLICES; slice++) {
        const next = await (one.name === "upload"
          ? moveUp(ground, servers, slice + 1)
          : moveDown(ground, servers, SECONDS.ours));
        // The first one warms up.
        if (slice >= 0) moved.push(next);
      }
      lines.push(lineOfBytes(one, moved));
    }
    await Promise.all([servers.site.stop(), servers.limit.stop()]);
    say(`\n${tableOf(lines)}`);
    const at = momentOf(Date.now());
    const machine = { node: process.version, processors: cpus().length, model: cpus()[0]?.model ?? "" };
    const file = join(results, `${at.replaceAll(":", "-")}.json`);
    writeFileSync(file, `${JSON.stringify({ at, machine, lines }, null, 2)}\n`);
    say(`\nKept in ${file}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function prepare(folder: string, profiles: string | null): Promise<{ ground: Ground; servers: Servers }> {
  say("Planting 5,000 applications, 200 jurors and 15,000 reviews …");
  const directory = join(folder, "data");
  mkdirSync(directory);
  const file = join(directory, "tidemark.sqlite");
  const db = connect(file);
  await migrate(db);
  const week = await plantBenchWeek(db, openDiskStore({ directory, secret: "", origin: "" }), momentOf(Date.now()));
  await db.destroy();

  const written = join(folder, "written");
  writeFileSync(written, "");
  const [port, limitPort] = [await freePort(), await freePort()];
  const site = await startMeasured("./server.mjs", {
    port,
    execArgv: profiles ? ["--cpu-prof", `--cpu-prof-dir=${profiles}`] : [],
    env: {
      PORT: String(port),
      HOST: "127.0.0.1",
      ORIGIN: `http://127.0.0.1:${port}`,
      DATA_DIR: directory,
      DATABASE_URL: "",
      STORAGE_URL: "",
      SMTP_URL: "",
      DEMO: "0",
      LOG_LEVEL: "error",
    },
  });
  const limit = await startMeasured("./limit.mjs", {
    port: limitPort,
    env: {
      LIMIT_PORT: String(limitPort),
      LIMIT_DATABASE: join(folder, "limit.sqlite"),
      LIMIT_FILE: written,
      SITE_DATABASE: file,
    },
  });
  const films = join(directory, "files", "objects", week.film.storageKey);
  return { ground: { week, site: port, limit: limitPort, films }, servers: { site, limit } };
}

async function measure(one: Case, ground: Ground, { site, limit }: Servers): Promise<Line> {
  const ours = one.ours(ground);
  const sample = await ours(0);
  const least = one.limit(ground, sample);
  const turn = (act: typeof ours) => async (worker: number) => (await act(worker)).bytes;
  const { workers } = one;
  await load(turn(ours), { workers, ...WARMING });
  await load(turn(least), { workers, seconds: 0.5 });
  const slices: { ours: Spent; limit: Spent }[] = [];
  for (let slice = 0; slice < SLICES; slice++)
    slices.push({
      ours: await spentBy(site, () => load(turn(ours), { workers, seconds: SECONDS.ours })),
      limit: await spentBy(limit, () => load(turn(least), { workers, seconds: SECONDS.limit })),
    });
  return lineOfRequests(one, slices, weightOf(sample));
}
