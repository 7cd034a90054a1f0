import type { Db } from "#db/database.server.ts";
import { type CallDefinition, openDefinition } from "./definition.ts";

/** Definitions never change once stored, so each is parsed once a process. */
const opened = new Map<string, CallDefinition>();
const KEPT = 200;

/** A stored definition, parsed. Undefined when there is none of that id. */
export async function findDefinition(db: Db, definitionId: string): Promise<CallDefinition | undefined> {
  const known = opened.get(definitionId);
  if (known) return known;
  const row = await db
    .selectFrom("callDefinition")
    .select("definition")
    .where("id", "=", definitionId)
    .executeTakeFirst();
  if (!row) return undefined;
  const definition = openDefinition(row.definition);
  if (opened.size >= KEPT) opened.clear();
  opened.set(definitionId, definition);
  return definition;
}

const calls = (db: Db) =>
  db
    .selectFrom("call")
    .innerJoin("programme", "programme.id", "call.programmeId")
    .innerJoin("edition", "edition.id", "programme.editionId")
    .select([
      "call.id",
      "call.code",
      "call.slug",
      "call.nameZh",
      "call.nameEn",
      "call.isCompetitive",
      "call.opensAt",
      "call.closesAt",
    ])
    .select(["call.definitionId", "call.programmeId", "programme.slug as programmeSlug", "programme.intake"])
    .select(["programme.nameZh as programmeZh", "programme.nameEn as programmeEn", "programme.maxEntriesPerLead"])
    .select(["edition.id as editionId", "edition.timeZone", "edition.startsOn as editionStartsOn", "edition.year"]);

export type CallRow = NonNullable<Awaited<ReturnType<typeof findCall>>>;

/** One call by the name in its URL, with its programme and edition. */
export function findCall(db: Db, slug: string) {
  return calls(db).where("call.slug", "=", slug).executeTakeFirst();
}

export function findCallById(db: Db, callId: string) {
  return calls(db).where("call.id", "=", callId).executeTakeFirst();
}

/** An edition's calls in the order of their programmes. */
export function listCalls(db: Db, editionId: string) {
  return calls(db)
    .innerJoin("unit", "unit.id", "programme.unitId")
    .where("programme.editionId", "=", editionId)
    .orderBy("unit.number")
    .orderBy("call.position")
    .orderBy("call.id")
    .limit(100)
    .execute();
}

/** The calls of some programmes: those a person organises or chairs. */
export function listCallsOfProgrammes(db: Db, programmeIds: readonly string[]) {
  return calls(db)
    .where("programme.id", "in", programmeIds)
    .orderBy("edition.startsOn", "desc")
    .orderBy("programme.slug")
    .orderBy("call.position")
    .orderBy("call.id")
    .limit(200)
    .execute();
}
