import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY, later, momentOf } from "#app/lib/moment.ts";
import { paths } from "#app/lib/paths.ts";
import { given, smallWeek } from "#tests/support/builders.ts";
import { type Site, startSite } from "#tests/support/site.ts";

let site: Site;
let assignmentId: string;
let roundId: string;
const cookies = { juror: "", other: "", applicant: "" };
beforeAll(async () => {
  site = await startSite();
  const make = given(site.db);
  const now = momentOf(Date.now());
  const { call, programme } = await smallWeek(site.db);
  const [juror, other, lead] = [await make.person(), await make.person(), await make.person()];
  for (const one of [juror, other]) await make.role({ personId: one.id, kind: "juror", programmeId: programme.id });
  const entry = await make.application({
    ...{ callId: call.id, definitionId: call.definitionId, leadId: lead.id, state: "in_review" },
  });
  const submission = await make.submission({
    ...{ applicationId: entry.id, definitionId: call.definitionId, submittedBy: lead.id },
  });
  const round = await make.round({ callId: call.id, openedAt: now, opensAt: now, closesAt: later(now, DAY) });
  await make.roundEntry({ roundId: round.id, applicationId: entry.id, submissionId: submission.id });
  for (const one of [juror, other]) await make.panelist({ roundId: round.id, personId: one.id });
  assignmentId = (await make.assignment({ roundId: round.id, applicationId: entry.id, jurorId: juror.id })).id;
  roundId = round.id;
  cookies.juror = await site.signIn(juror.id);
  cookies.other = await site.signIn(other.id);
  cookies.applicant = await site.signIn(lead.id);
});
afterAll(() => site.close());

const save = (id: string, cookie: string, written: Record<string, string>) =>
  site.ask(`${paths.review(id)}/draft`, {
    method: "POST",
    cookie,
    headers: { Accept: "application/json" },
    body: new URLSearchParams(written),
  });

test("a juror's words are kept as they go, and a stale tab gets what stands", async () => {
  const first = await save(assignmentId, cookies.juror, { version: "0", privateNote: "the light, the light" });
  expect([first.status, await first.json()]).toMatchObject([200, { version: 1, sentAt: null, problems: [] }]);
  const stale = await save(assignmentId, cookies.juror, { version: "0", privateNote: "another tab" });
  expect([stale.status, await stale.json()]).toMatchObject([
    409,
    { stale: { version: 1, privateNote: "the light, the light" } },
  ]);
});

test("strangers and applicants hear the same as for an assignment that is not there", async () => {
  const words = { version: "0", privateNote: "x" };
  const answers = await Promise.all(
    [
      [assignmentId, cookies.other],
      [assignmentId, cookies.applicant],
      ["unknown", cookies.juror],
    ].map(async ([id = "", cookie = ""]) => {
      const answer = await save(id, cookie, words);
      return [answer.status, await answer.text()];
    }),
  );
  expect(answers).toEqual([
    [404, "null"],
    [404, "null"],
    [404, "null"],
  ]);
});

test("whoever is signed out is told so, and foreign pages are turned away", async () => {
  expect((await save(assignmentId, "", { version: "1" })).status).toBe(401);
  const foreign = await site.ask(`${paths.review(assignmentId)}/draft`, {
    ...{ method: "POST", cookie: cookies.juror, body: new URLSearchParams({ version: "1" }) },
    headers: { Origin: "https://elsewhere.example", "Sec-Fetch-Site": "cross-site" },
  });
  expect(foreign.status).toBe(403);
});

test("too much at once and what is no form are refused in words a script can read", async () => {
  expect((await save(assignmentId, cookies.juror, { privateNote: "a".repeat(3 * 1024 * 1024) })).status).toBe(413);
  const noForm = await site.ask(`${paths.review(assignmentId)}/draft`, {
    ...{ method: "POST", cookie: cookies.juror, body: "{}" },
    headers: { Accept: "application/json", "Content-Type": "application/json" },
  });
  expect(noForm.status).toBe(400);
});

test("a round that has ended keeps nothing more", async () => {
  const now = momentOf(Date.now());
  await site.db.updateTable("round").set({ closedAt: now }).where("id", "=", roundId).execute();
  const late = await save(assignmentId, cookies.juror, { version: "1", privateNote: "late" });
  expect([403, 422]).toContain(late.status);
  const kept = await site.db.selectFrom("review").select("privateNote").executeTakeFirstOrThrow();
  expect(kept.privateNote).toBe("the light, the light");
});
