import { createHash } from "node:crypto";
import { newSecret } from "#app/lib/id.server.ts";
import { DAY, later, MINUTE, type Moment } from "#app/lib/moment.ts";
import type { Db } from "#db/database.server.ts";
import { prepared } from "#db/prepared.server.ts";
import type { Viewer } from "./visit.ts";

const LIFETIME = 30 * DAY;

/** How a secret of a cookie or a link is kept: SHA-256, hexadecimal. It has 256 random bits, so no salt is needed. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Name of the session cookie. `__Host-` binds it to this host and to TLS; plain HTTP (the demo) cannot have that. */
export function sessionCookieName(origin: string): string {
  return origin.startsWith("https:") ? "__Host-tidemark" : "tidemark";
}

/** The Set-Cookie line that signs in (token) or out (null). */
export function sessionCookie(token: string | null, origin: string): string {
  const secure = origin.startsWith("https:") ? "; Secure" : "";
  const age = token ? LIFETIME / 1000 : 0;
  return `${sessionCookieName(origin)}=${token ?? ""}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure}`;
}

/** Starts a session and answers its token, which only the cookie keeps. */
export async function startSession(
  db: Db,
  {
    personId,
    userAgent,
    secondFactorAt,
    now,
  }: { personId: string; userAgent: string; secondFactorAt: Moment | null; now: Moment },
): Promise<string> {
  const token = newSecret();
  await db
    .insertInto("session")
    .values({
      id: hashSecret(token),
      personId,
      userAgent: userAgent.slice(0, 300),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: later(now, LIFETIME),
      secondFactorAt,
      provedAt: now,
    })
    .execute();
  return token;
}

/** Everything the policy must know about who holds this token, or what is still missing. Two queries. */
export async function findSession(db: Db, { token, now }: { token: string; now: Moment }) {
  const [session] = await liveSessions(db, { id: hashSecret(token), now });
  if (!session) return null;
  const hasSecondFactor = session.totpConfirmedAt !== null || Boolean(session.hasPasskey);
  if (session.lastSeenAt < later(now, -10 * MINUTE))
    await db
      .updateTable("session")
      .set({ lastSeenAt: now, expiresAt: later(now, LIFETIME) })
      .where("id", "=", session.id)
      .execute();
  return { ...session, hasSecondFactor, isComplete: !hasSecondFactor || session.secondFactorAt !== null };
}

const liveSessions = prepared((db, { id, now }: { id: string; now: Moment }) =>
  db
    .selectFrom("session")
    .innerJoin("person", "person.id", "session.personId")
    .select(["session.id", "session.personId", "session.lastSeenAt", "session.secondFactorAt", "session.provedAt"])
    .select(["person.name", "person.email", "person.language", "person.emailVerifiedAt", "person.totpConfirmedAt"])
    .select((eb) =>
      eb
        .exists(eb.selectFrom("passkey").select("passkey.id").whereRef("passkey.personId", "=", "person.id"))
        .as("hasPasskey"),
    )
    .where("session.id", "=", id)
    .where("session.expiresAt", ">", now)
    .where("person.disabledAt", "is", null),
);

/** The viewer of a request: null when signed out or when the second factor is still to be shown. */
export async function findViewer(db: Db, { token, now }: { token: string; now: Moment }): Promise<Viewer | null> {
  const session = await findSession(db, { token, now });
  if (!session?.isComplete) return null;
  const roles = await rolesOf(db, { personId: session.personId });
  const programmesOf = (kind: string) =>
    roles.flatMap((role) => (role.kind === kind && role.programmeId ? [role.programmeId] : []));
  return {
    personId: session.personId,
    name: session.name,
    email: session.email,
    language: session.language,
    isVerified: session.emailVerifiedAt !== null,
    sessionId: session.id,
    provedAt: session.provedAt,
    hasSecondFactor: session.hasSecondFactor,
    isAdministrator: roles.some((role) => role.kind === "administrator"),
    organises: programmesOf("organiser"),
    chairs: programmesOf("chair"),
    judges: programmesOf("juror"),
  };
}

const rolesOf = prepared((db, { personId }: { personId: string }) =>
  db
    .selectFrom("role")
    .select(["kind", "programmeId"])
    .where("personId", "=", personId)
    .where("revokedAt", "is", null)
    .limit(200),
);

/** Ends sessions of a person: one, or all but one, or all. They are dead on the next request. */
export async function endSessions(
  db: Db,
  { personId, only, except }: { personId: string; only?: string; except?: string },
) {
  let query = db.deleteFrom("session").where("personId", "=", personId);
  if (only) query = query.where("id", "=", only);
  if (except) query = query.where("id", "!=", except);
  await query.execute();
}
