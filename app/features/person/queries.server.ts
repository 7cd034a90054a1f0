import { sql } from "kysely";
import type { Moment } from "#app/lib/moment.ts";
import type { Db } from "#db/database.server.ts";

/** Letters whose link proves who reads the mailbox: shown in the app they would prove nothing. */
const proofs = ["verify-email", "reset-password", "invitation"];

/** The time zone of the newest edition, in which letters about accounts tell the time. */
export async function findHouseZone(db: Db): Promise<string> {
  const edition = await db
    .selectFrom("edition")
    .select("timeZone")
    .orderBy("startsOn", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return edition?.timeZone ?? "Asia/Shanghai";
}

/** What a person's own account page shows. */
export async function findAccount(db: Db, personId: string) {
  return db
    .selectFrom("person")
    .select(["id", "name", "email", "language", "emailVerifiedAt", "totpConfirmedAt", "createdAt"])
    .select((eb) => [
      eb
        .selectFrom("recoveryCode")
        .select((count) => count.fn.countAll<number>().as("count"))
        .whereRef("recoveryCode.personId", "=", "person.id")
        .where("recoveryCode.usedAt", "is", null)
        .as("recoveryCodesLeft"),
      eb(eb.ref("person.passwordHash"), "is not", null).as("hasPassword"),
    ])
    .where("id", "=", personId)
    .executeTakeFirst();
}

/** A person's sessions, the one used last first. */
export async function listSessionsOfPerson(db: Db, { personId, now }: { personId: string; now: Moment }) {
  return db
    .selectFrom("session")
    .select(["id", "userAgent", "createdAt", "lastSeenAt"])
    .where("personId", "=", personId)
    .where("expiresAt", ">", now)
    .orderBy("lastSeenAt", "desc")
    .orderBy("id")
    .limit(50)
    .execute();
}

export async function listPasskeysOfPerson(db: Db, personId: string) {
  return db
    .selectFrom("passkey")
    .select(["id", "name", "createdAt", "lastUsedAt"])
    .where("personId", "=", personId)
    .orderBy("createdAt")
    .orderBy("id")
    .limit(20)
    .execute();
}

type Own = { personId: string; withProofs: boolean };

/** The letters that have left for a person, newest first. Held ones are not theirs yet. */
export async function listOwnLetters(db: Db, { personId, withProofs, page }: Own & { page: number }) {
  const size = 30;
  const rows = await db
    .selectFrom("letter")
    .select(["id", "kind", "subject", "createdAt"])
    .where("personId", "=", personId)
    .where("state", "!=", "held")
    .$if(!withProofs, (query) => query.where("kind", "not in", proofs))
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute();
  return { letters: rows.slice(0, size), hasMore: rows.length > size };
}

export async function findOwnLetter(db: Db, { personId, withProofs, letterId }: Own & { letterId: string }) {
  return db
    .selectFrom("letter")
    .select(["id", "kind", "subject", "text", "toEmail", "createdAt"])
    .where("id", "=", letterId)
    .where("personId", "=", personId)
    .where("state", "!=", "held")
    .$if(!withProofs, (query) => query.where("kind", "not in", proofs))
    .executeTakeFirst();
}

/** The newest letter to an address. For the demo's mailbox alone, which stands in for the addressee's own. */
export async function findNewestLetterTo(db: Db, email: string) {
  return db
    .selectFrom("letter")
    .select(["id", "kind", "subject", "text", "toEmail", "createdAt"])
    .where("toEmail", "=", email)
    .where("state", "!=", "held")
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function isWithoutAdministrator(db: Db): Promise<boolean> {
  const one = await db
    .selectFrom("role")
    .select("id")
    .where("kind", "=", "administrator")
    .where("revokedAt", "is", null)
    .limit(1)
    .executeTakeFirst();
  return !one;
}

/** One page of all people, found by any part of name or address. Newest first. */
export async function listPeople(db: Db, { search, page }: { search: string; page: number }) {
  const size = 50;
  const part = `%${search
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await db
    .selectFrom("person")
    .select(["id", "name", "email", "disabledAt", "emailVerifiedAt", "createdAt"])
    .$if(search.trim() !== "", (query) =>
      query.where((eb) =>
        eb.or([
          sql<boolean>`${eb.ref("emailFolded")} like ${part} escape '\\'`,
          sql<boolean>`lower(${eb.ref("name")}) like ${part} escape '\\'`,
        ]),
      ),
    )
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute();
  const people = rows.slice(0, size);
  const roles = await db
    .selectFrom("role")
    .leftJoin("programme", "programme.id", "role.programmeId")
    .select(["role.personId", "role.kind", "programme.nameZh", "programme.nameEn"])
    .where(
      "role.personId",
      "in",
      people.map(({ id }) => id),
    )
    .where("role.revokedAt", "is", null)
    .orderBy("role.grantedAt")
    .limit(1000)
    .execute();
  return {
    people: people.map((person) => ({ ...person, roles: roles.filter(({ personId }) => personId === person.id) })),
    hasMore: rows.length > size,
  };
}

/** One person as an administrator sees them, with the roles they hold. */
export async function findPersonWithRoles(db: Db, personId: string) {
  const person = await db
    .selectFrom("person")
    .select(["id", "name", "email", "disabledAt", "emailVerifiedAt", "createdAt"])
    .where("id", "=", personId)
    .executeTakeFirst();
  if (!person) return undefined;
  const roles = await db
    .selectFrom("role")
    .leftJoin("programme", "programme.id", "role.programmeId")
    .select(["role.id", "role.kind", "role.grantedAt", "programme.nameZh", "programme.nameEn"])
    .where("role.personId", "=", personId)
    .where("role.revokedAt", "is", null)
    .orderBy("role.grantedAt")
    .orderBy("role.id")
    .limit(100)
    .execute();
  return { ...person, roles };
}

/** The programmes a role can be given in, newest edition first. */
export async function listProgrammesForRoles(db: Db) {
  return db
    .selectFrom("programme")
    .innerJoin("edition", "edition.id", "programme.editionId")
    .select(["programme.id", "programme.nameZh", "programme.nameEn", "edition.year"])
    .orderBy("edition.startsOn", "desc")
    .orderBy("programme.id")
    .limit(100)
    .execute();
}
