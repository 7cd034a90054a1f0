import { timingSafeEqual } from "node:crypto";
import type { Db } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import type { ManifestFile } from "./manifest.ts";

/** The verified files of an application as a manifest would list them, in a fixed order. */
export async function listVerifiedFiles(db: Db, applicationId: string): Promise<ManifestFile[]> {
  const rows = await db
    .selectFrom("file")
    .select(["id", "slot", "name", "bytes", "format", "sha256", "storageKey", "facts"])
    .where("applicationId", "=", applicationId)
    .where("state", "=", "ready")
    .orderBy("slot")
    .orderBy("createdAt")
    .orderBy("id")
    .limit(100)
    .execute();
  return rows.map(({ facts, sha256, ...file }) => ({ ...file, sha256: sha256 ?? "", ...mediaFacts(facts) }));
}

/** How many files of an application are still arriving or being verified. */
export async function countUnfinishedFiles(db: Db, applicationId: string): Promise<number> {
  const { count } = await db
    .selectFrom("file")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("applicationId", "=", applicationId)
    .where("state", "in", ["uploading", "verifying"])
    .executeTakeFirstOrThrow();
  return count;
}

/** The sealed submission that stands, with what the receipt says. Undefined before the first. */
export function findStandingSubmission(db: Db, applicationId: string) {
  return db
    .selectFrom("application")
    .innerJoin("submission", "submission.id", "application.submissionId")
    .innerJoin("person", "person.id", "submission.submittedBy")
    .select([
      "submission.id",
      "submission.number",
      "submission.definitionId",
      "submission.answers",
      "submission.manifest",
    ])
    .select(["submission.hash", "submission.receiptNumber", "submission.arrivedAt", "submission.createdAt"])
    .select(["person.name as submittedByName"])
    .where("application.id", "=", applicationId)
    .executeTakeFirst();
}

/** The submission an idempotency key has made already: a key is spent once in the whole house. */
export function findSubmissionByKey(db: Db, idempotencyKey: string) {
  return db
    .selectFrom("submission")
    .select(["id", "applicationId", "receiptNumber"])
    .where("idempotencyKey", "=", idempotencyKey)
    .executeTakeFirst();
}

/**
 * When a receipt was given, for whoever knows both its number and its hash. An unknown number and a wrong hash are the
 * same work and the same answer.
 */
export async function findGenuineReceipt(db: Db, { number, hash }: { number: string; hash: string }) {
  const sealed = await db
    .selectFrom("submission")
    .select(["hash", "arrivedAt"])
    .where("receiptNumber", "=", number)
    .executeTakeFirst();
  const known = Buffer.from(sealed?.hash ?? "0".repeat(64));
  const asked = Buffer.from(/^[0-9a-f]{64}$/.test(hash) ? hash : "f".repeat(64));
  return known.length === asked.length && timingSafeEqual(known, asked) && sealed ? sealed.arrivedAt : null;
}

/**
 * How many entries of a programme a lead has handed in besides this one, held still until the transaction ends: two
 * that are handed in at once count one another.
 */
export async function holdOtherEntriesOfLead(
  trx: Db,
  { applicationId, leadId, programmeId }: { applicationId: string; leadId: string; programmeId: string },
): Promise<number> {
  await lock(trx, "lead", `${programmeId}:${leadId}`);
  const { count } = await trx
    .selectFrom("application")
    .innerJoin("call", "call.id", "application.callId")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("application.leadId", "=", leadId)
    .where("application.id", "!=", applicationId)
    .where("call.programmeId", "=", programmeId)
    .where("application.state", "not in", ["draft", "withdrawn"])
    .executeTakeFirstOrThrow();
  return count;
}

function mediaFacts(stored: string): Pick<ManifestFile, "seconds" | "width" | "height" | "codec" | "pages"> {
  const facts: Record<string, unknown> = JSON.parse(stored);
  const number = (name: "seconds" | "width" | "height" | "pages") =>
    typeof facts[name] === "number" ? { [name]: facts[name] } : {};
  return {
    ...number("seconds"),
    ...number("width"),
    ...number("height"),
    ...number("pages"),
    ...(typeof facts.codec === "string" ? { codec: facts.codec } : {}),
  };
}
