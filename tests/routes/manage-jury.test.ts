import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY, later, momentOf } from "#app/lib/moment.ts";
import { given, smallWeek } from "#tests/support/builders.ts";
import { type Site, startSite } from "#tests/support/site.ts";

let site: Site;
const now = momentOf(Date.now());
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** A closed call with entries that passed the formal check, jurors of the programme, and one organiser. */
async function world({ entries = 3, jurors = 3 } = {}) {
  const make = given(site.db);
  const { call, programme } = await smallWeek(site.db);
  await site.db
    .updateTable("call")
    .set({ opensAt: later(now, -60 * DAY), closesAt: later(now, -DAY) })
    .where("id", "=", call.id)
    .execute();
  const manager = await make.person();
  await make.role({ personId: manager.id, kind: "organiser", programmeId: programme.id });
  const round = await make.round({ callId: call.id, code: "r1", closesAt: later(now, 20 * DAY) });
  const applications = [];
  for (let number = 1; number <= entries; number++) {
    const lead = await make.person();
    const application = await make.application({
      callId: call.id,
      definitionId: call.definitionId,
      leadId: lead.id,
      state: "eligible",
      title: `Reef ${number}`,
      code: `${call.code}-${call.id.slice(-6)}-${number}`,
    });
    await make.submission({
      applicationId: application.id,
      definitionId: call.definitionId,
      submittedBy: lead.id,
    });
    applications.push(application);
  }
  const people = [];
  for (let number = 1; number <= jurors; number++) {
    const person = await make.person({ name: `Juror ${number}` });
    await make.role({ personId: person.id, kind: "juror", programmeId: programme.id });
    people.push(person);
  }
  const cookie = await site.signIn(manager.id);
  const at = (rest: string) => `/manage/calls/${call.slug}/${rest}`;
  const text = async (rest: string) => (await site.ask(at(rest), { cookie })).text();
  const post = (rest: string, fields: Record<string, string>) =>
    site.ask(at(rest), { method: "POST", cookie, body: new URLSearchParams(fields) });
  return { make, call, programme, manager, round, applications, people, at, text, post };
}

const count = async (table: "assignment" | "panelist" | "conflict" | "invitation", roundOrCall: object) => {
  const rows = await site.db.selectFrom(table).selectAll().execute();
  return rows.filter((row) => Object.entries(roundOrCall).every(([key, value]) => Reflect.get(row, key) === value))
    .length;
};

test("a round goes from preparation to its end on the organisers' pages", async () => {
  const { round, applications, people, manager, text, post } = await world();
  expect(await text("rounds")).toContain("Not open yet");
  for (const person of people)
    expect((await post("panel?round=r1", { intent: "add", person: person.id, maxLoad: "40" })).status).toBe(302);
  const again = await post("panel?round=r1", { intent: "add", person: people[0]?.id ?? "", maxLoad: "40" });
  expect([again.status, (await again.text()).includes("on the panel already")]).toEqual([422, true]);

  const early = await post("rounds/r1", { intent: "open", closesAt: "2020-01-01T10:00" });
  expect([early.status, (await early.text()).includes("2020-01-01T10:00")]).toEqual([422, true]);
  expect((await post("rounds/r1", { intent: "open", closesAt: "" })).status).toBe(302);
  expect((await post("rounds/r1", { intent: "open", closesAt: "" })).status).toBe(422);

  const code = applications[0]?.code ?? "";
  const conflict = { intent: "conflict", juror: people[0]?.id ?? "", kind: "other_personal", note: "" };
  expect((await post("panel?round=r1", { ...conflict, code: "NO-SUCH" })).status).toBe(422);
  expect((await post("panel?round=r1", { ...conflict, code })).status).toBe(302);
  expect(await text("panel?round=r1")).toContain(code);
  const look = await text(`panel?round=r1&juror=${people[1]?.id}&entry=${code}`);
  expect(look).toMatch(
    new RegExp(`<input[^>]*name="code"[^>]*value="${code}"|<input[^>]*value="${code}"[^>]*name="code"`),
  );

  const preview = await text("assignments?round=r1&seed=1");
  expect(preview).toContain("6 new, 0 taken back");
  expect(await count("assignment", { roundId: round.id })).toBe(0);
  const fingerprint = /name="fingerprint" value="([0-9a-f]{64})"/.exec(preview)?.[1] ?? "";
  const plan = { intent: "apply", seed: "1", fingerprint };
  expect((await post("assignments?round=r1", plan)).status).toBe(302);
  expect((await post("assignments?round=r1", plan)).status).toBe(422);
  expect(await count("assignment", { roundId: round.id })).toBe(6);
  const given = await site.db.selectFrom("assignment").selectAll().where("roundId", "=", round.id).execute();
  expect(given.some((one) => one.jurorId === people[0]?.id && one.applicationId === applications[0]?.id)).toBe(false);

  const barred = { intent: "add", code, juror: people[0]?.id ?? "" };
  expect((await post("assignments?round=r1", barred)).status).toBe(422);
  const [first] = given;
  expect((await post("assignments?round=r1", { intent: "remove", assignment: first?.id ?? "" })).status).toBe(302);
  const back = {
    intent: "add",
    code: applications.find(({ id }) => id === first?.applicationId)?.code ?? "",
    juror: first?.jurorId ?? "",
  };
  expect((await post("assignments?round=r1", back)).status).toBe(302);

  const page = await text("rounds/r1");
  expect(page).toContain("0 of 6 reviews sent");
  expect((await post("rounds/r1", { intent: "close", unsent: "0" })).status).toBe(422);
  expect((await post("rounds/r1", { intent: "close", unsent: "6" })).status).toBe(302);
  expect(await text("rounds/r1")).toContain("This round is closed");
  expect((await post("assignments?round=r1", back)).status).toBe(422);
  const actions = await site.db.selectFrom("event").select("action").where("actorId", "=", manager.id).execute();
  expect(actions.map((one) => one.action)).toEqual(
    expect.arrayContaining(["round.opened", "round.closed", "conflict.set"]),
  );
});

