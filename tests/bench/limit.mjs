import { createReadStream, createWriteStream } from "node:fs";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import Database from "better-sqlite3";
import { answerMeasures } from "./measures.mjs";

// The limit everything is held against: the least a Node server can do to move the same bytes, or to keep a row with
// the same promise. It knows no rules, no people and no templates.
const { LIMIT_PORT = "0", LIMIT_DATABASE = "", LIMIT_FILE = "", SITE_DATABASE = "" } = process.env;

const rows = new Database(LIMIT_DATABASE);
rows.pragma("journal_mode = wal");
rows.pragma("synchronous = full");
rows.exec("create table if not exists kept (id integer primary key, words text not null) strict");
const insert = rows.prepare("insert into kept (words) values (?)");
const keep = rows.transaction((/** @type {string} */ words) => insert.run(words));

const site = new Database(SITE_DATABASE, { readonly: true });
const everyReview = site.prepare(
  `select review.id, review.verdict, assignment.application_id, assignment.juror_id
   from review join assignment on assignment.id = review.assignment_id
   where assignment.round_id = ? and review.sent_at is not null`,
);
const everyMark = site.prepare(
  `select mark.review_id, mark.criterion, mark.hundredths
   from mark join review on review.id = mark.review_id join assignment on assignment.id = review.assignment_id
   where assignment.round_id = ? and review.sent_at is not null`,
);

/** @type {Map<number, Buffer>} */
const bodies = new Map();

/** @param {number} bytes */
function bodyOf(bytes) {
  const known = bodies.get(bytes) ?? Buffer.alloc(bytes, "x");
  bodies.set(bytes, known);
  return known;
}

const CHUNK = 1024 * 1024;

/** @type {Record<string, (asked: { request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse, query: URLSearchParams }) => Promise<void>>} */
const doors = {
  async "/page"({ response, query }) {
    send(response, query);
  },
  async "/row"({ request, response, query }) {
    keep((await buffer(request)).toString());
    send(response, query);
  },
  async "/round"({ response, query }) {
    everyReview.all(query.get("round"));
    everyMark.all(query.get("round"));
    send(response, query);
  },
  async "/write"({ request, response, query }) {
    const start = Number(query.get("offset"));
    await pipeline(request, createWriteStream(LIMIT_FILE, { flags: "r+", start, flush: true }));
    response.writeHead(200, { "Content-Length": 0 }).end();
  },
  async "/read"({ response, query }) {
    const [start, end] = [Number(query.get("start")), Number(query.get("end"))];
    response.writeHead(206, { "Content-Type": "video/mp4", "Content-Length": end - start + 1 });
    await pipeline(createReadStream(query.get("file") ?? "", { start, end, highWaterMark: CHUNK }), response);
  },
};

/**
 * @param {import("node:http").ServerResponse} response
 * @param {URLSearchParams} query
 */
function send(response, query) {
  const body = bodyOf(Number(query.get("bytes")));
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Length": body.length }).end(body);
}

const server = createServer((request, response) => {
  const { pathname, searchParams: query } = new URL(request.url ?? "/", "http://limit");
  const door = doors[pathname];
  if (!door) return void response.writeHead(404).end();
  door({ request, response, query }).catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    response.destroy();
  });
});
server.listen(Number(LIMIT_PORT), "127.0.0.1", answerMeasures);
process.on("SIGTERM", () => process.exit());
