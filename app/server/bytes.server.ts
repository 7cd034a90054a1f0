import { pipeline } from "node:stream/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type Context, Hono } from "hono";
import { config } from "#app/config.server.ts";
import { findReadableFile } from "#app/features/file/read-access.server.ts";
import { clock } from "#app/lib/clock.server.ts";
import { database } from "#db/database.server.ts";
import { writeDiskPart } from "#storage/disk.server.ts";
import { PartRefused, UploadGone } from "#storage/files.server.ts";
import { readPartAddress } from "#storage/signature.server.ts";
import { fileStore } from "#storage/store.server.ts";
import type { Environment } from "./app.server.ts";
import { safeFileHeaders, serve } from "./serving.ts";

/** The doors for bytes, in front of Remix: signed parts in, judged files out. */
export const byteDoors = new Hono<Environment & { Bindings: HttpBindings }>();

/** A part of an upload, for the disk driver. The right is in the address; no cookie counts. */
byteDoors.put("/u/v1/:uploadId/:number", async (context) => {
  const part = readPartAddress(new URL(context.req.url), config.secret, clock.milliseconds());
  if (!part || config.storageUrl) return refuse(context, 403, "This address is not valid any more.");
  const length = context.req.header("content-length");
  if (length !== String(part.bytes) || context.req.header("content-encoding"))
    return refuse(context, 400, "Not the announced size.");
  // The socket's own stream: no copy on the way to the disk.
  const { incoming: stream } = context.env;
  const { socket } = stream;
  const stop = new AbortController();
  const silent = () => {
    stop.abort();
    stream.destroy();
  };
  socket.setTimeout(IDLE, silent);
  try {
    await writeDiskPart({
      directory: config.dataDirectory,
      uploadId: part.uploadId,
      part,
      offset: part.offset,
      body: stream,
    });
    return context.body(null, 200, { ETag: `"${part.check}"` });
  } catch (error) {
    if (error instanceof PartRefused) return refuse(context, 422, "The bytes are not what was announced.");
    if (error instanceof UploadGone) return refuse(context, 404, "This upload is gone.");
    if (stop.signal.aborted) return refuse(context, 408, "The line was silent for too long.");
    throw error;
  } finally {
    // The line is kept for the next part: this one's listener must not stay and cut it.
    socket.setTimeout(0);
    socket.off("timeout", silent);
  }
});

const IDLE = 60_000;

function refuse(context: Context, status: 400 | 403 | 404 | 408 | 422, words: string) {
  return context.text(words, status, { Connection: "close" });
}

byteDoors.get("/files/:id", async (context) => {
  const visit = context.get("visit");
  const viewer = await visit.viewer();
  if (!viewer) return context.text("Sign in first.", 401);
  const id = context.req.param("id");
  const file = id.length > 100 ? null : await findReadableFile(database, { fileId: id, viewer, now: visit.arrivedAt });
  if (!file) return context.text("Not found.", 404);
  const header = (name: string) => context.req.header(name) ?? null;
  const asked = { range: header("range"), ifRange: header("if-range"), ifNoneMatch: header("if-none-match") };
  const { status, start, end, headers } = serve(asked, { size: file.bytes, etag: file.etag });
  const all = { ...safeFileHeaders(file), ...headers };
  if (context.req.method === "HEAD" || status === 304 || status === 416 || file.bytes === 0)
    return context.body(null, status, all);
  const stream = await fileStore().read(file.storageKey, { range: { start, end } });
  const { outgoing } = context.env;
  outgoing.writeHead(status, all);
  // A reader who seeks or leaves closes the line in the middle: that is no error of ours.
  await pipeline(stream, outgoing).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  });
  return RESPONSE_ALREADY_SENT;
});
