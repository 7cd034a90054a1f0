import { issueToken } from "#app/auth/token.server.ts";
import { DAY, type Moment } from "#app/lib/moment.ts";
import { paths } from "#app/lib/paths.ts";
import { absoluteLink } from "#app/mail/link.server.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { isWithoutAdministrator } from "./queries.server.ts";

/** The one-time link that makes the first administrator; null when there is one. A new link ends the ones before. */
export async function offerFirstAdministrator(database: Database, now: Moment): Promise<string | null> {
  return database.transaction().execute(async (trx) => {
    // Of processes that begin together each offers one: the last alone must stand.
    await lock(trx, "token", "first-administrator");
    if (!(await isWithoutAdministrator(trx))) return null;
    await trx.deleteFrom("token").where("purpose", "=", "first-administrator").execute();
    const purpose = "first-administrator";
    const secret = await issueToken(trx, { purpose, personId: null, email: "", lifetime: 7 * DAY, now });
    return absoluteLink(paths.firstAdministrator(secret));
  });
}
