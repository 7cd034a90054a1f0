import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { claimJobs } from "#app/jobs/claim.server.ts";
import { later, MINUTE } from "#app/lib/moment.ts";
import { deliverLetter } from "#app/mail/deliver-letter.server.ts";
import { verifyEmailLetter } from "#app/mail/letters/account.ts";
import { postLetter, releaseLetters } from "#app/mail/outbox.server.ts";
import { outboxTransport, smtpTransport, type Transport } from "#app/mail/transport.server.ts";
import type { Database } from "#db/database.server.ts";
import { duringCall as now } from "#tests/support/builders.ts";
import { onEveryDatabase } from "#tests/support/databases.ts";

const letter = verifyEmailLetter("zh", { name: "林\r\nBcc: all@evil.test", url: "https://week.test/v/1", hours: 24 });
const to = { personId: null, email: "lin@example.test", language: "zh" as const };

const received: { to: string[]; raw: string }[] = [];
let refusal: { responseCode: number; message: string } | null = null;
let transport: Transport;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      if (refusal) return done(Object.assign(new Error(refusal.message), refusal));
      received.push({
        to: session.envelope.rcptTo.map(({ address }) => address),
        raw: Buffer.concat(chunks).toString("utf8"),
      });
      done();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  transport = smtpTransport({
    url: `smtp://127.0.0.1:${port}`,
    from: "Tidemark <no-reply@week.test>",
    origin: "https://week.test",
  });
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
beforeEach(() => {
  received.length = 0;
  refusal = null;
});

const post = (db: Database, more: { hold?: boolean; dedupeKey?: string } = {}) =>
  db.transaction().execute((trx) => postLetter(trx, { letter, to, dedupeKey: "verify:1", now, ...more }));
const stateOf = async (db: Database) =>
  db.selectFrom("letter").select(["state", "attempts", "lastError"]).executeTakeFirstOrThrow();
const countJobs = async (db: Database) => (await db.selectFrom("job").select("id").execute()).length;

onEveryDatabase("mail", (db) => {
  test("a posted letter reaches a mail server once, however often its job runs", async () => {
    const id = await post(db());
    if (!id) throw new Error("not posted");
    expect(await countJobs(db())).toBe(1);
    for (let run = 0; run < 3; run++) await deliverLetter(db(), { letterId: id, transport, now });
    expect(received).toHaveLength(1);
    expect(received[0]?.to).toEqual(["lin@example.test"]);
    expect(received[0]?.raw).toContain(`Message-ID: <${id}@week.test>`);
    expect(received[0]?.raw).not.toMatch(/^Bcc:/m);
    expect(await stateOf(db())).toMatchObject({ state: "sent", attempts: 1 });
  });

  test("of four workers one gets the letter to send", async () => {
    await post(db());
    const claims = await Promise.all(
      ["a", "b", "c", "d"].map((owner) => claimJobs(db(), { owner, limit: 4, now: later(now, MINUTE) })),
    );
    for (const { payload } of claims.flat())
      await deliverLetter(db(), { letterId: JSON.parse(payload).letterId, transport, now });
    expect(claims.flat()).toHaveLength(1);
    expect(received).toHaveLength(1);
  });

  test("the same key posts one letter and one job", async () => {
    expect(await post(db())).not.toBeNull();
    expect(await post(db())).toBeNull();
    expect(await countJobs(db())).toBe(1);
  });

  test("a letter of a transaction that fails was never written", async () => {
    const failing = db()
      .transaction()
      .execute(async (trx) => {
        await postLetter(trx, { letter, to, dedupeKey: "verify:1", now });
        throw new Error("undone");
      });
    await expect(failing).rejects.toThrow("undone");
    expect(await db().selectFrom("letter").select("id").execute()).toEqual([]);
    expect(await countJobs(db())).toBe(0);
  });

  test("a held letter stays until it is released, and is released once", async () => {
    const id = await post(db(), { hold: true });
    if (!id) throw new Error("not posted");
    expect(await countJobs(db())).toBe(0);
    await deliverLetter(db(), { letterId: id, transport, now });
    expect(received).toEqual([]);
    expect(await releaseLetters(db(), { letterIds: [id], now })).toBe(1);
    expect(await releaseLetters(db(), { letterIds: [id], now })).toBe(0);
    await deliverLetter(db(), { letterId: id, transport, now });
    expect(received).toHaveLength(1);
  });

  test("a busy mail server is asked again; a refusal for good is final", async () => {
    const id = await post(db());
    if (!id) throw new Error("not posted");
    refusal = { responseCode: 451, message: "come back later" };
    await expect(deliverLetter(db(), { letterId: id, transport, now })).rejects.toThrow("come back later");
    expect(await stateOf(db())).toMatchObject({ state: "queued", attempts: 1 });
    refusal = { responseCode: 550, message: "no such mailbox" };
    await deliverLetter(db(), { letterId: id, transport, now: later(now, MINUTE) });
    expect(await stateOf(db())).toMatchObject({ state: "failed", attempts: 2 });
    expect((await stateOf(db())).lastError).toContain("no such mailbox");
  });

  test("without a mail server the letter is kept to be read here", async () => {
    const id = await post(db());
    if (!id) throw new Error("not posted");
    await deliverLetter(db(), { letterId: id, transport: outboxTransport, now });
    expect(await stateOf(db())).toMatchObject({ state: "sent" });
  });
});
