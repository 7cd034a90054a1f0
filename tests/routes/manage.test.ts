import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listPublishedHonours } from "#app/features/publication/queries.server.ts";
import { DAY, later, momentOf } from "#app/lib/moment.ts";
import { postLetter } from "#app/mail/outbox.server.ts";
import { given, smallWeek } from "#tests/support/builders.ts";
import { type Site, startSite } from "#tests/support/site.ts";

let site: Site;
const now = momentOf(Date.now());
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** A call that is closed, its people, and entries that were handed in. */
async function desk({ entries = 3, state = "submitted" as "submitted" | "in_review" } = {}) {
  const make = given(site.db);
  const { call, programme } = await smallWeek(site.db);
  await site.db
    .updateTable("call")
    .set({ opensAt: later(now, -60 * DAY), closesAt: later(now, -DAY) })
    .where("id", "=", call.id)
    .execute();
  const [manager, chair, stranger, lead, juror] = [
    await make.person(),
    await make.person(),
    await make.person(),
    await make.person({ name: "Lin Hai" }),
    await make.person({ name: "Juror Secret-Name" }),
  ];
  await make.role({ personId: manager.id, kind: "organiser", programmeId: programme.id });
  await make.role({ personId: chair.id, kind: "chair", programmeId: programme.id });
  await make.role({ personId: juror.id, kind: "juror", programmeId: programme.id });
  const round = await make.round({ callId: call.id, code: "r1", openedAt: state === "in_review" ? now : null });
  const applications = [];
  for (let number = 1; number <= entries; number++) {
    const application = await make.application({
      callId: call.id,
      definitionId: call.definitionId,
      leadId: lead.id,
      state,
      title: `潮汐 Tide ${number}`,
      searchText: `潮汐 tide ${number}`,
    });
    const submission = await make.submission({
      applicationId: application.id,
      definitionId: call.definitionId,
      submittedBy: lead.id,
      answers: JSON.stringify({ title_zh: `潮汐 ${number}`, legal_name: "Lin Hai" }),
    });
    if (state === "in_review") {
      await make.roundEntry({ roundId: round.id, applicationId: application.id, submissionId: submission.id });
      const assignment = await make.assignment({ roundId: round.id, applicationId: application.id, jurorId: juror.id });
      await make.review({
        assignmentId: assignment.id,
        verdict: "recommend",
        panelText: "Strong middle.",
        applicantText: `Words for tide ${number}.`,
        marks: { s_story: 100 * (5 + number), s_craft: 800 },
      });
    }
    applications.push({ ...application, submissionId: submission.id });
  }
  const cookies = {
    manager: await site.signIn(manager.id),
    chair: await site.signIn(chair.id),
    stranger: await site.signIn(stranger.id),
    lead: await site.signIn(lead.id),
    juror: await site.signIn(juror.id),
  };
  return { make, call, programme, round, applications, cookies, people: { manager, chair, lead, juror } };
}

const at = (slug: string, rest: string) => `/manage/calls/${slug}/${rest}`;
const text = async (path: string, cookie: string) => (await site.ask(path, { cookie })).text();
const post = (path: string, cookie: string, fields: Record<string, string | string[]>) => {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(name, value);
  return site.ask(path, { method: "POST", cookie, body });
};

describe("the desk of a call", () => {
  test("is there for its organisers, in part for its chairs, and for nobody else", async () => {
    const { call, applications, cookies } = await desk({ state: "in_review" });
    const id = applications[0]?.id ?? "";
    const status = async (path: string, who: keyof typeof cookies) =>
      (await site.ask(path, { cookie: cookies[who] })).status;
    for (const path of ["applications", `applications/${id}`]) {
      expect([path, await status(at(call.slug, path), "manager")]).toEqual([path, 200]);
      for (const who of ["chair", "stranger", "lead", "juror"] as const)
        expect([path, who, await status(at(call.slug, path), who)]).toEqual([path, who, 404]);
    }
    for (const path of ["scores", `scores/${id}`, "decisions"]) {
      for (const who of ["manager", "chair"] as const)
        expect([path, who, await status(at(call.slug, path), who)]).toEqual([path, who, 200]);
      for (const who of ["stranger", "lead", "juror"] as const)
        expect([path, who, await status(at(call.slug, path), who)]).toEqual([path, who, 404]);
    }
    const signedOut = await site.ask(at(call.slug, "scores"));
    expect([signedOut.status, signedOut.headers.get("location")]).toEqual([302, expect.stringContaining("/sign-in")]);
    expect((await site.ask("/manage", { cookie: cookies.stranger })).status).toBe(200);
    expect(await text("/manage", cookies.stranger)).not.toContain(call.slug);
    expect(await text("/manage", cookies.manager)).toContain(call.slug);
  });

  test("never shows a draft's words, nor lets one be opened", async () => {
    const { make, call, cookies, people } = await desk({ entries: 1 });
    const draft = await make.application({
      callId: call.id,
      definitionId: call.definitionId,
      leadId: people.lead.id,
      title: "Unborn whale",
      searchText: "unborn whale",
    });
    const list = await text(at(call.slug, "applications"), cookies.manager);
    expect(list).toContain("潮汐 Tide 1");
    expect(list).not.toContain("Unborn whale");
    expect(await text(at(call.slug, "applications?q=whale"), cookies.manager)).not.toContain(draft.id);
    expect((await site.ask(at(call.slug, `applications/${draft.id}`), { cookie: cookies.manager })).status).toBe(404);
  });

  test("another call's entry is not found under this one", async () => {
    const { call, cookies } = await desk({ entries: 1 });
    const other = await desk({ entries: 1 });
    const foreign = at(call.slug, `applications/${other.applications[0]?.id}`);
    expect((await site.ask(foreign, { cookie: cookies.manager })).status).toBe(404);
    expect((await site.ask(foreign, { cookie: other.cookies.manager })).status).toBe(404);
  });
});

