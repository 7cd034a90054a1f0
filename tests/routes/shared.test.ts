import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashPassword } from "#app/auth/password.server.ts";
import { startSession } from "#app/auth/session.server.ts";
import { brokenLink } from "#app/features/event/chain.ts";
import type { UploadState } from "#app/features/file/forms.ts";
import { eventHash } from "#app/lib/events.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { DAY, later, momentOf } from "#app/lib/moment.ts";
import { paths } from "#app/lib/paths.ts";
import { verifyEmailLetter } from "#app/mail/letters/account.ts";
import { postLetter } from "#app/mail/outbox.server.ts";
import { migrations } from "#db/migrations/index.ts";
import { bytesOfPart, partCount } from "#storage/keys.ts";
import { given, smallWeek } from "#tests/support/builders.ts";
import { type Pair, type Process, sessionCookie, startPair } from "#tests/support/pair.ts";

const hasParts = process.env.TEST_POSTGRES_URL && process.env.S3_ENDPOINT;

describe.runIf(hasParts || process.env.CI)("two processes on one PostgreSQL and one S3", () => {
  let pair: Pair;
  const now = momentOf(Date.now());
  const patience = { timeout: 20_000, interval: 50 };

  beforeAll(async () => {
    pair = await startPair();
  }, 180_000);
  afterAll(() => pair?.close());

  async function signIn(personId: string) {
    const token = await startSession(pair.db, { personId, userAgent: "test", secondFactorAt: null, now });
    return `${sessionCookie}=${token}`;
  }

  async function openCall(maxEntriesPerLead = 2) {
    const make = given(pair.db);
    const { edition, unit } = await smallWeek(pair.db);
    const programme = await make.programme({ editionId: edition.id, unitId: unit.id, maxEntriesPerLead });
    const call = await make.call({ programmeId: programme.id, opensAt: later(now, -DAY), closesAt: later(now, DAY) });
    return { programme, call };
  }
  type Call = Awaited<ReturnType<typeof openCall>>["call"];

  /** A draft that lacks nothing. */
  async function draft(call: Call, lead: { id: string }) {
    const make = given(pair.db);
    const application = await make.application({
      callId: call.id,
      definitionId: call.definitionId,
      leadId: lead.id,
      title: "潮水",
      answers: JSON.stringify({ title_zh: "潮水", legal_name: "王小海" }),
    });
    await make.file({ applicationId: application.id, uploadedBy: lead.id, facts: '{"seconds":600}' });
    return application;
  }

  const jobsOf = (kind: string) => pair.db.selectFrom("job").selectAll().where("kind", "=", kind).execute();
  const lettersSent = (to: string) => pair.mail.received.filter((letter) => letter.to === to);
  /** Nothing is left that could still send a letter. */
  const allDelivered = () =>
    expect
      .poll(async () => (await jobsOf("letter-delivery")).filter((job) => job.state !== "done"), patience)
      .toEqual([]);

  test("begin at the same moment on an empty database, which is made once", async () => {
    const made = await pair.db
      .withoutPlugins()
      .selectFrom("kysely_migration" as never)
      .select("name" as never)
      .execute();
    expect(made.map(({ name }) => name).sort()).toEqual(Object.keys(migrations).sort());
    for (const { ask } of pair.both) expect((await ask("/readyz")).status).toBe(200);
    const links = pair.db.selectFrom("token").select("id").where("purpose", "=", "first-administrator");
    await expect.poll(async () => (await links.execute()).length, patience).toBe(1);
  });

  test("know each other's sessions, and a sign-out on one is one on the other", async () => {
    const person = await given(pair.db).person({ passwordHash: await hashPassword("golden key and sea level") });
    const signedIn = await pair.a.ask(paths.signIn(), {
      form: { email: person.email, password: "golden key and sea level" },
    });
    expect(signedIn.status).toBe(302);
    const cookie = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    for (const { ask } of pair.both) expect((await ask(paths.account(), { cookie })).status).toBe(200);
    expect((await pair.b.ask(paths.signOut(), { cookie, form: {} })).status).toBe(302);
    for (const { ask } of pair.both) {
      const turnedAway = await ask(paths.account(), { cookie });
      expect([turnedAway.status, turnedAway.headers.get("location")]).toEqual([302, paths.signIn(paths.account())]);
    }
  });

  test("count wrong passwords together", async () => {
    const form = { email: "nobody@example.test", password: "a guess" };
    const statuses = [];
    for (let guess = 0; guess < 10; guess++)
      statuses.push((await (guess % 2 ? pair.b : pair.a).ask(paths.signIn(), { form })).status);
    expect(new Set(statuses)).toEqual(new Set([422]));
    for (const { ask } of pair.both) {
      const refused = await ask(paths.signIn(), { form });
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    }
  });

  test("finish an upload that was begun on one and completed on both, verified once", async () => {
    const { call } = await openCall();
    const lead = await given(pair.db).person();
    const cookie = await signIn(lead.id);
    const application = await given(pair.db).application({
      callId: call.id,
      definitionId: call.definitionId,
      leadId: lead.id,
    });
    const content = padded(await readFile("tests/fixtures/files/film.mp4"), 9 * 1024 * 1024);
    const asked = {
      applicationId: application.id,
      slot: "screener",
      name: "潮水.mp4",
      bytes: content.length,
      fingerprint: "the-same-film",
    };
    const begin = async ({ ask }: Process): Promise<UploadState> => {
      const answer = await ask("/uploads", { cookie, json: asked });
      return answer.json();
    };
    const begun = await begin(pair.a);
    for (let number = 1; number <= partCount(content.length, begun.partBytes); number++) {
      const start = (number - 1) * begun.partBytes;
      const part = content.subarray(start, start + bytesOfPart(number, { ...begun, bytes: content.length }));
      const check = createHash("md5").update(part).digest("base64");
      const signer = number % 2 ? pair.b : pair.a;
      const answer = await signer.ask(`/uploads/${begun.fileId}/parts`, {
        cookie,
        json: { parts: [{ number, check }] },
      });
      const [{ url, headers }] = (await answer.json()).requests;
      expect((await fetch(url, { method: "PUT", headers, body: new Uint8Array(part) })).status).toBe(200);
    }
    expect(await begin(pair.b)).toEqual({ ...begun, arrived: [1, 2] });

    const completed = await Promise.all(
      pair.both.map(({ ask }) => ask(`/uploads/${begun.fileId}/completion`, { cookie, json: {} })),
    );
    expect(completed.map(({ status }) => status)).toEqual([200, 200]);
    const stateOn = async ({ ask }: Process) =>
      (await (await ask(`/uploads/${begun.fileId}`, { cookie })).json()).state;
    for (const one of pair.both) await expect.poll(() => stateOn(one), patience).toBe("ready");
    await expect
      .poll(async () => (await jobsOf("file-verification")).map((job) => job.state), patience)
      .toEqual(["done"]);
    expect((await jobsOf("file-verification")).map((job) => job.attempts)).toEqual([1]);
    for (const { ask } of pair.both) {
      const answer = await ask(paths.file(begun.fileId), { cookie });
      expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
    }
  }, 60_000);

  test("hand ten entries in at once, each sent to both: one submission, one number and one letter each", async () => {
    const { call } = await openCall();
    const entries = [];
    for (let number = 0; number < 10; number++) {
      const lead = await given(pair.db).person();
      entries.push({ lead, key: newId(), cookie: await signIn(lead.id), application: await draft(call, lead) });
    }
    const answers = await Promise.all(
      entries.flatMap(({ application, cookie, key }) =>
        pair.both.map(({ ask }) => ask(paths.submission(application.id), { cookie, form: { key } })),
      ),
    );
    expect(answers.map((answer) => [answer.status, answer.headers.get("location")])).toEqual(
      entries.flatMap(({ application }) => Array(2).fill([302, paths.receipt(application.id)])),
    );

    const sealed = await pair.db
      .selectFrom("submission")
      .innerJoin("application", "application.id", "submission.applicationId")
      .select(["submission.applicationId", "submission.number", "submission.receiptNumber", "application.code"])
      .where("application.callId", "=", call.id)
      .orderBy("application.code")
      .execute();
    expect(sealed.map(({ applicationId }) => applicationId).sort()).toEqual(
      entries.map(({ application }) => application.id).sort(),
    );
    expect(sealed.map(({ code, number }) => [code, number])).toEqual(
      entries.map((_, place) => [`${call.code}-${String(place + 1).padStart(4, "0")}`, 1]),
    );
    for (const { application, cookie } of entries) {
      const number = sealed.find((one) => one.applicationId === application.id)?.receiptNumber;
      for (const { ask } of pair.both)
        expect(await (await ask(paths.receipt(application.id), { cookie })).text()).toContain(number);
    }
    await allDelivered();
    for (const { lead } of entries) expect(lettersSent(lead.email)).toHaveLength(1);
    const log = await pair.db.selectFrom("event").selectAll().orderBy("sequence").execute();
    expect(brokenLink(log, eventHash, null)).toBe(null);
  }, 60_000);

  test("let a lead hand in no more entries at once than the programme takes", async () => {
    const { call } = await openCall(1);
    for (let turn = 0; turn < 5; turn++) {
      const lead = await given(pair.db).person();
      const cookie = await signIn(lead.id);
      const drafts = [await draft(call, lead), await draft(call, lead)];
      const answers = await Promise.all(
        pair.both.map(({ ask }, place) =>
          ask(paths.submission(drafts[place]?.id ?? ""), { cookie, form: { key: newId() } }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([302, 422]);
    }
    await allDelivered();
  }, 60_000);

  test("do each job once, both working", async () => {
    const seen = new Set<string>();
    const [released, release] = gate();
    // No letter is acknowledged before each process has brought one: none can do all the work.
    pair.mail.beforeAnswer = ({ by }) => {
      seen.add(by);
      if (seen.size === 2) release();
      return released;
    };
    const addresses = Array.from({ length: 30 }, (_, number) => `each${number}@example.test`);
    for (const email of addresses) await post(email);
    await allDelivered();
    pair.mail.beforeAnswer = async () => {};
    for (const email of addresses) expect(lettersSent(email)).toHaveLength(1);
    expect([...seen].sort()).toEqual(["a", "b"]);
    expect(new Set((await jobsOf("letter-delivery")).map((job) => job.attempts))).toEqual(new Set([1]));
  }, 60_000);

  test("send a letter again whose sender was killed before the mail server's answer: twice rather than never, and known as one by its Message-ID", async () => {
    const email = "half@example.test";
    const holder = new Promise<string>((resolve) => {
      pair.mail.beforeAnswer = ({ by, to }) => {
        if (to !== email || lettersSent(email).length > 1) return Promise.resolve();
        resolve(by);
        return new Promise(() => {});
      };
    });
    const letterId = await post(email);
    const [killed, other] = (await holder) === "a" ? [pair.a, pair.b] : [pair.b, pair.a];
    await killed.kill();
    const held = await jobOf(letterId);
    expect(held).toMatchObject({ state: "ready", attempts: 1, leaseOwner: expect.any(String) });
    expect((held.leaseUntil ?? "") > momentOf(Date.now())).toBe(true);

    // As if the lease had run out.
    await pair.db.updateTable("job").set({ leaseUntil: now }).where("id", "=", held.id).execute();
    await expect.poll(async () => (await jobOf(letterId)).state, patience).toBe("done");
    expect((await jobOf(letterId)).attempts).toBe(2);
    const messageId = `<${letterId}@week.test>`;
    expect(lettersSent(email)).toEqual([killed, other].map(({ name: by }) => ({ by, to: email, messageId })));
    const letter = await pair.db.selectFrom("letter").select("state").where("id", "=", letterId).executeTakeFirst();
    expect(letter?.state).toBe("sent");
    await killed.start();
  }, 60_000);

  test("keep one of two stale saves and hand the other back beside it", async () => {
    const { call } = await openCall();
    const lead = await given(pair.db).person();
    const cookie = await signIn(lead.id);
    const { id, version } = await draft(call, lead);
    const texts = ["潮水 begins at dawn", "潮水 ends at dusk"];
    const answers = await Promise.all(
      pair.both.map(({ ask }, place) =>
        ask(paths.form(id, "work"), {
          cookie,
          form: { version: String(version), title_zh: texts[place] ?? "", legal_name: "王小海" },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 409]);
    const won = answers.findIndex(({ status }) => status === 302);
    const page = await answers[1 - won]?.text();
    for (const text of texts) expect(page).toContain(text);
    const stored = await pair.db
      .selectFrom("application")
      .select(["answers", "version"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(stored.version).toBe(version + 1);
    expect(JSON.parse(stored.answers).title_zh).toBe(texts[won]);
  });

  test("lose no word of a review that a juror saves on both at once", async () => {
    const make = given(pair.db);
    const { call, programme } = await openCall();
    const [juror, lead] = [await make.person(), await make.person()];
    await make.role({ personId: juror.id, kind: "juror", programmeId: programme.id });
    const parents = { callId: call.id, definitionId: call.definitionId, leadId: lead.id };
    const entry = await make.application({ ...parents, state: "in_review" });
    const { definitionId } = call;
    const submission = await make.submission({ applicationId: entry.id, definitionId, submittedBy: lead.id });
    const round = await make.round({ callId: call.id, openedAt: now, opensAt: now, closesAt: later(now, DAY) });
    await make.roundEntry({ roundId: round.id, applicationId: entry.id, submissionId: submission.id });
    await make.panelist({ roundId: round.id, personId: juror.id });
    const { id } = await make.assignment({ roundId: round.id, applicationId: entry.id, jurorId: juror.id });
    const cookie = await signIn(juror.id);
    const save = ({ ask }: Process, form: Record<string, string>) =>
      ask(`${paths.review(id)}/draft`, { cookie, form }).then(async (answer) => ({
        status: answer.status,
        said: await answer.json(),
      }));

    const words = ["the light", "the sound"];
    const marks = ["7.5", "8"];
    const first = await Promise.all(
      pair.both.map((one, place) =>
        save(one, { version: "0", privateNote: words[place] ?? "", "mark.s_story": marks[place] ?? "" }),
      ),
    );
    expect(first.map(({ status }) => status).sort()).toEqual([200, 409]);
    const won = first.findIndex(({ status }) => status === 200);
    const loser = pair.both[1 - won] ?? pair.a;
    const { stale } = first[1 - won]?.said ?? {};
    expect(stale).toMatchObject({ version: 1, privateNote: words[won], marks: { s_story: Number(marks[won]) * 100 } });

    const together = { privateNote: words.join("; "), "mark.s_story": marks[won] ?? "" };
    expect((await save(loser, { version: String(stale.version), ...together })).status).toBe(200);
    const reviews = await pair.db.selectFrom("review").select(["privateNote", "version"]).execute();
    expect(reviews).toEqual([{ privateNote: words.join("; "), version: 2 }]);
  });

  async function post(email: string): Promise<string> {
    const letter = verifyEmailLetter("en", { name: "Lin", url: "https://week.test/v/1", hours: 24 });
    const to = { personId: null, email, language: "en" as const };
    const id = await pair.db.transaction().execute((trx) => postLetter(trx, { letter, to, dedupeKey: email, now }));
    if (!id) throw new Error("not posted");
    return id;
  }

  const jobOf = (letterId: string) =>
    pair.db.selectFrom("job").selectAll().where("dedupeKey", "=", letterId).executeTakeFirstOrThrow();
});

/** A film made longer by a box that players pass over. */
function padded(film: Buffer, bytes: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(bytes + 8, 0);
  head.write("free", 4);
  return Buffer.concat([film, head, randomBytes(bytes)]);
}

function gate(): [Promise<void>, () => void] {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return [opened, open];
}
