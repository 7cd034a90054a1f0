import type { Db } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";

/** A step of a use-case: everybody who is administrator, held still until the transaction ends. */
export async function holdAdministrators(trx: Db) {
  await lock(trx, "role", "administrator");
  const rows = await trx
    .selectFrom("role")
    .innerJoin("person", "person.id", "role.personId")
    .select(["role.personId", "person.disabledAt"])
    .where("role.kind", "=", "administrator")
    .where("role.revokedAt", "is", null)
    .limit(1000)
    .execute();
  return rows.map(({ personId, disabledAt }) => ({ personId, isDisabled: disabledAt !== null }));
}

/** Whether somebody may give roles and disable people: asked again inside the transaction that does it. */
export function isAdministrator(administrators: Awaited<ReturnType<typeof holdAdministrators>>, personId: string) {
  return administrators.some((one) => one.personId === personId && !one.isDisabled);
}
