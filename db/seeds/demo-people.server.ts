import { hashPassword } from "#app/auth/password.server.ts";
import { createAdministrator } from "#app/features/person/create-administrator.server.ts";
import { grantRole } from "#app/features/person/grant-role.server.ts";
import { foldEmail } from "#app/features/person/rules.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import type { Database } from "#db/database.server.ts";

export const DEMO_PASSWORD = "golden-key-and-sea-level";

type Newcomer = { name: string; email: string; language?: "zh" | "en" };

/** The people of the demo with one password; their addresses count as confirmed. Answers their ids by address. */
export async function plantPeople(db: Database, { people, now }: { people: readonly Newcomer[]; now: Moment }) {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const ids = new Map<string, string>();
  for (const { name, email, language = "zh" } of people) {
    const id = newId();
    await db
      .insertInto("person")
      .values({
        id,
        email,
        emailFolded: foldEmail(email),
        name,
        passwordHash,
        language,
        emailVerifiedAt: now,
        totpSecret: null,
        totpConfirmedAt: null,
        disabledAt: null,
        createdAt: now,
      })
      .execute();
    ids.set(email, id);
  }
  return ids;
}

type Staff = { programmes: Record<string, string>; ids: ReadonlyMap<string, string>; now: Moment };

/** The administrator, and who organises, chairs and judges in both programmes. Answers the administrator's id. */
export async function plantStaff(db: Database, { programmes, ids, now }: Staff): Promise<string> {
  const adminId = await createAdministrator(db, {
    name: "Wei Admin",
    email: "admin@tidemark.test",
    password: DEMO_PASSWORD,
    language: "en",
    secret: null,
    now,
  });
  const roles = [
    ["manager@tidemark.test", "organiser"],
    ["chair@tidemark.test", "chair"],
    ...[1, 2, 3, 4, 5, 6].map((number) => [`juror${number}@tidemark.test`, "juror"] as const),
  ] as const;
  for (const programmeId of [programmes["golden-key"], programmes["sea-level"]])
    for (const [email, kind] of roles) {
      const personId = ids.get(email);
      if (personId && programmeId) await grantRole(db, { personId, kind, programmeId, grantedBy: adminId, now });
    }
  return adminId;
}
