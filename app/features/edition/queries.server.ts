import type { Db } from "#db/database.server.ts";

/** The edition the public pages speak of: the one that starts last. Undefined before the first. */
export function findCurrentEdition(db: Db) {
  return db.selectFrom("edition").selectAll().orderBy("startsOn", "desc").orderBy("id").limit(1).executeTakeFirst();
}

/** An edition's units in their order. */
export function listUnits(db: Db, editionId: string) {
  return db.selectFrom("unit").selectAll().where("editionId", "=", editionId).orderBy("number").limit(50).execute();
}

/** An edition's activities and ceremonies, day by day; those without a day last. */
export function listActivities(db: Db, editionId: string) {
  return db
    .selectFrom("activity")
    .selectAll()
    .where("editionId", "=", editionId)
    .orderBy("startsOn", (order) => order.asc().nullsLast())
    .orderBy("code")
    .limit(200)
    .execute();
}

/** Every edition with how much is in it, the latest first. */
export function listEditions(db: Db) {
  return db
    .selectFrom("edition")
    .select(["edition.id", "edition.nameZh", "edition.nameEn", "edition.startsOn", "edition.endsOn"])
    .select((eb) => [
      eb
        .selectFrom("programme")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .whereRef("programme.editionId", "=", "edition.id")
        .as("programmes"),
      eb
        .selectFrom("call")
        .innerJoin("programme", "programme.id", "call.programmeId")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .whereRef("programme.editionId", "=", "edition.id")
        .as("calls"),
      eb
        .selectFrom("activity")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .whereRef("activity.editionId", "=", "edition.id")
        .as("activities"),
    ])
    .orderBy("edition.startsOn", "desc")
    .orderBy("edition.id")
    .limit(50)
    .execute();
}
