import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from "@simplewebauthn/server";
import { z } from "zod";
import { countAttempt } from "#app/auth/rate-limit.server.ts";
import { unseal } from "#app/auth/seal.server.ts";
import { hashSecret, startSession } from "#app/auth/session.server.ts";
import { consumeToken } from "#app/auth/token.server.ts";
import { relyingParty } from "#app/auth/webauthn.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";

const ticketForm = z.object({ challenge: z.string(), act: z.literal("sign-in") });
const transportsForm = z.array(z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"])).catch([]);

type Shown = {
  ticket: string;
  response: AuthenticationResponseJSON;
  oldToken: string | undefined;
  userAgent: string;
  address: string;
  now: Moment;
};

/**
 * Starts a complete session for who shows a passkey: it is something they have, opened by something they know or are,
 * so it stands for both factors. Also completes a session that only knew the password.
 */
export async function signInByPasskey(
  database: Database,
  { ticket, response, oldToken, userAgent, address, now }: Shown,
): Promise<string> {
  await countAttempt(database, { kind: "link", address, now });
  const refused = new Refused([{ code: "passkey-refused" }]);
  const token = await consumeToken(database, { secret: ticket, purpose: "passkey-challenge", now });
  const details = ticketForm.safeParse(token ? JSON.parse(token.details) : null);
  if (!details.success) throw refused;
  const passkey = await database
    .selectFrom("passkey")
    .innerJoin("person", "person.id", "passkey.personId")
    .select(["passkey.id", "passkey.personId", "passkey.publicKey", "passkey.counter", "passkey.transports"])
    .where("passkey.id", "=", String(response.id))
    .where("person.disabledAt", "is", null)
    .executeTakeFirst();
  if (!passkey) throw refused;
  const { id, origin } = relyingParty();
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge: unseal(details.data.challenge),
    expectedOrigin: origin,
    expectedRPID: id,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
      counter: passkey.counter,
      transports: transportsForm.parse(JSON.parse(passkey.transports)),
    },
  }).catch(() => ({ verified: false as const }));
  if (!checked.verified) throw refused;
  return database.transaction().execute(async (trx) => {
    await trx
      .updateTable("passkey")
      .set({ counter: checked.authenticationInfo.newCounter, lastUsedAt: now })
      .where("id", "=", passkey.id)
      .execute();
    if (oldToken) await trx.deleteFrom("session").where("id", "=", hashSecret(oldToken)).execute();
    return startSession(trx, { personId: passkey.personId, userAgent, secondFactorAt: now, now });
  });
}
