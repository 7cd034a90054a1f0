import { generateSync } from "otplib";
import { expect, test } from "vitest";
import { findViewer, hashSecret } from "#app/auth/session.server.ts";
import { changePassword } from "#app/features/person/change-password.server.ts";
import { confirmAuthenticator } from "#app/features/person/confirm-authenticator.server.ts";
import { createAdministrator } from "#app/features/person/create-administrator.server.ts";
import { disablePerson } from "#app/features/person/disable-person.server.ts";
import { grantRole } from "#app/features/person/grant-role.server.ts";
import { offerFirstAdministrator } from "#app/features/person/offer-first-administrator.server.ts";
import { findOwnLetter, listOwnLetters, listPeople } from "#app/features/person/queries.server.ts";
import { requestPasswordReset } from "#app/features/person/request-password-reset.server.ts";
import { resetPassword } from "#app/features/person/reset-password.server.ts";
import { revokeRole } from "#app/features/person/revoke-role.server.ts";
import { showSecondFactor } from "#app/features/person/show-second-factor.server.ts";
import { signInPerson } from "#app/features/person/sign-in-person.server.ts";
import { signUpPerson } from "#app/features/person/sign-up-person.server.ts";
import { startAuthenticator } from "#app/features/person/start-authenticator.server.ts";
import { verifyEmail } from "#app/features/person/verify-email.server.ts";
import { HOUR, later, MINUTE, type Moment, SECOND } from "#app/lib/moment.ts";
import { TooMany } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { given, duringCall as now } from "#tests/support/builders.ts";
import { expectQueries, onEveryDatabase } from "#tests/support/databases.ts";

const password = "tide goes out at dawn";
const address = "192.0.2.7";
const lin = { name: "林海", email: "Lin@Example.test", password, language: "zh" as const, address };

const signIn = (db: Database, more: Partial<Parameters<typeof signInPerson>[1]> = {}) =>
  signInPerson(db, { email: lin.email, password, oldToken: undefined, userAgent: "phone", address, now, ...more });

async function secretIn(db: Database, kind: string): Promise<string> {
  const letter = await db
    .selectFrom("letter")
    .select("text")
    .where("kind", "=", kind)
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  const secret = /\/([\w-]{43})$/m.exec(letter.text)?.[1];
  if (!secret) throw new Error(`no link in ${letter.text}`);
  return secret;
}

async function verified(db: Database): Promise<string> {
  await signUpPerson(db, { ...lin, now });
  await verifyEmail(db, { secret: await secretIn(db, "verify-email"), now });
  const person = await db.selectFrom("person").select("id").executeTakeFirstOrThrow();
  return person.id;
}

