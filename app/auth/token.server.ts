import { newSecret } from "#app/lib/id.server.ts";
import { later, type Moment } from "#app/lib/moment.ts";
import type { Db } from "#db/database.server.ts";
import type { Schema } from "#db/schema.ts";
import { hashSecret } from "./session.server.ts";

type Purpose = Schema["token"]["purpose"];
type Issue = {
  purpose: Purpose;
  personId: string | null;
  email: string;
  details?: Record<string, unknown>;
  lifetime: number;
  now: Moment;
};

/** Issues a one-time secret for a link or a challenge; only its hash is kept. */
export async function issueToken(
  db: Db,
  { purpose, personId, email, details = {}, lifetime, now }: Issue,
): Promise<string> {
  const secret = newSecret();
  await db
    .insertInto("token")
    .values({
      id: hashSecret(secret),
      purpose,
      personId,
      email,
      details: JSON.stringify(details),
      createdAt: now,
      expiresAt: later(now, lifetime),
      usedAt: null,
    })
    .execute();
  return secret;
}

type Shown = { secret: string; purpose: Purpose; now: Moment };

/** The token of a secret while it is good for this purpose. Looking uses nothing up. */
export async function findToken(db: Db, { secret, purpose, now }: Shown) {
  return db
    .selectFrom("token")
    .select(["id", "personId", "email", "details"])
    .where("id", "=", hashSecret(secret))
    .where("purpose", "=", purpose)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", now)
    .executeTakeFirst();
}

/** Uses a token up. Of any number at the same time exactly one gets it; the others, and all later ones, undefined. */
export async function consumeToken(trx: Db, { secret, purpose, now }: Shown) {
  return trx
    .updateTable("token")
    .set({ usedAt: now })
    .where("id", "=", hashSecret(secret))
    .where("purpose", "=", purpose)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", now)
    .returning(["personId", "email", "details"])
    .executeTakeFirst();
}

/** Makes a person's unused tokens of a purpose worthless: only the newest link counts. */
export async function revokeTokens(
  trx: Db,
  { personId, purpose, now }: { personId: string; purpose: Purpose; now: Moment },
): Promise<void> {
  await trx
    .updateTable("token")
    .set({ usedAt: now })
    .where("personId", "=", personId)
    .where("purpose", "=", purpose)
    .where("usedAt", "is", null)
    .execute();
}
