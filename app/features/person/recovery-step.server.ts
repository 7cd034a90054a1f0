import { randomBytes } from "node:crypto";
import { keyedHash } from "#app/auth/seal.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Db } from "#db/database.server.ts";
import { foldRecoveryCode, spellRecoveryCode } from "./recovery-codes.ts";

const COUNT = 10;

const hashOf = (personId: string, code: string) => keyedHash(`recovery\n${personId}\n${foldRecoveryCode(code)}`);

/** A step of a use-case: replaces a person's recovery codes and answers the new ones, which are kept only as hashes. */
export async function replaceRecoveryCodes(trx: Db, personId: string): Promise<string[]> {
  await trx.deleteFrom("recoveryCode").where("personId", "=", personId).execute();
  const codes = Array.from({ length: COUNT }, () => spellRecoveryCode(randomBytes(10)));
  await trx
    .insertInto("recoveryCode")
    .values(codes.map((code) => ({ id: newId(), personId, codeHash: hashOf(personId, code), usedAt: null })))
    .execute();
  return codes;
}

/** The hash under which a typed code would be kept. */
export const recoveryCodeHash = hashOf;
