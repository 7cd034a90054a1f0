import { crc32 } from "node:zlib";
import type { Ground } from "./cases.ts";
import { type Asked, ask, jsonOf, load, type Span } from "./load.ts";
import type { Measured } from "./measured.ts";

const PART = 8 * 1024 * 1024;
const PARTS = 38;
const FILM = PART * PARTS;
const WORKERS = 4;
const RANGE = 16 * 1024 * 1024;

type Servers = { site: Measured; limit: Measured };
export type Moved = { ours: Spent; limit: Spent; memory?: number };
export type Spent = { span: Span; cpu: number };

/** What a server spends while something happens to it. */
export async function spentBy(server: Measured, work: () => Promise<Span>): Promise<Spent> {
  const before = await server.measure();
  const span = await work();
  const after = await server.measure();
  return { span, cpu: (after.cpu - before.cpu) / 1000 };
}

const content = Buffer.alloc(PART, "frame ");
const check = crc32(content).toString(16).padStart(8, "0");

/** A film of 304 MB in parts of 8, four at once as the browser sends them; beside it the same bytes written plainly. */
export async function moveUp(ground: Ground, { site, limit }: Servers, place: number): Promise<Moved> {
  const begun = await beginFilm(ground, place);
  let peak = 0;
  const { memory: before } = await site.measure();
  let isWatching = true;
  const watching = (async () => {
    while (isWatching) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      peak = Math.max(peak, (await site.measure()).memory);
    }
  })();
  let number = 0;
  const whole = { workers: WORKERS, seconds: 600, most: PARTS };
  const ours = await spentBy(site, async () => {
    const span = await load(() => {
      number += 1;
      return sendPart(ground, begun, number);
    }, whole);
    isWatching = false;
    await watching;
    return span;
  });
  await ask({ ...begun.door, path: `/uploads/${begun.fileId}`, method: "DELETE" });

  let offset = -PART;
  const plain = await spentBy(limit, () =>
    load(async () => {
      offset += PART;
      await ask({ port: ground.limit, path: `/write?offset=${offset}`, method: "PUT", body: content });
      return PART;
    }, whole),
  );
  return { ours, limit: plain, memory: peak - before };
}

type Begun = { fileId: string; door: Pick<Asked, "port" | "headers"> };

/** Begins a film in the last draft but some: the submissions take them from the front. */
async function beginFilm({ week, site }: Ground, place: number): Promise<Begun> {
  const draft = week.drafts[week.drafts.length - 1 - place];
  if (!draft) throw new Error("there is no draft to put a film into");
  const door = { port: site, headers: { Cookie: draft.cookie, "Content-Type": "application/json" } };
  const film = { slot: "mood_reel", name: "reel.mp4", bytes: FILM, fingerprint: `bench-film-${place}` };
  const body = JSON.stringify({ applicationId: draft.applicationId, ...film });
  const answer = await ask({ ...door, path: "/uploads", method: "POST", body });
  const { fileId, partBytes }: { fileId: string; partBytes: number } = jsonOf(answer);
  if (partBytes !== PART) throw new Error(`parts are of ${partBytes} bytes`);
  return { fileId, door };
}

async function sendPart(ground: Ground, { fileId, door }: Begun, number: number): Promise<number> {
  const body = JSON.stringify({ parts: [{ number, check }] });
  const signed = await ask({ ...door, path: `/uploads/${fileId}/parts`, method: "POST", body });
  const { requests }: { requests: { url: string }[] } = jsonOf(signed);
  const { pathname, search } = new URL(requests[0]?.url ?? "");
  await ask({ port: ground.site, path: pathname + search, method: "PUT", body: content });
  return PART;
}

/** Ranges of a film as a player that seeks asks for them; beside it the same ranges read plainly. */
export async function moveDown(ground: Ground, { site, limit }: Servers, seconds: number): Promise<Moved> {
  const { film } = ground.week;
  const rangeOf = (turn: number) => {
    const start = (turn * RANGE) % film.bytes;
    return { start, end: Math.min(start + RANGE, film.bytes) - 1 };
  };
  let turn = 0;
  const ours = await spentBy(site, () =>
    load(
      async () => {
        const { start, end } = rangeOf(turn++);
        const headers = { Cookie: film.cookie, Range: `bytes=${start}-${end}` };
        const path = `/files/${film.fileId}`;
        return (await ask({ port: ground.site, path, headers, expect: [206], countOnly: true })).bytes;
      },
      { workers: WORKERS, seconds },
    ),
  );
  const plain = await spentBy(limit, () =>
    load(
      async () => {
        const { start, end } = rangeOf(turn++);
        const path = `/read?${new URLSearchParams({ file: ground.films, start: String(start), end: String(end) })}`;
        return (await ask({ port: ground.limit, path, expect: [206], countOnly: true })).bytes;
      },
      { workers: WORKERS, seconds },
    ),
  );
  return { ours, limit: plain };
}
