import { afterAll, beforeAll, expect, test } from "vitest";
import { parseMoment } from "#app/lib/moment.ts";
import { type Site, startSite } from "#tests/support/site.ts";

let site: Site;
// Every film and deck of the demo is read and verified as anybody's would be.
beforeAll(async () => {
  site = await startSite({ DEMO: "1" });
}, 240_000);
afterAll(() => site.close());

const signIn = async (email: string) => {
  const { id } = await site.db.selectFrom("person").select("id").where("email", "=", email).executeTakeFirstOrThrow();
  return site.signIn(id);
};
const page = async (path: string, email?: string) => {
  const answer = await site.ask(path, email ? { cookie: await signIn(email) } : {});
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
};
const zh = (path: string) =>
  site.ask(path, { headers: { "Accept-Language": "zh-CN" } }).then((answer) => answer.text());

test("the demo has open calls in both programmes, with drafts and submissions", async () => {
  const rows = await site.db
    .selectFrom("application")
    .innerJoin("call", "call.id", "application.callId")
    .innerJoin("programme", "programme.id", "call.programmeId")
    .select(["programme.slug", "application.state", "call.closesAt"])
    .execute();
  const now = parseMoment(new Date().toISOString());
  for (const slug of ["golden-key", "sea-level"]) {
    const states = rows.filter((row) => row.slug === slug && row.closesAt > now).map((row) => row.state);
    expect(states).toEqual(expect.arrayContaining(["draft", "submitted"]));
  }
  expect(rows.map((row) => row.state)).toEqual(
    expect.arrayContaining(["returned", "in_review", "rejected", "withdrawn", "honoured", "reserve", "not_advanced"]),
  );
});

test("a round is in progress with six jurors, some reviews sent, some begun, some waiting", async () => {
  const pile = await page("/jury", "juror1@tidemark.test");
  expect(pile).toContain("短片");
  const work = await site.db
    .selectFrom("assignment")
    .innerJoin("round", "round.id", "assignment.roundId")
    .leftJoin("review", "review.assignmentId", "assignment.id")
    .select(["assignment.jurorId", "review.savedAt", "review.sentAt"])
    .where("round.closedAt", "is", null)
    .execute();
  expect(new Set(work.map((one) => one.jurorId)).size).toBe(6);
  const states = work.map(({ savedAt, sentAt }) => (sentAt ? "sent" : savedAt ? "begun" : "waiting"));
  expect(new Set(states)).toEqual(new Set(["sent", "begun", "waiting"]));
});

test("one call is published: the public reads its honours, its founder the outcome", async () => {
  expect(await zh("/results")).toContain("澜影虚拟制片");
  const { id } = await site.db
    .selectFrom("application")
    .innerJoin("person", "person.id", "application.leadId")
    .select("application.id")
    .where("person.email", "=", "startup@tidemark.test")
    .where("application.state", "=", "honoured")
    .executeTakeFirstOrThrow();
  expect(await page(`/applications/${id}`, "startup@tidemark.test")).toContain("把影棚带到剧组身边");
});

test("its media are real: a film with its length and picture, decks with their pages", async () => {
  const files = await site.db.selectFrom("file").select(["format", "state", "facts", "id"]).execute();
  expect(new Set(files.map((file) => file.state))).toEqual(new Set(["ready"]));
  const film = files.find((file) => file.format === "mp4");
  expect(JSON.parse(film?.facts ?? "{}")).toMatchObject({ height: 1080, codec: "h264" });
  expect(files.some((file) => file.format === "pdf" && JSON.parse(file.facts).pages === 7)).toBe(true);
});

test("every account of the demo signs in with the password that is printed", async () => {
  for (const name of ["admin", "manager", "chair", "juror1", "juror6", "filmmaker", "startup"]) {
    const body = new URLSearchParams({ email: `${name}@tidemark.test`, password: "golden-key-and-sea-level" });
    const answer = await site.ask("/sign-in", { method: "POST", body });
    expect([name, answer.status]).toEqual([name, 302]);
  }
});
