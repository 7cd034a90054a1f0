import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32 } from "node:zlib";
import Busboy from "@fastify/busboy";
import { type Context, Hono } from "hono";
import { holds } from "#app/auth/policy.ts";
import { standingOnApplication } from "#app/auth/standing.server.ts";
import { config } from "#app/config.server.ts";
import { beginUpload } from "#app/features/file/begin-upload.server.ts";
import { completeUpload } from "#app/features/file/complete-upload.server.ts";
import { paths } from "#app/lib/paths.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import { database } from "#db/database.server.ts";
import { bytesOfPart, partCount } from "#storage/keys.ts";
import { fileStore } from "#storage/store.server.ts";
import type { Environment } from "./app.server.ts";

/** Without scripts a file comes as a plain form; larger ones need the upload client. */
const LARGEST = 200 * 1024 * 1024;

type Landed = { path: string; name: string; bytes: number; sha256: string; isTooLarge: boolean };

/** `POST /applications/:id/files/:slot`: a form with one file. Streamed to disk, then handed to the store part by part. */
export const plainUploadDoor = new Hono<Environment>();

plainUploadDoor.post("/applications/:application/files/:slot", async (context) => {
  const { application: applicationId, slot } = context.req.param();
  const visit = context.get("visit");
  const viewer = await visit.viewer();
  if (!viewer) return context.redirect(paths.signIn(paths.files(applicationId)), 303);
  try {
    const standing = await standingOnApplication(database, { viewer, applicationId, now: visit.arrivedAt });
    if (!holds("file.upload", standing)) return context.text("Not found.", 404);
    const landed = await land(context);
    try {
      if (!landed || landed.bytes === 0) return back(context, applicationId, { slot, code: "file-empty" });
      if (landed.isTooLarge) return back(context, applicationId, { slot, code: "file-too-large-for-form" });
      const file = await beginUpload(database, fileStore(), {
        applicationId,
        slot,
        name: landed.name,
        bytes: landed.bytes,
        fingerprint: landed.sha256,
        personId: viewer.personId,
        now: visit.arrivedAt,
      });
      if (file.state === "uploading") {
        await sendParts(landed.path, {
          uploadId: file.uploadId,
          key: file.storageKey,
          bytes: file.bytes,
          partBytes: file.partBytes,
        });
        await completeUpload(database, fileStore(), { file, now: visit.arrivedAt });
      }
      return back(context, applicationId, { slot });
    } finally {
      if (landed) await rm(landed.path, { force: true });
    }
  } catch (error) {
    if (error instanceof NotFound) return context.text("Not found.", 404);
    if (error instanceof Refused)
      return back(context, applicationId, { slot, code: error.obstacles[0]?.code ?? "answer-malformed" });
    throw error;
  }
});

function back(context: Context, applicationId: string, { slot, code }: { slot: string; code?: string }) {
  const query = code ? `?refused=${encodeURIComponent(code)}&slot=${encodeURIComponent(slot)}` : "";
  return context.redirect(`${paths.files(applicationId)}${query}#${encodeURIComponent(slot)}`, 303);
}

async function land(context: Context): Promise<Landed | null> {
  const body = context.req.raw.body;
  const type = context.req.header("content-type") ?? "";
  if (!body || !type.startsWith("multipart/form-data")) return null;
  const directory = join(config.dataDirectory, "files", "landing");
  await mkdir(directory, { recursive: true });
  let landing: Promise<Landed> | undefined;
  const reader = new Busboy({ headers: { "content-type": type }, limits: { files: 1, fileSize: LARGEST, fields: 20 } });
  reader.on("file", (_field, stream, name) => {
    landing ??= landOne(stream, { path: join(directory, randomUUID()), name });
  });
  await pipeline(Readable.fromWeb(body as import("node:stream/web").ReadableStream), reader);
  return (await landing) ?? null;
}

async function landOne(
  stream: Readable & { truncated?: boolean },
  { path, name }: { path: string; name: string },
): Promise<Landed> {
  const hash = createHash("sha256");
  let bytes = 0;
  stream.on("data", (chunk: Buffer) => {
    hash.update(chunk);
    bytes += chunk.length;
  });
  await pipeline(stream, createWriteStream(path, { mode: 0o600 }));
  return { path, name, bytes, sha256: hash.digest("hex"), isTooLarge: stream.truncated === true };
}

type Upload = { uploadId: string; key: string; bytes: number; partBytes: number };

async function sendParts(path: string, upload: Upload) {
  const store = fileStore();
  for (let number = 1; number <= partCount(upload.bytes, upload.partBytes); number++) {
    const bytes = bytesOfPart(number, upload);
    const start = (number - 1) * upload.partBytes;
    const range = { start, end: start + bytes - 1 };
    const check = await checkOf(createReadStream(path, range), store.partCheck);
    await store.putPart(upload, { number, bytes, check }, createReadStream(path, range));
  }
}

async function checkOf(stream: Readable, kind: "crc32" | "md5"): Promise<string> {
  const md5 = createHash("md5");
  let sum = 0;
  for await (const chunk of stream) {
    if (kind === "md5") md5.update(chunk);
    else sum = crc32(chunk, sum);
  }
  return kind === "md5" ? md5.digest("base64") : sum.toString(16).padStart(8, "0");
}
