import type { Db } from "#db/database.server.ts";
import type { LetterQuery } from "./forms.ts";

export const PAGE_SIZE = 50;

/** What organisers read: letters about entries. Invitations and account letters carry secrets and are the addressee's alone. */
type Scope = { callId: string; hiddenIds: readonly string[]; query: LetterQuery };

function matching(db: Db, { callId, hiddenIds, query }: Scope) {
  let letters = db
    .selectFrom("letter")
    .innerJoin("application", "application.id", "letter.applicationId")
    .where("application.callId", "=", callId);
  if (hiddenIds.length > 0) letters = letters.where("application.id", "not in", hiddenIds);
  if (query.state) letters = letters.where("letter.state", "=", query.state);
  if (query.kind) letters = letters.where("letter.kind", "=", query.kind);
  return letters;
}

/** One page of the letters about a call's entries, newest first. */
export function listLettersOfCall(db: Db, scope: Scope) {
  return matching(db, scope)
    .select(["letter.id", "letter.kind", "letter.toEmail", "letter.subject", "letter.state", "letter.attempts"])
    .select(["letter.lastError", "letter.createdAt", "letter.sentAt", "application.code"])
    .orderBy("letter.createdAt", "desc")
    .orderBy("letter.id", "desc")
    .limit(PAGE_SIZE)
    .offset((scope.query.page - 1) * PAGE_SIZE)
    .execute();
}

/** How many letters are in each state. */
export function countLettersOfCall(db: Db, { callId, hiddenIds, query }: Scope) {
  return matching(db, { callId, hiddenIds, query: { ...query, state: "" } })
    .select("letter.state")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .groupBy("letter.state")
    .execute();
}

/** One letter about an entry of a call, with its words. */
export function findLetterOfCall(
  db: Db,
  { letterId, callId, hiddenIds }: { letterId: string; callId: string; hiddenIds: readonly string[] },
) {
  return matching(db, { callId, hiddenIds, query: { state: "", kind: "", page: 1 } })
    .select(["letter.id", "letter.subject", "letter.text", "letter.toEmail", "letter.createdAt", "letter.state"])
    .where("letter.id", "=", letterId)
    .executeTakeFirst();
}
