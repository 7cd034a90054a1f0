import { createAdministrator } from "#app/features/person/create-administrator.server.ts";
import { grantRole } from "#app/features/person/grant-role.server.ts";
import { foldEmail } from "#app/features/person/rules.ts";
import { signUpPerson } from "#app/features/person/sign-up-person.server.ts";
import { verifyEmail } from "#app/features/person/verify-email.server.ts";
import type { Language } from "#app/i18n/text.ts";
import { later, MINUTE, type Moment } from "#app/lib/moment.ts";
import type { Database } from "#db/database.server.ts";
import type { Work } from "./demo-works.ts";

export const DEMO_PASSWORD = "golden-key-and-sea-level";

export type Newcomer = { name: string; email: string; language: Language };

export const jurors: readonly Newcomer[] = [
  { name: "许望舒", email: "juror1@tidemark.test", language: "zh" },
  { name: "Amara Okafor", email: "juror2@tidemark.test", language: "en" },
  { name: "钟可", email: "juror3@tidemark.test", language: "zh" },
  { name: "Jonas Lind", email: "juror4@tidemark.test", language: "en" },
  { name: "彭一鸣", email: "juror5@tidemark.test", language: "zh" },
  { name: "白露", email: "juror6@tidemark.test", language: "zh" },
];
export const manager: Newcomer = { name: "张若宁", email: "manager@tidemark.test", language: "zh" };
export const chair: Newcomer = { name: "Margarethe Vogel", email: "chair@tidemark.test", language: "en" };

/** Who made a work: the two accounts one signs in with, and people of their own for the rest. */
export function makerOf({ maker: [zh, en], from = "CN" }: Pick<Work, "maker" | "from">): Newcomer {
  if (en === "Chen Yu") return { name: zh, email: "filmmaker@tidemark.test", language: "zh" };
  if (en === "Lin Lan") return { name: zh, email: "startup@tidemark.test", language: "en" };
  const address = `${en.toLowerCase().replaceAll(" ", ".")}@shore.test`;
  return { name: zh, email: address, language: from === "CN" ? "zh" : "en" };
}

/** Somebody signs up and follows the link in the letter. Answers the person's id. */
export async function joinIn(db: Database, { name, email, language }: Newcomer, now: Moment): Promise<string> {
  await signUpPerson(db, { name, email, language, password: DEMO_PASSWORD, address: "127.0.0.1", now });
  const { id, text } = await db
    .selectFrom("person")
    .innerJoin("letter", "letter.personId", "person.id")
    .select(["person.id", "letter.text"])
    .where("person.emailFolded", "=", foldEmail(email))
    .executeTakeFirstOrThrow();
  const secret = /verify-email\/([\w-]+)/.exec(text)?.[1];
  if (!secret) throw new Error(`no link in the letter to ${email}`);
  await verifyEmail(db, { secret, now: later(now, 4 * MINUTE) });
  return id;
}

/** The administrator of the installation; answers their id. */
export function plantAdministrator(db: Database, now: Moment): Promise<string> {
  const admin = { name: "Wei Lanting", email: "admin@tidemark.test", language: "en" as const };
  return createAdministrator(db, { ...admin, password: DEMO_PASSWORD, secret: null, now });
}

type Grants = { programmeIds: readonly string[]; ids: ReadonlyMap<string, string>; grantedBy: string; now: Moment };

/** Who organises, chairs and judges in both programmes. */
export async function plantRoles(db: Database, { programmeIds, ids, grantedBy, now }: Grants): Promise<void> {
  const roles = [
    [manager, "organiser"],
    [chair, "chair"],
    ...jurors.map((juror) => [juror, "juror"] as const),
  ] as const;
  for (const programmeId of programmeIds)
    for (const [{ email }, kind] of roles)
      await grantRole(db, { personId: ids.get(email) ?? "", kind, programmeId, grantedBy, now });
}