test("an open round is given more time, other readings and its jurors other limits, and says how far it is", async () => {
  const { make, round, applications, people, text, post } = await world({ entries: 2, jurors: 1 });
  const add = { intent: "add", person: people[0]?.id ?? "", maxLoad: "1" };
  expect((await post("panel?round=r1", add)).status).toBe(302);
  expect(await text("rounds")).toContain("2 entries would come in now.");
  const until = `${later(now, 5 * DAY).slice(0, 10)}T23:59`;
  const odd = await post("rounds/r1", { intent: "open", closesAt: "soon" });
  expect([odd.status, (await odd.text()).includes("Say until when")]).toEqual([422, true]);
  const open = { intent: "open", closesAt: until, reviewsPerEntry: "1" };
  expect((await post("rounds/r1", { ...open, reviewsPerEntry: "0" })).status).toBe(422);
  expect((await post("rounds/r1", open)).status).toBe(302);
  const stands = () =>
    site.db.selectFrom("round").select(["closesAt", "reviewsPerEntry"]).where("id", "=", round.id).executeTakeFirst();
  expect(await stands()).toEqual({ closesAt: `${until.slice(0, 10)}T15:59:59.000Z`, reviewsPerEntry: 1 });

  expect(await text("assignments?round=r1&seed=1")).toContain("1 entry cannot get all readers");
  const panelist = /name="panelist" value="([^"]+)"/.exec(await text("panel?round=r1"))?.[1] ?? "";
  const much = await post("panel?round=r1", { intent: "load", panelist, load: "501" });
  expect([much.status, (await much.text()).includes('value="501"')]).toEqual([422, true]);
  expect((await post("panel?round=r1", { intent: "load", panelist, load: "2" })).status).toBe(302);
  expect(await text("assignments?round=r1&seed=1")).toContain("2 new, 0 taken back");

  const change = { intent: "change", closesAt: until, reviewsPerEntry: "2", reason: "A second juror joins." };
  const silent = await post("rounds/r1", { ...change, reason: "" });
  expect([silent.status, (await silent.text()).includes("It stays in the log")]).toEqual([422, true]);
  expect((await post("rounds/r1", change)).status).toBe(302);
  expect(await stands()).toEqual({ closesAt: `${until.slice(0, 10)}T15:59:59.000Z`, reviewsPerEntry: 2 });
  const earlier = `${later(now, 2 * DAY).slice(0, 10)}T23:59`;
  expect((await post("rounds/r1", { ...change, closesAt: earlier })).status).toBe(422);
  await site.db
    .updateTable("round")
    .set({ closesAt: later(now, -DAY) })
    .where("id", "=", round.id)
    .execute();
  for (const page of ["rounds", "rounds/r1"]) expect(await text(page)).toContain("Time is over");

  const assignment = await make.assignment({
    roundId: round.id,
    applicationId: applications[0]?.id ?? "",
    jurorId: people[0]?.id ?? "",
  });
  await make.review({ assignmentId: assignment.id, sentAt: now });
  await site.db.updateTable("round").set({ reviewsPerEntry: 1 }).where("id", "=", round.id).execute();
  for (const page of ["rounds", "rounds/r1"])
    expect(await text(page)).toContain("1 of 2 entries has 1 reading or more");
  expect(await text("settings")).toContain("A round is open already");
});