describe("the formal check", () => {
  test("keeps what was typed when it is refused, and passes to the next entry when it is done", async () => {
    const { call, applications, cookies } = await desk({ entries: 2 });
    const [first, second] = applications;
    const path = at(call.slug, `applications/${first?.id}`);
    const submission = first?.submissionId ?? "";
    const refused = await post(path, cookies.manager, { submission, verdict: "reject", reason: " ", until: "" });
    expect(refused.status).toBe(422);
    const none = await post(path, cookies.manager, { submission, reason: "No end credits", until: "" });
    expect(none.status).toBe(422);
    expect(await none.text()).toContain("No end credits");
    const done = await post(path, cookies.manager, { submission, verdict: "pass", reason: "", until: "" });
    expect([done.status, done.headers.get("location")]).toEqual([302, path]);
    const after = await text(path, cookies.manager);
    expect(after).toContain(at(call.slug, `applications/${second?.id}`));
    const again = await post(path, cookies.manager, { submission, verdict: "reject", reason: "late", until: "" });
    expect(again.status).toBe(422);
  });

  test("returns an entry by the clocks of the edition", async () => {
    const { call, applications, cookies } = await desk({ entries: 1 });
    const [entry] = applications;
    const until = later(now, 5 * DAY)
      .slice(0, 11)
      .concat("18:00");
    await post(at(call.slug, `applications/${entry?.id}`), cookies.manager, {
      submission: entry?.submissionId ?? "",
      verdict: "return",
      reason: "The stills are missing.",
      until,
    });
    const { until: stored } = await site.db
      .selectFrom("transition")
      .select("until")
      .where("applicationId", "=", entry?.id ?? "")
      .where("toState", "=", "returned")
      .executeTakeFirstOrThrow();
    expect(stored).toBe(`${until.slice(0, 11)}10:00:00.000Z`);
  });
});

