import { z } from "zod";
import { findDefinition } from "#app/features/call/queries.server.ts";
import { clock } from "#app/lib/clock.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import type { Obstacle } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { inspectObject } from "./inspect-object.server.ts";
import { findFile } from "./queries.server.ts";
import { slotObstacles } from "./slot-rules.ts";

const payload = z.object({ fileId: z.string() });

type Reading = {
  /** Another way to look into an object, for who has seen the same bytes before. */
  inspect?: typeof inspectObject;
  now?: Moment;
};

/**
 * The job that makes a file count: reads it whole once (SHA-256), finds what it is by its content, and judges that
 * against its slot. Running twice is the same as once. A file nobody can read is refused with its reason; it never
 * takes anything back that was received.
 */
export async function fileVerification(
  db: Database,
  given: unknown,
  { inspect = inspectObject, now = clock.now() }: Reading = {},
): Promise<void> {
  const { fileId } = payload.parse(given);
  const file = await findFile(db, fileId);
  if (file?.state !== "verifying") return;
  const row = await db
    .selectFrom("application")
    .select("definitionId")
    .where("id", "=", file.applicationId)
    .executeTakeFirstOrThrow();
  const definition = await findDefinition(db, row.definitionId);
  const slot = definition?.slots.find((one) => one.id === file.slot);
  const found = await inspect({ key: file.storageKey, bytes: file.bytes });
  const { sha256, format, ...facts } = found;
  const obstacles: Obstacle[] = slot
    ? slotObstacles(slot, { slot: slot.id, name: file.name, bytes: file.bytes, format, ...facts })
    : [];
  if (found.isUnreadable && obstacles.length === 0) obstacles.push({ code: "file-unreadable" });
  await db
    .updateTable("file")
    .set({
      state: obstacles.length === 0 ? "ready" : "refused",
      format,
      sha256,
      facts: JSON.stringify(facts),
      obstacles: JSON.stringify(obstacles),
      verifiedAt: now,
    })
    .where("id", "=", fileId)
    .where("state", "=", "verifying")
    .execute();
}