test("a conflict is declared by words of the title, and lifted only with a reason", async () => {
  const { applications, call, people, text, post } = await world({ entries: 2, jurors: 1 });
  for (const [number, { id }] of applications.entries())
    await site.db
      .updateTable("application")
      .set({ searchText: `reef ${number} 海` })
      .where("id", "=", id)
      .execute();
  const declare = { intent: "conflict", juror: people[0]?.id ?? "", kind: "other_personal", note: "Old friends." };
  const several = await post("panel?round=r1", { ...declare, code: "reef" });
  expect([several.status, (await several.text()).includes("Several entries fit")]).toEqual([422, true]);
  await site.db.updateTable("application").set({ state: "returned" }).where("callId", "=", call.id).execute();
  const early = await post("panel?round=r1", { ...declare, code: "reef 1" });
  expect([early.status, (await early.text()).includes("No conflict can be declared")]).toEqual([422, true]);
  await site.db.updateTable("application").set({ state: "eligible" }).where("callId", "=", call.id).execute();
  for (let times = 0; times < 2; times++)
    expect((await post("panel?round=r1", { ...declare, code: "reef 1" })).status).toBe(302);
  const standing = await site.db
    .selectFrom("conflict")
    .select(["id", "applicationId"])
    .where("personId", "=", people[0]?.id ?? "")
    .execute();
  expect(standing.map((one) => one.applicationId)).toEqual([applications[1]?.id]);
  expect(await text("panel?round=r1")).toContain("Old friends.");
  const lift = { intent: "lift", conflict: standing[0]?.id ?? "", application: standing[0]?.applicationId ?? "" };
  expect((await post("panel?round=r1", lift)).status).toBe(422);
  expect((await post("panel?round=r1", { ...lift, reason: "A namesake." })).status).toBe(302);
  expect((await post("panel?round=r1", { ...lift, reason: "A namesake." })).status).toBe(404);
});

test("jurors are invited by letter, anew, and taken back", async () => {
  const { round, text, post } = await world({ entries: 1, jurors: 0 });
  const invite = {
    intent: "invite",
    name: "王海",
    email: "wang.hai@example.test",
    language: "zh",
    message: "海边见。",
  };
  const wrong = await post("panel?round=r1", { ...invite, email: "nobody" });
  expect([wrong.status, (await wrong.text()).includes("海边见。")]).toEqual([422, true]);
  expect((await post("panel?round=r1", invite)).status).toBe(302);
  expect((await post("panel?round=r1", invite)).status).toBe(302);
  expect(await count("invitation", { roundId: round.id })).toBe(1);
  expect(await text("panel?round=r1")).toContain("Waiting for an answer");
  const { id } = await site.db
    .selectFrom("invitation")
    .select("id")
    .where("roundId", "=", round.id)
    .executeTakeFirstOrThrow();
  expect((await post("panel?round=r1", { intent: "renew", invitation: id })).status).toBe(302);
  const letter = await site.db
    .selectFrom("letter")
    .select("text")
    .where("toEmail", "=", invite.email)
    .orderBy("createdAt", "desc")
    .executeTakeFirstOrThrow();
  const link = /(\/invitations\/[\w-]{43})$/m.exec(letter.text)?.[1] ?? "";
  expect(await (await site.ask(link)).text()).toContain("海边见。");
  expect((await post("panel?round=r1", { intent: "revoke", invitation: id })).status).toBe(302);
  expect((await post("panel?round=r1", { intent: "renew", invitation: id })).status).toBe(404);
  expect(await text("panel?round=r1")).toContain("Taken back");
});

test("a deadline moves later only, with a reason, to the end of its minute", async () => {
  const { call, post } = await world({ entries: 1 });
  const far = later(now, 3 * DAY).slice(0, 10);
  expect((await post("settings", { closesAt: `${far}T23:59`, reason: "" })).status).toBe(422);
  expect((await post("settings", { closesAt: "2020-01-01T10:00", reason: "storm" })).status).toBe(422);
  expect((await post("settings", { closesAt: `${far}T23:59`, reason: "A storm took the network." })).status).toBe(302);
  const { closesAt } = await site.db
    .selectFrom("call")
    .select("closesAt")
    .where("id", "=", call.id)
    .executeTakeFirstOrThrow();
  expect(closesAt).toBe(`${far}T15:59:59.000Z`);
});

test("nobody but the programme's organisers finds these pages, and an entrant sees nothing of the jury", async () => {
  const { make, call, programme, people, at } = await world();
  const other = await world({ entries: 1 });
  const chair = await make.person();
  await make.role({ personId: chair.id, kind: "chair", programmeId: programme.id });
  const outsiders = [people[0]?.id ?? "", chair.id, other.manager.id];
  for (const page of ["rounds", "rounds/r1", "panel", "assignments", "settings"]) {
    for (const personId of outsiders)
      expect([page, (await site.ask(at(page), { cookie: await site.signIn(personId) })).status]).toEqual([page, 404]);
    expect((await site.ask(at(page))).status).toBe(302);
  }
  const entrant = await make.person();
  await make.role({ personId: entrant.id, kind: "organiser", programmeId: programme.id });
  await make.application({ callId: call.id, definitionId: call.definitionId, leadId: entrant.id, state: "submitted" });
  const cookie = await site.signIn(entrant.id);
  for (const page of ["rounds/r1", "panel?round=r1"]) {
    const seen = await (await site.ask(at(page), { cookie })).text();
    expect(seen).toContain("You have an entry in this call");
    expect(seen).not.toContain("Juror 1");
  }
  const body = new URLSearchParams({ intent: "add", person: people[0]?.id ?? "", maxLoad: "40" });
  expect((await site.ask(at("panel?round=r1"), { method: "POST", cookie, body })).status).toBe(404);
});
