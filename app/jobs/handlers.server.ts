import { uploadClearance } from "#app/features/file/clear-uploads.server.ts";
import { byteRemoval } from "#app/features/file/remove-bytes.server.ts";
import { fileVerification } from "#app/features/file/verify-file.server.ts";
import { letterDelivery } from "#app/mail/deliver-letter.server.ts";
import type { Database } from "#db/database.server.ts";
import type { JobKind } from "./kinds.ts";

type Handler = (database: Database, payload: unknown) => Promise<void>;

/**
 * What each kind of job does, one line a kind. Handlers read their payload by a schema and are idempotent:
 * a job may run twice.
 */
export const handlers: Partial<Record<JobKind, Handler>> = {
  "byte-removal": byteRemoval,
  "file-verification": fileVerification,
  "letter-delivery": letterDelivery,
  "upload-clearance": uploadClearance,
};
