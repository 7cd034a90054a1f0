import { Agent, request as begin } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

export type Asked = {
  port: number;
  path: string;
  method?: "GET" | "POST" | "PUT" | "DELETE";
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** The statuses that count as done; any other stops the benchmark. */
  expect?: readonly number[];
  /** Counts the body without keeping it. */
  countOnly?: boolean;
};
export type Answered = { status: number; headers: NodeJS.Dict<string | string[]>; bytes: number; body: Buffer };

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One request over a kept line, as a browser on our own page makes it. */
export function ask({
  port,
  path,
  method = "GET",
  headers,
  body,
  expect = [200],
  countOnly,
}: Asked): Promise<Answered> {
  const origin = `http://127.0.0.1:${port}`;
  const all = {
    "Accept-Encoding": "gzip, deflate, br",
    ...(method === "GET" ? {} : { Origin: origin, "Content-Length": String(Buffer.byteLength(body ?? "")) }),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const sent = begin({ host: "127.0.0.1", port, path, method, headers: all, agent }, (answer) => {
      let bytes = 0;
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (!countOnly) chunks.push(chunk);
      });
      answer.on("error", reject);
      answer.on("end", () => {
        const status = answer.statusCode ?? 0;
        const whole = Buffer.concat(chunks);
        if (expect.includes(status)) return resolve({ status, headers: answer.headers, bytes, body: whole });
        const words = opened(whole, answer.headers["content-encoding"]).toString().split("<main").pop();
        reject(new Error(`${method} ${path} answered ${status}: ${plainWords(words)}`));
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** What a page says, for the one who reads the failure. */
const plainWords = (html = "") =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .slice(0, 500);

/** A body as it was before it was compressed for the way. */
export function opened(body: Buffer, coding: string | string[] | undefined): Buffer {
  if (coding === "br") return brotliDecompressSync(body);
  return coding === "gzip" ? gunzipSync(body) : body;
}

/** What a door for data said. */
export const jsonOf = ({ body, headers }: Answered) => JSON.parse(String(opened(body, headers["content-encoding"])));

/** One turn of a worker: a request, or a few that belong together. Answers the bytes moved. */
export type Turn = (worker: number) => Promise<number>;
export type Span = { turns: number; bytes: number; seconds: number };

/** Lets some workers take turns, each as soon as its last one is done, for a while or until `most` turns are taken. */
export async function load(turn: Turn, limits: { workers: number; seconds: number; most?: number }): Promise<Span> {
  const { workers, seconds, most = Number.POSITIVE_INFINITY } = limits;
  const began = performance.now();
  const until = began + seconds * 1000;
  let turns = 0;
  let bytes = 0;
  const work = async (worker: number) => {
    while (performance.now() < until && turns < most) {
      turns += 1;
      bytes += await turn(worker);
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
  return { turns, bytes, seconds: (performance.now() - began) / 1000 };
}
