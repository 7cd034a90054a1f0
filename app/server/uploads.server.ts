import { type Context, Hono } from "hono";
import type { Ability } from "#app/auth/abilities.ts";
import { judge } from "#app/auth/policy.ts";
import { standingOnApplication } from "#app/auth/standing.server.ts";
import { beginUpload } from "#app/features/file/begin-upload.server.ts";
import { completeUpload } from "#app/features/file/complete-upload.server.ts";
import { beginForm, signForm, type UploadState } from "#app/features/file/forms.ts";
import { type FileRow, findFile } from "#app/features/file/queries.server.ts";
import { removeFile } from "#app/features/file/remove-file.server.ts";
import { answerJson } from "#app/lib/answer.server.ts";
import { clock } from "#app/lib/clock.server.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import { readJson } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";
import { UploadGone } from "#storage/files.server.ts";
import { bytesOfPart } from "#storage/keys.ts";
import { fileStore } from "#storage/store.server.ts";
import type { Environment } from "./app.server.ts";

/** The upload client's doors, as JSON: begin, sign parts, look, complete, remove. */
export const uploadDoors = new Hono<Environment>();

uploadDoors.post("/uploads", (context) =>
  answerJson(async () => {
    const read = beginForm.safeParse(await readJson(context.req.raw));
    if (!read.success) throw new Refused([{ code: "answer-malformed" }]);
    const personId = await allow(context, "file.upload", read.data.applicationId);
    const now = context.get("visit").arrivedAt;
    return stateOf(await beginUpload(database, fileStore(), { ...read.data, personId, now }));
  }),
);

uploadDoors.get("/uploads/:id", (context) =>
  answerJson(async () => stateOf(await ownFile(context, "application.read"))),
);

uploadDoors.post("/uploads/:id/parts", (context) =>
  answerJson(async () => {
    const file = await ownFile(context, "file.upload");
    const read = signForm.safeParse(await readJson(context.req.raw));
    if (!read.success) throw new Refused([{ code: "answer-malformed" }]);
    if (file.state !== "uploading") throw new Refused([{ code: "upload-gone", at: file.slot }]);
    const upload = { uploadId: file.uploadId, key: file.storageKey, bytes: file.bytes, partBytes: file.partBytes };
    const signed = read.data.parts.map(({ number, check }) => {
      const bytes = bytesOfPart(number, upload);
      if (bytes === 0) throw new Refused([{ code: "answer-malformed" }]);
      return fileStore().signPart(upload, { number, bytes, check }, { seconds: 900, now: clock.milliseconds() });
    });
    return { requests: await Promise.all(signed) };
  }),
);

uploadDoors.post("/uploads/:id/completion", (context) =>
  answerJson(async () => {
    const file = await ownFile(context, "file.upload");
    await completeUpload(database, fileStore(), { file, now: context.get("visit").arrivedAt });
    return stateOf(await ownFile(context, "file.upload"));
  }),
);

uploadDoors.delete("/uploads/:id", (context) =>
  answerJson(async () => {
    const file = await ownFile(context, "application.edit");
    const viewer = await context.get("visit").viewer();
    await removeFile(database, {
      file,
      actorId: viewer?.personId ?? "",
      now: context.get("visit").arrivedAt,
    });
    return null;
  }),
);

async function ownFile(context: Context<Environment>, ability: Ability): Promise<FileRow> {
  const file = await findFile(database, context.req.param("id") ?? "");
  if (!file) throw new NotFound();
  await allow(context, ability, file.applicationId);
  return file;
}

/** The gate for these doors: whoever may not gets the same «not found» as for a thing that is not there. */
async function allow(context: Context<Environment>, ability: Ability, applicationId: string): Promise<string> {
  const visit = context.get("visit");
  const viewer = await visit.viewer();
  if (!viewer) throw new SignedOut();
  const standing = await standingOnApplication(database, { viewer, applicationId, now: visit.arrivedAt });
  const verdict = judge(ability, standing, "application.see");
  if (verdict === "forbidden") throw new Refused([{ code: "call-closed" }]);
  if (verdict !== "allowed") throw new NotFound();
  return viewer.personId;
}

export class SignedOut extends Error {}

uploadDoors.onError((error, context) => {
  if (error instanceof SignedOut) return context.json(null, 401);
  throw error;
});

async function stateOf(file: FileRow): Promise<UploadState> {
  const store = fileStore();
  const upload = { uploadId: file.uploadId, key: file.storageKey, bytes: file.bytes, partBytes: file.partBytes };
  const state = { fileId: file.id, state: file.state, partBytes: file.partBytes, partCheck: store.partCheck };
  if (file.state !== "uploading") return { ...state, arrived: [] };
  try {
    return { ...state, arrived: (await store.listParts(upload)).map((part) => part.number) };
  } catch (error) {
    // Completed in the store, but the row was never told: completing again mends it.
    if (error instanceof UploadGone && (await store.head(file.storageKey))) {
      await completeUpload(database, store, { file, now: clock.now() });
      return { ...state, state: "verifying", arrived: [] };
    }
    if (error instanceof UploadGone) throw new NotFound();
    throw error;
  }
}
