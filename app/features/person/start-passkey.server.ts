import { generateRegistrationOptions } from "@simplewebauthn/server";
import { seal } from "#app/auth/seal.server.ts";
import { issueToken } from "#app/auth/token.server.ts";
import { relyingParty } from "#app/auth/webauthn.server.ts";
import { MINUTE, type Moment } from "#app/lib/moment.ts";
import { Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";

/** What the browser needs to make a passkey, and the secret under which we know the challenge again. */
export async function startPasskey(database: Database, { personId, now }: { personId: string; now: Moment }) {
  const person = await database
    .selectFrom("person")
    .select(["name", "email", "emailVerifiedAt"])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  if (!person.emailVerifiedAt) throw new Refused([{ code: "email-unverified" }]);
  const known = await database.selectFrom("passkey").select("id").where("personId", "=", personId).limit(20).execute();
  const { name, id } = relyingParty();
  const options = await generateRegistrationOptions({
    rpName: name,
    rpID: id,
    userName: person.email,
    userDisplayName: person.name,
    userID: new TextEncoder().encode(personId),
    excludeCredentials: known,
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
  });
  const ticket = await issueToken(database, {
    purpose: "passkey-challenge",
    personId,
    email: "",
    details: { challenge: seal(options.challenge), act: "add" },
    lifetime: 5 * MINUTE,
    now,
  });
  return { options, ticket };
}
