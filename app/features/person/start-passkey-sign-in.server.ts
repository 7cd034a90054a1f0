import { generateAuthenticationOptions } from "@simplewebauthn/server";
import { countAttempt } from "#app/auth/rate-limit.server.ts";
import { seal } from "#app/auth/seal.server.ts";
import { issueToken } from "#app/auth/token.server.ts";
import { relyingParty } from "#app/auth/webauthn.server.ts";
import { MINUTE, type Moment } from "#app/lib/moment.ts";
import type { Database } from "#db/database.server.ts";

/** What the browser needs to ask for a passkey. It says nothing about who has one: the authenticator knows. */
export async function startPasskeySignIn(database: Database, { address, now }: { address: string; now: Moment }) {
  await countAttempt(database, { kind: "link", address, now });
  const options = await generateAuthenticationOptions({ rpID: relyingParty().id, userVerification: "required" });
  const ticket = await issueToken(database, {
    purpose: "passkey-challenge",
    personId: null,
    email: "",
    details: { challenge: seal(options.challenge), act: "sign-in" },
    lifetime: 5 * MINUTE,
    now,
  });
  return { options, ticket };
}
