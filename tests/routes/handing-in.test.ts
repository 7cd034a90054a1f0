import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAnswers } from "#app/features/application/queries.server.ts";
import { brokenLink } from "#app/features/event/chain.ts";
import { openManifest } from "#app/features/submission/manifest.ts";
import { canonicalText } from "#app/features/submission/seal.ts";
import { eventHash } from "#app/lib/events.server.ts";
import { DAY, later, momentOf } from "#app/lib/moment.ts";
import { given, smallWeek } from "#tests/support/builders.ts";
import { emptyPostgres } from "#tests/support/databases.ts";
import { type Site, startSite } from "#tests/support/site.ts";

const engines = process.env.TEST_POSTGRES_URL || process.env.CI ? ["sqlite", "postgres"] : ["sqlite"];

describe.each(engines)("handing in on %s", (engine) => {
  let site: Site;
  let drop = async () => {};
  const now = momentOf(Date.now());

  beforeAll(async () => {
    const environment: Record<string, string> = {};
    if (engine === "postgres") {
      const postgres = await emptyPostgres();
      drop = postgres.drop;
      environment.DATABASE_URL = postgres.url;
    }
    site = await startSite(environment);
  }, 120_000);
  afterAll(async () => {
    await site.close();
    await drop();
  });

  /** A draft that lacks nothing in a call that is open, its lead signed in. */
  async function ready() {
    const make = given(site.db);
    const { programme } = await smallWeek(site.db);
    const times = { opensAt: later(now, -DAY), closesAt: later(now, DAY) };
    const call = await make.call({ programmeId: programme.id, ...times });
    const lead = await make.person({ name: "王小海" });
    const answers = { title_zh: "潮水 <b>&", legal_name: "王小海" };
    const application = await make.application({
      callId: call.id,
      definitionId: call.definitionId,
      leadId: lead.id,
      title: answers.title_zh,
      answers: JSON.stringify(answers),
    });
    await make.file({ applicationId: application.id, uploadedBy: lead.id, facts: '{"seconds":600}' });
    const cookie = await site.signIn(lead.id);
    const at = `/applications/${application.id}`;
    const handIn = (key: string) =>
      site.ask(`${at}/submission`, { method: "POST", cookie, body: new URLSearchParams({ key }) });
    return { call, lead, application, cookie, at, handIn };
  }

  /** Everything that handing in writes. */
  async function written(applicationId: string) {
    const of = (table: "submission" | "transition" | "letter") =>
      site.db.selectFrom(table).selectAll().where("applicationId", "=", applicationId).execute();
    const application = await site.db
      .selectFrom("application")
      .selectAll()
      .where("id", "=", applicationId)
      .executeTakeFirstOrThrow();
    const call = await site.db
      .selectFrom("call")
      .select("lastSerial")
      .where("id", "=", application.callId)
      .executeTakeFirstOrThrow();
    const submissions = await site.db
      .selectFrom("submission")
      .selectAll()
      .where("applicationId", "=", applicationId)
      .execute();
    return {
      application,
      submissions,
      counts: {
        submissions: submissions.length,
        transitions: (await of("transition")).length,
        letters: (await of("letter")).length,
        events: (
          await site.db
            .selectFrom("event")
            .select("id")
            .where("subjectId", "=", applicationId)
            .where("action", "=", "application.submitted")
            .execute()
        ).length,
        serial: call.lastSerial,
      },
    };
  }

  const nothing = { submissions: 0, transitions: 0, letters: 0, events: 0, serial: 0 };
  const whole = { submissions: 1, transitions: 1, letters: 1, events: 1, serial: 1 };

  test.each([
    ["submit-numbered", nothing],
    ["submit-sealed", nothing],
    ["submit-standing", nothing],
    ["submit-moved", nothing],
    ["submit-recorded", nothing],
    ["submit-posted", nothing],
    ["submit-committed", whole],
  ])(
    "cut off at %s leaves no submission or a whole one, and sending it again makes it one",
    async (point, left) => {
      const { application, at, cookie, handIn } = await ready();
      await site.restart({ FAILPOINT: point, REHEARSAL: "1" });
      await expect(handIn(`once ${application.id}`)).rejects.toThrow();
      await site.restart();

      const after = await written(application.id);
      expect(after.counts).toEqual(left);
      expect([after.application.state, after.application.code === null]).toEqual(
        left === whole ? ["submitted", false] : ["draft", true],
      );
      expect(after.application.answers).toBe(application.answers);

      const again = await handIn(`once ${application.id}`);
      expect([again.status, again.headers.get("location")]).toEqual([302, `${at}/receipt`]);
      const { counts, submissions } = await written(application.id);
      expect(counts).toEqual(whole);
      const [sealed] = submissions;
      const receipt = await (await site.ask(`${at}/receipt`, { cookie })).text();
      expect(receipt).toContain(sealed?.receiptNumber);
      expect(receipt).toContain(sealed?.hash);
      const letter = await site.db
        .selectFrom("letter")
        .select("text")
        .where("applicationId", "=", application.id)
        .executeTakeFirstOrThrow();
      expect(letter.text).toContain(sealed?.receiptNumber);
      const text = canonicalText({
        code: (await written(application.id)).application.code ?? "",
        number: 1,
        answers: openAnswers(sealed?.answers ?? ""),
        files: openManifest(sealed?.manifest ?? ""),
      });
      expect(createHash("sha256").update(text).digest("hex")).toBe(sealed?.hash);
      const lines = await site.db.selectFrom("event").selectAll().orderBy("sequence").execute();
      expect(brokenLink(lines, eventHash, null)).toBe(null);
    },
    60_000,
  );

  test("many times at once, after a lost reply and the next day is one submission with equal answers", async () => {
    const { application, at, call, handIn } = await ready();
    const answers = await Promise.all(Array.from({ length: 50 }, () => handIn(`double ${application.id}`)));
    expect(new Set(answers.map((one) => `${one.status} ${one.headers.get("location")}`))).toEqual(
      new Set([`302 ${at}/receipt`]),
    );
    await site.db
      .updateTable("call")
      .set({ closesAt: later(now, -1) })
      .where("id", "=", call.id)
      .execute();
    expect((await handIn(`double ${application.id}`)).headers.get("location")).toBe(`${at}/receipt`);
    expect((await handIn("another")).status).toBe(403);
    const other = await ready();
    expect((await other.handIn(`double ${application.id}`)).status).toBe(422);
    expect((await written(application.id)).counts).toEqual(whole);
  }, 60_000);
});

test("production does not start with a failpoint outside a rehearsal", async () => {
  await expect(startSite({ FAILPOINT: "submit-sealed" })).rejects.toThrow("FAILPOINT");
});
