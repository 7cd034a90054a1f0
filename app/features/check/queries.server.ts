import { fold } from "#app/features/application/search-text.ts";
import type { Db } from "#db/database.server.ts";
import type { ListQuery } from "./forms.ts";

export const PAGE_SIZE = 50;

type Scope = { callId: string; query: ListQuery };

/** One page of a call's applications as its organisers see them: of drafts only that they exist. */
export async function listApplications(db: Db, { callId, query }: Scope) {
  const list = matching(db, { callId, query })
    .leftJoin("person", "person.id", "application.leadId")
    .select(["application.id", "application.code", "application.title", "application.state"])
    .select(["application.submittedAt", "application.updatedAt", "person.name as leadName"])
    .limit(PAGE_SIZE)
    .offset((query.page - 1) * PAGE_SIZE);
  const direction = query.order === "oldest" ? "asc" : "desc";
  const ordered =
    query.order === "code"
      ? list.orderBy("application.code", (order) => order.asc().nullsLast()).orderBy("application.id")
      : list.orderBy("application.updatedAt", direction).orderBy("application.id", direction);
  const rows = await ordered.execute();
  return rows.map((row) => (row.state === "draft" ? { ...row, title: "", leadName: null } : row));
}

/** How many applications a search finds. */
export async function countApplications(db: Db, scope: Scope): Promise<number> {
  const row = await matching(db, scope)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}

function matching(db: Db, { callId, query }: Scope) {
  let list = db.selectFrom("application").where("application.callId", "=", callId);
  if (query.state) list = list.where("application.state", "=", query.state);
  for (const word of fold(query.q).split(" ").filter(Boolean).slice(0, 5))
    list = list
      .where("application.searchText", "like", `%${word.replace(/[\\%_]/g, "_")}%`)
      .where("application.state", "!=", "draft");
  return list;
}

/** How many applications of a call are in each state. */
export function countByState(db: Db, callId: string) {
  return db
    .selectFrom("application")
    .select("state")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("callId", "=", callId)
    .groupBy("state")
    .execute();
}

/** The same for several calls at once. */
export function countByStateOfCalls(db: Db, callIds: readonly string[]) {
  return db
    .selectFrom("application")
    .select(["callId", "state"])
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("callId", "in", callIds)
    .groupBy(["callId", "state"])
    .execute();
}

/** When the entries of a call were first handed in. */
export async function listSubmissionMoments(db: Db, callId: string) {
  const rows = await db
    .selectFrom("submission")
    .innerJoin("application", "application.id", "submission.applicationId")
    .select("submission.createdAt")
    .where("application.callId", "=", callId)
    .where("submission.number", "=", 1)
    .orderBy("submission.createdAt")
    .orderBy("submission.id")
    .limit(20_000)
    .execute();
  return rows.map((row) => row.createdAt);
}

/** One application of a call with what stands of it. Another call's is not found. */
export function findManagedApplication(db: Db, { applicationId, callId }: { applicationId: string; callId: string }) {
  return db
    .selectFrom("application")
    .innerJoin("person", "person.id", "application.leadId")
    .leftJoin("submission", "submission.id", "application.submissionId")
    .select(["application.id", "application.code", "application.title", "application.state", "application.callId"])
    .select(["submission.id as submissionId", "submission.answers", "submission.manifest"])
    .select(["submission.hash", "submission.receiptNumber"])
    .select(["submission.definitionId as sealedDefinitionId", "submission.createdAt as sealedAt"])
    .select(["person.name as leadName", "person.email as leadEmail"])
    .where("application.id", "=", applicationId)
    .where("application.callId", "=", callId)
    .executeTakeFirst();
}

/** The entry whose formal check has waited longest, after this one. */
export function findNextUnchecked(db: Db, { callId, applicationId }: { callId: string; applicationId: string }) {
  return db
    .selectFrom("application")
    .select("id")
    .where("callId", "=", callId)
    .where("state", "in", ["submitted", "in_check"])
    .where("id", "!=", applicationId)
    .orderBy("updatedAt")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
}

/** Every change of state of an application, newest first. */
export function listTransitions(db: Db, applicationId: string) {
  return db
    .selectFrom("transition")
    .leftJoin("person", "person.id", "transition.actorId")
    .select(["transition.id", "transition.fromState", "transition.toState", "transition.reason"])
    .select(["transition.createdAt", "transition.until", "person.name as actorName"])
    .where("transition.applicationId", "=", applicationId)
    .orderBy("transition.createdAt", "desc")
    .orderBy("transition.id", "desc")
    .limit(100)
    .execute();
}

/** Every sealed submission of an application, newest first. */
export function listSubmissions(db: Db, applicationId: string) {
  return db
    .selectFrom("submission")
    .select(["id", "number", "receiptNumber", "createdAt", "hash"])
    .where("applicationId", "=", applicationId)
    .orderBy("number", "desc")
    .limit(100)
    .execute();
}

/** What the formal check needs of an application; of another programme nothing. */
export async function findChecked(
  db: Db,
  { applicationId, programmeId }: { applicationId: string; programmeId: string },
) {
  const row = await db
    .selectFrom("application")
    .innerJoin("call", "call.id", "application.callId")
    .innerJoin("programme", "programme.id", "call.programmeId")
    .innerJoin("edition", "edition.id", "programme.editionId")
    .innerJoin("person", "person.id", "application.leadId")
    .select(["application.id", "application.state", "application.title", "application.submissionId"])
    .select(["edition.timeZone", "call.nameZh as callZh", "call.nameEn as callEn"])
    .select(["person.id as leadId", "person.name", "person.email", "person.language"])
    .select((eb) =>
      eb
        .selectFrom("transition")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .whereRef("transition.applicationId", "=", "application.id")
        .where("transition.toState", "=", "returned")
        .as("returns"),
    )
    .where("application.id", "=", applicationId)
    .where("call.programmeId", "=", programmeId)
    .executeTakeFirst();
  return row && { ...row, returns: Number(row.returns ?? 0) };
}