describe("a round that ends", () => {
  test("is read, decided and published, and only then told to the applicant, without a juror's name", async () => {
    const { call, programme, round, applications, cookies } = await desk({ state: "in_review" });
    const [first, second, third] = applications;
    const scores = await text(at(call.slug, "scores"), cookies.chair);
    expect(scores.indexOf("潮汐 Tide 3")).toBeLessThan(scores.indexOf("潮汐 Tide 1"));
    expect(scores).toContain("80.0");
    const one = await text(at(call.slug, `scores/${first?.id}`), cookies.chair);
    expect(one).toContain("Juror Secret-Name");
    expect(one).toContain("Strong middle.");

    const path = at(call.slug, "decisions");
    const record = { intent: "record", outcome: "advance", entry: [`${third?.id}:0`], reason: "" };
    expect((await post(path, cookies.chair, record)).status).toBe(422);
    await site.db.updateTable("round").set({ closedAt: now }).where("id", "=", round.id).execute();
    expect((await post(path, cookies.chair, record)).status).toBe(302);
    expect((await post(path, cookies.manager, record)).status).toBe(409);
    const rest = [`${first?.id}:0`, `${second?.id}:0`];
    const nothing = await post(path, cookies.manager, { intent: "record", outcome: "decline", reason: "Typed words" });
    expect(nothing.status).toBe(422);
    expect(await nothing.text()).toContain("Typed words");
    await post(path, cookies.manager, { intent: "record", outcome: "decline", entry: rest, reason: "" });
    const honour = {
      intent: "honour",
      application: third?.id ?? "",
      awardId: "sl_short_of_year",
      citationZh: "潮声如诗。",
    };
    expect((await post(path, cookies.manager, { ...honour, citationEn: "" })).status).toBe(422);
    expect((await post(path, cookies.manager, { ...honour, citationEn: "A tide of its own." })).status).toBe(302);

    const mine = `/applications/${third?.id}`;
    const before = await text(mine, cookies.lead);
    expect(before).not.toContain("Words for tide 3.");
    expect(before).not.toContain("A tide of its own.");

    const numbers = { advance: "1", reserve: "0", decline: "2", honours: "1" };
    expect((await post(path, cookies.manager, { intent: "publish", ...numbers })).status).toBe(422);
    expect((await post(path, cookies.chair, { intent: "publish", ...numbers, sure: "on" })).status).toBe(403);
    expect((await post(path, cookies.manager, { intent: "publish", ...numbers, sure: "on" })).status).toBe(302);
    const after = await text(mine, cookies.lead);
    expect(after).toContain("Words for tide 3.");
    expect(after).toContain("A tide of its own.");
    expect(after).not.toContain("Secret-Name");
    expect(after).not.toContain("Strong middle.");
    expect(await listPublishedHonours(site.db, programme.editionId)).toMatchObject([{ title: "潮汐 Tide 3" }]);
  });

  test("shows a juror who chairs nothing of what they still owe, and an entrant nothing at all", async () => {
    const { make, call, round, programme, applications, cookies, people } = await desk({ state: "in_review" });
    const own = applications[0]?.id ?? "";
    await make.assignment({ roundId: round.id, applicationId: own, jurorId: people.chair.id });
    expect(await text(at(call.slug, "scores"), cookies.chair)).not.toContain("潮汐 Tide 1");
    expect((await site.ask(at(call.slug, `scores/${own}?round=r1`), { cookie: cookies.chair })).status).toBe(404);
    await make.role({ personId: people.lead.id, kind: "organiser", programmeId: programme.id });
    const entrant = await site.signIn(people.lead.id);
    for (const page of ["scores", "decisions"]) {
      const seen = await text(at(call.slug, page), entrant);
      expect(seen).not.toContain("潮汐");
      expect(seen).not.toContain("80.0");
    }
  });
});

describe("letters and the log", () => {
  test("show a call's letters to its organisers, who may try a failed one again", async () => {
    const { call, programme, applications, cookies, people } = await desk({ entries: 1 });
    const letterId = await site.db.transaction().execute((trx) =>
      postLetter(trx, {
        letter: { kind: "receipt", subject: "Receipt for tide", text: "Word for word", html: "" },
        to: { personId: people.lead.id, email: people.lead.email, language: "en" },
        dedupeKey: `receipt:${applications[0]?.id}`,
        programmeId: programme.id,
        applicationId: applications[0]?.id ?? "",
        hold: true,
        now,
      }),
    );
    await site.db.updateTable("letter").set({ state: "failed", lastError: "550 no such box" }).execute();
    const path = at(call.slug, "messages");
    const failed = await text(`${path}?state=failed`, cookies.manager);
    expect(failed).toContain("Receipt for tide");
    expect(failed).toContain("550 no such box");
    expect(await text(`${path}/${letterId}`, cookies.manager)).toContain("Word for word");
    for (const who of ["chair", "lead", "stranger"] as const)
      expect((await site.ask(`${path}/${letterId}`, { cookie: cookies[who] })).status).toBe(404);
    expect((await post(path, cookies.manager, { letter: letterId ?? "" })).status).toBe(302);
    const stored = site.db
      .selectFrom("letter")
      .select("state")
      .where("id", "=", letterId ?? "");
    expect((await stored.executeTakeFirstOrThrow()).state).not.toBe("failed");
    expect((await post(path, cookies.manager, { letter: "unknown" })).status).toBe(404);
  });

  test("tell an organiser what happened in their programme, and nothing of the jury to one with an entry there", async () => {
    const { make, call, programme, round, applications, cookies } = await desk({ state: "in_review" });
    await site.db.updateTable("round").set({ closedAt: now }).where("id", "=", round.id).execute();
    const entry = [`${applications[0]?.id}:0`];
    await post(at(call.slug, "decisions"), cookies.manager, {
      intent: "record",
      outcome: "advance",
      entry,
      reason: "",
    });
    expect(await text("/manage/audit", cookies.manager)).toContain("Decision recorded");
    const entrant = await make.person();
    await make.role({ personId: entrant.id, kind: "organiser", programmeId: programme.id });
    await make.application({
      callId: call.id,
      definitionId: call.definitionId,
      leadId: entrant.id,
      state: "submitted",
    });
    expect(await text("/manage/audit", await site.signIn(entrant.id))).not.toContain("Decision recorded");
    const other = await desk({ entries: 1 });
    expect(await text("/manage/audit", other.cookies.manager)).not.toContain("Decision recorded");
    for (const who of ["chair", "lead", "stranger"] as const)
      expect((await site.ask("/manage/audit", { cookie: cookies[who] })).status).toBe(404);
  });
});