onEveryDatabase("accounts", (db) => {
  test("signing up, confirming and signing in", async () => {
    await signUpPerson(db(), { ...lin, now });
    const secret = await secretIn(db(), "verify-email");
    expect(await db().selectFrom("token").select("id").executeTakeFirstOrThrow()).toEqual({ id: hashSecret(secret) });
    await verifyEmail(db(), { secret, now });
    const { token, needsSecondFactor } = await signIn(db(), { email: "lin@example.TEST" });
    expect(needsSecondFactor).toBe(false);
    expect(await findViewer(db(), { token, now })).toMatchObject({ name: "林海", isVerified: true, email: lin.email });
  });

  test("a password that guessers try first is refused", async () => {
    for (const weak of [
      "short",
      "password1234",
      "aaaaaaaaaaaaaa",
      "123456789012",
      "qwertyuiop[]".slice(0, 10),
      "lin@example.test",
    ])
      await expect(signUpPerson(db(), { ...lin, password: weak, now }), weak).rejects.toThrow("refused: password-");
  });

  test("a link works once, only in its time and only for its purpose", async () => {
    await signUpPerson(db(), { ...lin, now });
    const secret = await secretIn(db(), "verify-email");
    await expect(resetPassword(db(), { secret, password: `${password}!`, now })).rejects.toThrow("link-used-or-old");
    await expect(verifyEmail(db(), { secret, now: later(now, 48 * HOUR) })).rejects.toThrow("link-used-or-old");
    await verifyEmail(db(), { secret, now });
    await expect(verifyEmail(db(), { secret, now })).rejects.toThrow("link-used-or-old");
  });

  test("of ten who follow one link at the same time one succeeds", async () => {
    await signUpPerson(db(), { ...lin, now });
    const secret = await secretIn(db(), "verify-email");
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => verifyEmail(db(), { secret, now })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("signing up with a known address changes nothing and tells its owner", async () => {
    const id = await verified(db());
    await signUpPerson(db(), { ...lin, name: "Eve", password: "another long password", now: later(now, MINUTE) });
    expect(await db().selectFrom("person").select(["id", "name"]).execute()).toEqual([{ id, name: "林海" }]);
    const letters = await db().selectFrom("letter").select(["kind", "toEmail"]).orderBy("createdAt").execute();
    expect(letters.at(-1)).toEqual({ kind: "account-exists", toEmail: lin.email });
    await signIn(db());
  });

  test("wrong, unknown and disabled are one answer", async () => {
    const id = await verified(db());
    const answers: string[] = [];
    const ask = (more: object) => signIn(db(), more).catch((error: Error) => answers.push(error.message));
    await ask({ password: "not the password" });
    await ask({ email: "nobody@example.test" });
    await db().updateTable("person").set({ disabledAt: now }).where("id", "=", id).execute();
    await ask({});
    expect(answers).toEqual(["refused: sign-in-wrong", "refused: sign-in-wrong", "refused: sign-in-wrong"]);
  });

  test("each sign-in has a new session and the old one is dead", async () => {
    await verified(db());
    const first = await signIn(db());
    const second = await signIn(db(), { oldToken: first.token });
    expect(second.token).not.toBe(first.token);
    expect(await findViewer(db(), { token: first.token, now })).toBeNull();
    expect(await findViewer(db(), { token: second.token, now })).not.toBeNull();
  });

  test("a reset ends every session, works within the hour and confirms the address", async () => {
    await signUpPerson(db(), { ...lin, now });
    const { token } = await signIn(db());
    await requestPasswordReset(db(), { email: lin.email, address, now });
    const secret = await secretIn(db(), "reset-password");
    const late = later(now, 60 * MINUTE);
    await expect(resetPassword(db(), { secret, password: "sea level rises", now: late })).rejects.toThrow("link-used");
    await resetPassword(db(), { secret, password: "sea level rises", now });
    expect(await findViewer(db(), { token, now })).toBeNull();
    await expect(signIn(db())).rejects.toThrow("sign-in-wrong");
    const again = await signIn(db(), { password: "sea level rises" });
    expect(await findViewer(db(), { token: again.token, now })).toMatchObject({ isVerified: true });
  });

  test("only the newest reset link counts, and an unknown address writes as much but sends nothing", async () => {
    await verified(db());
    await requestPasswordReset(db(), { email: lin.email, address, now });
    const old = await secretIn(db(), "reset-password");
    await requestPasswordReset(db(), { email: lin.email, address, now: later(now, MINUTE) });
    await expect(resetPassword(db(), { secret: old, password: "sea level rises", now })).rejects.toThrow("link-used");
    const before = await db().selectFrom("letter").select("id").execute();
    await requestPasswordReset(db(), { email: "nobody@example.test", address, now });
    expect(await db().selectFrom("letter").select("id").execute()).toHaveLength(before.length);
  });

  test("changing the password keeps this session and ends the others", async () => {
    const personId = await verified(db());
    const [here, there] = [await signIn(db()), await signIn(db())];
    const change = { personId, password: "sea level rises", sessionId: hashSecret(here.token), now };
    await expect(changePassword(db(), { ...change, current: "wrong wrong wrong" })).rejects.toThrow("password-wrong");
    await changePassword(db(), { ...change, current: password });
    expect(await findViewer(db(), { token: here.token, now })).not.toBeNull();
    expect(await findViewer(db(), { token: there.token, now })).toBeNull();
  });

  test("guesses are limited in every spelling of the address, and the owner still gets in", async () => {
    await verified(db());
    const { token } = await signIn(db());
    const spellings = ["2001:db8:1:2::1", "2001:DB8:1:2:ffff::9", "2001:db8:1:2:0:0:0:5"];
    const guess = (n: number) =>
      signIn(db(), {
        password: `guess number ${n}`,
        address: spellings[n % 3] ?? "",
        email: n % 2 ? "LIN@example.test" : lin.email,
      });
    for (let n = 0; n < 10; n++) await expect(guess(n)).rejects.toThrow("sign-in-wrong");
    const refusal = await guess(10).catch((error) => error);
    expect(refusal).toBeInstanceOf(TooMany);
    expect(refusal.retryAfterSeconds).toBeGreaterThan(0);
    expect(refusal.retryAfterSeconds).toBeLessThanOrEqual(900);
    expect(await findViewer(db(), { token, now })).not.toBeNull();
    await signIn(db(), { address: "198.51.100.9" });
    await expect(signIn(db(), { address: "2001:db8:1:2::1", now: later(now, 15 * MINUTE) })).resolves.toBeTruthy();
  });

  test("honest people behind one address all get in", async () => {
    await verified(db());
    for (let n = 0; n < 30; n++) await signIn(db());
  });

  test("an authenticator app is asked for, each code once", async () => {
    const personId = await verified(db());
    const here = await signIn(db());
    const { secret } = await startAuthenticator(db(), { personId });
    const stored = await db().selectFrom("person").select("totpSecret").executeTakeFirstOrThrow();
    expect(stored.totpSecret).not.toContain(secret);
    const codeAt = (moment: Moment) => generateSync({ secret, epoch: Math.floor(Date.parse(moment) / 1000) });
    const mine = { personId, sessionId: hashSecret(here.token) };
    await expect(confirmAuthenticator(db(), { ...mine, code: "000000", now })).rejects.toThrow("code-wrong");
    const codes = await confirmAuthenticator(db(), { ...mine, code: codeAt(now), now });
    expect(codes).toHaveLength(10);
    expect(await findViewer(db(), { token: here.token, now })).not.toBeNull();

    const soon = later(now, 90 * SECOND);
    const half = await signIn(db(), { now: soon });
    expect(half.needsSecondFactor).toBe(true);
    expect(await findViewer(db(), { token: half.token, now: soon })).toBeNull();
    const show = (token: string, code: string) =>
      showSecondFactor(db(), { token, code, userAgent: "", address, now: soon });
    await expect(show(half.token, codeAt(later(soon, -90 * SECOND)))).rejects.toThrow("code-wrong");
    const whole = await show(half.token, codeAt(soon));
    expect(await findViewer(db(), { token: whole, now: soon })).toMatchObject({ hasSecondFactor: true });
    await expect(show(half.token, codes[0] ?? "")).rejects.toThrow("session-over");

    const next = await signIn(db(), { now: soon });
    await expect(show(next.token, codeAt(soon))).rejects.toThrow("code-wrong");
    await show(next.token, (codes[0] ?? "").toUpperCase().replace("-", " "));
    const third = await signIn(db(), { now: soon });
    await expect(show(third.token, codes[0] ?? "")).rejects.toThrow("code-wrong");
  });

  test("letters with a proving link are not read inside the app, held ones by nobody", async () => {
    const personId = await verified(db());
    const letter = await db().selectFrom("letter").select("id").executeTakeFirstOrThrow();
    const own = { personId, letterId: letter.id };
    expect(await findOwnLetter(db(), { ...own, withProofs: false })).toBeUndefined();
    expect(await findOwnLetter(db(), { ...own, withProofs: true })).toBeDefined();
    expect(await findOwnLetter(db(), { ...own, personId: "another", withProofs: true })).toBeUndefined();
    await db().updateTable("letter").set({ state: "held" }).execute();
    expect((await listOwnLetters(db(), { personId, withProofs: true, page: 1 })).letters).toEqual([]);
  });

  test("the first administrator comes by a link that works once, and none is offered afterwards", async () => {
    const link = await offerFirstAdministrator(db(), now);
    const secret = link?.split("/").at(-1) ?? "";
    const admin = { name: "Ada", email: "ada@example.test", password, language: "en" as const, secret, now };
    const results = await Promise.allSettled([
      createAdministrator(db(), admin),
      createAdministrator(db(), { ...admin, email: "eve@example.test" }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await offerFirstAdministrator(db(), now)).toBeNull();
  });

  test("only administrators give roles, and the last one stays", async () => {
    const make = given(db());
    const [ada, bob] = [await make.person(), await make.person()];
    const role = await make.role({ personId: ada.id, kind: "administrator" });
    const promote = { kind: "administrator" as const, programmeId: null, now };
    await expect(grantRole(db(), { ...promote, personId: bob.id, grantedBy: bob.id })).rejects.toThrow("not found");
    const byAda = { personId: ada.id, now };
    await expect(revokeRole(db(), { ...byAda, roleId: role.id, revokedBy: ada.id })).rejects.toThrow(
      "last-administrator",
    );
    await expect(disablePerson(db(), { ...byAda, disabledBy: ada.id })).rejects.toThrow("last-administrator");
    await grantRole(db(), { ...promote, personId: bob.id, grantedBy: ada.id });
    const both = await Promise.allSettled([
      disablePerson(db(), { personId: ada.id, disabledBy: bob.id, now }),
      disablePerson(db(), { personId: bob.id, disabledBy: ada.id, now }),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("a disabled person is out at once", async () => {
    const ada = await given(db()).person();
    await given(db()).role({ personId: ada.id, kind: "administrator" });
    const personId = await (async () => {
      await signUpPerson(db(), { ...lin, now });
      return (await db().selectFrom("person").select("id").where("name", "=", "林海").executeTakeFirstOrThrow()).id;
    })();
    const { token } = await signIn(db());
    await disablePerson(db(), { personId, disabledBy: ada.id, now });
    expect(await findViewer(db(), { token, now })).toBeNull();
  });

  test("the list of people asks as much for three as for one, and finds by part of name or address", async () => {
    await given(db()).person({ name: "100% Tide", email: "tide@example.test" });
    await expectQueries(2, () => listPeople(db(), { search: "", page: 1 }));
    await given(db()).person();
    await given(db()).person();
    const { people } = await expectQueries(2, () => listPeople(db(), { search: "", page: 1 }));
    expect(people).toHaveLength(3);
    expect((await listPeople(db(), { search: "0% ti", page: 1 })).people).toHaveLength(1);
    expect((await listPeople(db(), { search: "%", page: 1 })).people).toHaveLength(1);
  });
});
