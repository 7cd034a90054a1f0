import { holds } from "#app/auth/policy.ts";
import { standingOnApplication } from "#app/auth/standing.server.ts";
import type { Viewer } from "#app/auth/visit.ts";
import { maySee } from "#app/features/application/visibility.ts";
import { findDefinition } from "#app/features/call/queries.server.ts";
import { openManifest } from "#app/features/submission/manifest.ts";
import type { Moment } from "#app/lib/moment.ts";
import type { Db } from "#db/database.server.ts";
import { findFile, findFrozenFile } from "./queries.server.ts";

type Asked = { fileId: string; viewer: Viewer; now: Moment };
export type ReadableFile = { storageKey: string; bytes: number; format: string; name: string; etag: string };

/**
 * The file as this person may read it, or null: unknown and hidden are the same. The team and organisers read the
 * original under its own name; a juror only what their round froze and shows, under the slot's name.
 */
export async function findReadableFile(db: Db, { fileId, viewer, now }: Asked): Promise<ReadableFile | null> {
  const file = await findFile(db, fileId);
  if (!file || file.state === "uploading" || file.state === "verifying") return null;
  const standing = await standingOnApplication(db, { viewer, applicationId: file.applicationId, now });
  const readable = {
    storageKey: file.storageKey,
    bytes: file.bytes,
    format: file.format,
    etag: file.sha256 ?? file.id,
  };
  if (holds("file.read-original", standing)) return { ...readable, name: file.name };
  if (!holds("file.read-blind", standing) || !standing.letters.has("J")) return null;
  for (const frozen of await findFrozenFile(db, { fileId, jurorId: viewer.personId })) {
    const definition = await findDefinition(db, frozen.definitionId);
    const slot = definition?.slots.find((one) => one.id === file.slot);
    const isIn = openManifest(frozen.manifest).some((one) => one.id === fileId);
    if (slot && isIn && maySee(slot, frozen.isBlind ? "blind-juror" : "open-juror"))
      return {
        ...readable,
        name: `${slot.label[viewer.language]}.${file.format}`,
        etag: `${file.id.slice(-12)}-${file.bytes}`,
      };
  }
  return null;
}
