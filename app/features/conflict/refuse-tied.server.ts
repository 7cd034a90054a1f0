import { NotFound } from "#app/lib/refusal.ts";
import type { Db } from "#db/database.server.ts";
import { findHiddenSide } from "./queries.server.ts";

type Tie = { personId: string; callId: string; applicationIds: readonly string[] };

/**
 * A step of the use-cases on the jury's side: whoever has an entry in the call, or is tied to one of these entries, may
 * not act on them. To them they are not there. Throws NotFound.
 */
export async function refuseTied(trx: Db, { personId, callId, applicationIds }: Tie): Promise<void> {
  const hidden = await findHiddenSide(trx, { personId, callId });
  if (hidden.isEntrant || applicationIds.some((id) => hidden.applicationIds.includes(id))) throw new NotFound();
}
