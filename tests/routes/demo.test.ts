import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { momentOf } from "#app/lib/moment.ts";
import { emptyPostgres } from "#tests/support/databases.ts";
import { type Site, startSite } from "#tests/support/site.ts";

const engines = process.env.TEST_POSTGRES_URL || process.env.CI ? ["sqlite", "postgres"] : ["sqlite"];

describe.each(engines)("the demo on %s", (engine) => {
  let site: Site;
  let drop = async () => {};
  // Every film and deck of the demo is read and verified as anybody's would be.
  beforeAll(async () => {
    const environment: Record<string, string> = { DEMO: "1" };
    if (engine === "postgres") {
      const postgres = await emptyPostgres();
      drop = postgres.drop;
      environment.DATABASE_URL = postgres.url;
    }
    site = await startSite(environment);
  }, 400_000);
  afterAll(async () => {
    await site.close();
    await drop();
  });

  const idOf = async (email: string) => {
    const { id } = await site.db.selectFrom("person").select("id").where("email", "=", email).executeTakeFirstOrThrow();
    return id;
  };
  const page = async (path: string, email?: string) => {
    const answer = await site.ask(path, email ? { cookie: await site.signIn(await idOf(email)) } : {});
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.text();
  };
  const entriesOf = (email: string) =>
    site.db
      .selectFrom("application")
      .innerJoin("person", "person.id", "application.leadId")
      .innerJoin("call", "call.id", "application.callId")
      .select(["application.id", "application.state", "call.code", "call.closesAt"])
      .where("person.email", "=", email)
      .orderBy("call.code")
      .execute();

  test("has open calls in both programmes, with drafts and submissions, and every other state", async () => {
    const rows = await site.db
      .selectFrom("application")
      .innerJoin("call", "call.id", "application.callId")
      .innerJoin("programme", "programme.id", "call.programmeId")
      .select(["programme.slug", "application.state", "call.closesAt", "call.code"])
      .execute();
    const now = momentOf(Date.now());
    for (const slug of ["golden-key", "sea-level"]) {
      const open = rows.filter((row) => row.slug === slug && row.closesAt > now);
      expect(open.map((row) => row.state)).toEqual(expect.arrayContaining(["draft", "submitted"]));
      expect(new Set(open.map((row) => row.code)).size).toBeGreaterThan(1);
    }
    expect(rows.length).toBeGreaterThan(30);
    const states = [
      "returned",
      "eligible",
      "in_review",
      "rejected",
      "withdrawn",
      "honoured",
      "reserve",
      "not_advanced",
    ];
    expect(rows.map((row) => row.state)).toEqual(expect.arrayContaining(states));
  });

  test("has a round in progress with six jurors, some reviews sent, some begun, some waiting", async () => {
    expect(await page("/jury", "juror1@tidemark.test")).toContain("短片");
    const work = await site.db
      .selectFrom("assignment")
      .innerJoin("round", "round.id", "assignment.roundId")
      .leftJoin("review", "review.assignmentId", "assignment.id")
      .leftJoin("recusal", "recusal.assignmentId", "assignment.id")
      .select(["assignment.jurorId", "review.savedAt", "review.sentAt", "recusal.reason"])
      .where("round.openedAt", "is not", null)
      .where("round.closedAt", "is", null)
      .execute();
    expect(new Set(work.map((one) => one.jurorId)).size).toBe(6);
    const states = work.map(({ savedAt, sentAt, reason }) =>
      reason ? "recused" : sentAt ? "sent" : savedAt ? "begun" : "waiting",
    );
    expect(new Set(states)).toEqual(new Set(["sent", "begun", "waiting", "recused"]));
    const conflicts = await site.db.selectFrom("conflict").select("id").where("liftedAt", "is", null).execute();
    expect(conflicts).toHaveLength(4);
  });

  test("has nobody on the jury's side who leads or shares an entry", async () => {
    const judging = await site.db
      .selectFrom("teamMember")
      .innerJoin("role", "role.personId", "teamMember.personId")
      .select("teamMember.personId")
      .where("role.kind", "in", ["juror", "chair", "organiser", "administrator"])
      .execute();
    expect(judging).toEqual([]);
  });

  test("has published a call: the public reads its honours, a maker the outcome and the words meant for them", async () => {
    const zh = await site.ask("/results", { headers: { "Accept-Language": "zh-CN" } });
    expect(await zh.text()).toContain("守灯人的收音机");
    const honoured = (await entriesOf("filmmaker@tidemark.test")).find(({ state }) => state === "honoured");
    const outcome = await page(`/applications/${honoured?.id}`, "filmmaker@tidemark.test");
    expect(outcome).toContain("它知道声音比画面走得更远");
    const words = await site.db
      .selectFrom("review")
      .innerJoin("assignment", "assignment.id", "review.assignmentId")
      .select(["assignment.roundId", "assignment.applicationId", "review.applicantText"])
      .where("review.sentAt", "is not", null)
      .execute();
    const said = words.map((one) => Object.values(one).join(" "));
    expect(new Set(said).size).toBe(said.length);
  });

  test("gives the film-maker and the start-up something in every stage, and a draft they can still hand in", async () => {
    const film = await entriesOf("filmmaker@tidemark.test");
    expect(film.map(({ code, state }) => [code, state])).toEqual([
      ["GK-F", "honoured"],
      ["SL-M", "draft"],
      ["SL-S", "in_review"],
    ]);
    const startup = await entriesOf("startup@tidemark.test");
    expect(startup.map(({ code, state }) => [code, state])).toEqual([
      ["GK-V", "draft"],
      ["SL-M", "submitted"],
    ]);
    const limits = await site.db.selectFrom("programme").select(["slug", "maxEntriesPerLead"]).execute();
    expect(limits).toEqual(expect.arrayContaining([{ slug: "sea-level", maxEntriesPerLead: 2 }]));
  });

  test("has media that are real: films with their length and picture, decks with their pages", async () => {
    const files = await site.db.selectFrom("file").select(["format", "state", "facts", "verifiedAt"]).execute();
    expect(new Set(files.map((file) => file.state))).toEqual(new Set(["ready"]));
    const factsOf = (format: string) =>
      files.filter((file) => file.format === format).map((file) => JSON.parse(file.facts));
    for (const film of factsOf("mp4")) {
      expect(film.codec).toBe("h264");
      expect(film.seconds).toBeGreaterThanOrEqual(60);
    }
    expect(new Set(factsOf("mp4").map(({ height }) => height))).toEqual(new Set([804, 1080, 1920]));
    const pages = factsOf("pdf").map((paper) => paper.pages);
    expect(pages).toEqual(expect.arrayContaining([7, 8, 9]));
  });

  test("has a receipt for everything handed in, sealed after its files were verified, and its letters delivered", async () => {
    const sealed = await site.db
      .selectFrom("submission")
      .innerJoin("file", "file.applicationId", "submission.applicationId")
      .select(["submission.receiptNumber", "submission.createdAt", "file.verifiedAt"])
      .execute();
    expect(sealed.length).toBeGreaterThan(60);
    expect(sealed.filter(({ verifiedAt, createdAt }) => !verifiedAt || verifiedAt > createdAt)).toEqual([]);
    const handedIn = await site.db
      .selectFrom("application")
      .leftJoin("submission", "submission.id", "application.submissionId")
      .select(["application.id", "submission.receiptNumber"])
      .where("application.state", "!=", "draft")
      .execute();
    expect(handedIn.filter(({ receiptNumber }) => !receiptNumber)).toEqual([]);
    const letters = await site.db.selectFrom("letter").select(["kind", "state"]).execute();
    expect(new Set(letters.map(({ state }) => state))).toEqual(new Set(["sent"]));
    const kinds = ["verify-email", "receipt", "returned-for-correction", "outcome", "invitation"];
    expect(letters.map(({ kind }) => kind)).toEqual(expect.arrayContaining(kinds));
  });

  test("has a log in the order of time", async () => {
    const log = await site.db.selectFrom("event").select("createdAt").orderBy("sequence").execute();
    const moments = log.map(({ createdAt }) => createdAt);
    const day = (moment: string) => moment.slice(0, 10);
    expect(moments.map(day)).toEqual(moments.map(day).toSorted());
  });

  test("lets every account it prints sign in, and keeps strangers from each other's entries", async () => {
    for (const name of ["admin", "manager", "chair", "juror1", "juror2", "juror6", "filmmaker", "startup"]) {
      const body = new URLSearchParams({ email: `${name}@tidemark.test`, password: "golden-key-and-sea-level" });
      const answer = await site.ask("/sign-in", { method: "POST", body });
      expect([name, answer.status]).toEqual([name, 302]);
    }
    const [own] = await entriesOf("filmmaker@tidemark.test");
    const cookie = await site.signIn(await idOf("du.jian@shore.test"));
    expect((await site.ask(`/applications/${own?.id}`, { cookie })).status).toBe(404);
    expect((await site.ask(`/applications/${randomUUID()}`, { cookie })).status).toBe(404);
  });

  test("started again keeps what was done in it", async () => {
    const count = async () => (await site.db.selectFrom("event").select("id").execute()).length;
    const before = await count();
    await site.restart();
    expect(await count()).toBe(before);
  }, 120_000);
});
