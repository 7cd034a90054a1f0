import { slotsAsked } from "#app/features/application/completeness.ts";
import { getApplication } from "#app/features/application/queries.server.ts";
import type { Slot } from "#app/features/call/definition.ts";
import { findDefinition } from "#app/features/call/queries.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, type Obstacle, Refused } from "#app/lib/refusal.ts";
import type { Database, Db } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import type { FileStore } from "#storage/files.server.ts";
import { objectKey, partBytesFor } from "#storage/keys.ts";
import type { BeginForm } from "./forms.ts";
import { countOpenUploads, type FileRow } from "./queries.server.ts";
import { refuseLocked } from "./refuse-locked.server.ts";
import { slotObstacles } from "./slot-rules.ts";

/** Most uploads one person may have under way: enough for a team's evening, too few to fill a disk with place-holders. */
export const UPLOADS_AT_ONCE = 8;

type Request = BeginForm & { personId: string; now: Moment };

/**
 * Begins an upload into a slot, or finds the one already begun for the same file. After the deadline only an upload
 * begun before it is found (the gate lets in while the grace lasts). Throws Refused with what keeps the file from the
 * slot before a byte is sent.
 */
export async function beginUpload(db: Database, store: FileStore, request: Request): Promise<FileRow> {
  const { applicationId, slot: slotId, bytes, now } = request;
  const application = await getApplication(db, applicationId);
  const definition = await findDefinition(db, application.definitionId);
  const slot = definition && slotsAsked(definition).find((one) => one.id === slotId);
  if (!slot) throw new NotFound();

  const begun = await findBegun(db, request);
  if (begun) return begun;
  if (now > application.closesAt && application.state !== "returned")
    throw new Refused([{ code: "call-closed", at: slotId }]);
  await refuseLocked(db, { applicationId, slot: slotId, now, application });
  const name = cleanName(request.name);
  const format = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const unfit = slotObstacles(slot, { slot: slotId, name, bytes, format });
  if (unfit.length > 0) throw new Refused(unfit.map((one) => ({ ...one, at: slotId })));

  const fileId = newId();
  const key = objectKey({ id: newId(), now });
  const partBytes = partBytesFor(bytes);
  // The store is asked before the transaction: nothing in one waits for it. An upload without a row is cleared away.
  const uploadId = await store.createUpload({ key, bytes, partBytes, contentType: "application/octet-stream" });
  try {
    return await db.transaction().execute(async (trx) => {
      await lock(trx, "application", applicationId);
      const again = await findBegun(trx, request);
      if (again) {
        void store.abortUpload({ uploadId, key, bytes, partBytes });
        return again;
      }
      const full = await placeObstacles(trx, { slot, applicationId, personId: request.personId });
      if (full.length > 0) throw new Refused(full);
      const file: FileRow = {
        id: fileId,
        applicationId,
        slot: slotId,
        name,
        bytes,
        format: "",
        storageKey: key,
        uploadId,
        partBytes,
        fingerprint: request.fingerprint,
        crc32: null,
        sha256: null,
        state: "uploading",
        obstacles: "[]",
        facts: "{}",
        uploadedBy: request.personId,
        createdAt: now,
        completedAt: null,
        verifiedAt: null,
        removedAt: null,
      };
      await trx.insertInto("file").values(file).execute();
      return file;
    });
  } catch (error) {
    await store.abortUpload({ uploadId, key, bytes, partBytes });
    throw error;
  }
}

function findBegun(db: Db, { applicationId, slot, fingerprint, bytes }: BeginForm): Promise<FileRow | undefined> {
  return db
    .selectFrom("file")
    .selectAll()
    .where("applicationId", "=", applicationId)
    .where("slot", "=", slot)
    .where("fingerprint", "=", fingerprint)
    .where("bytes", "=", bytes)
    .where("state", "in", ["uploading", "verifying", "ready"])
    .executeTakeFirst();
}

async function placeObstacles(
  trx: Db,
  { slot, applicationId, personId }: { slot: Slot; applicationId: string; personId: string },
): Promise<Obstacle[]> {
  const { count } = await trx
    .selectFrom("file")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("applicationId", "=", applicationId)
    .where("slot", "=", slot.id)
    .where("state", "in", ["uploading", "verifying", "ready"])
    .executeTakeFirstOrThrow();
  const [, most] = slot.count;
  if (count >= most) return [{ code: "slot-full", at: slot.id, facts: { limit: most } }];
  if ((await countOpenUploads(trx, personId)) >= UPLOADS_AT_ONCE)
    return [{ code: "too-many-uploads", at: slot.id, facts: { limit: UPLOADS_AT_ONCE } }];
  return [];
}

/** The last part of a path, without what no file name should hold; the ending is kept when it is cut. */
export function cleanName(name: string): string {
  const last = name.normalize("NFC").split(/[\\/]/).pop() ?? "";
  const clean = last.replace(/[\p{Cc}\p{Cf}\p{Surrogate}"<>|:*?]/gu, "").trim() || "file";
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(clean)?.[0] ?? "";
  return [...clean.slice(0, clean.length - ending.length)].slice(0, 120).join("") + ending;
}
