import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { submitApplication } from "#app/features/submission/submit-application.server.ts";
import { later, momentOf } from "#app/lib/moment.ts";
import { pixel } from "#tests/fixtures/files/pixel.ts";
import { given, smallDefinition, smallWeek } from "#tests/support/builders.ts";
import { type Site, startSite } from "#tests/support/site.ts";
import { root } from "#tests/support/sources.ts";
import { unpack } from "#tests/support/unpack.ts";

const DAY = 86_400_000;
let site: Site;
let lead: { id: string; cookie: string };
let slug: string;
let applicationId: string;

beforeAll(async () => {
  site = await startSite();
  const make = given(site.db);
  const { programme } = await smallWeek(site.db);
  const now = momentOf(Date.now());
  const [slot] = smallDefinition.slots;
  if (!slot) throw new Error("the small call has no slot");
  const call = await make.call({
    programmeId: programme.id,
    slug: "sl-archive",
    definition: { ...smallDefinition, slots: [{ ...slot, formats: ["png"], required: true }], rules: [] },
    opensAt: later(now, -DAY),
    closesAt: later(now, DAY),
  });
  slug = call.slug;
  const person = await make.person({ name: "王 海" });
  const answers = JSON.stringify({ title_zh: "=1+1 还海 🌊", legal_name: "王海" });
  const application = await make.application({
    callId: call.id,
    definitionId: call.definitionId,
    leadId: person.id,
    answers,
    title: "=1+1 还海 🌊",
  });
  applicationId = application.id;
  lead = { id: person.id, cookie: await site.signIn(person.id) };
  const form = new FormData();
  form.set("file", new File([new Uint8Array(pixel)], "../..\\剧照?.png", { type: "image/png" }));
  await site.ask(`/applications/${application.id}/files/${slot.id}`, {
    method: "POST",
    body: form,
    cookie: lead.cookie,
  });
  await vi.waitFor(
    async () => expect(await site.db.selectFrom("file").select("state").executeTakeFirst()).toEqual({ state: "ready" }),
    { timeout: 10_000, interval: 100 },
  );
  await submitApplication(site.db, {
    applicationId: application.id,
    personId: person.id,
    idempotencyKey: "archive",
    arrivedAt: now,
    now,
  });
  // Typed after handing in, and not handed in.
  await site.db
    .updateTable("application")
    .set({ answers: JSON.stringify({ title_zh: "not handed in" }) })
    .where("id", "=", application.id)
    .execute();
  const other = await make.person({ name: "somebody else" });
  await make.application({
    callId: call.id,
    definitionId: call.definitionId,
    leadId: other.id,
    title: "a draft of somebody else",
  });
});
afterAll(() => site.close());

async function packageOf(cookie: string) {
  const answer = await site.ask("/account/data.zip", { cookie });
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="tidemark-\d{4}-\d\d-\d\d\.zip"$/);
  return unpack(Buffer.from(await answer.arrayBuffer()));
}

test("a member takes out account, letters, and the entry with what is sealed, what is in hand, and its files", async () => {
  const files = await packageOf(lead.cookie);
  const paths = [...files.keys()];
  expect(paths).toContain("account.json");
  expect(JSON.parse(String(files.get("account.json")))).toMatchObject({ name: "王 海" });
  expect(JSON.parse(String(files.get("letters.json")))).toMatchObject([{ kind: "receipt" }]);
  const place = paths.find((path) => path.endsWith("entry.json"));
  expect(place).toMatch(new RegExp(`^applications/${slug}/.*=1\\+1 还海 🌊/entry.json$`));
  expect(JSON.parse(String(files.get(place ?? "")))).toMatchObject({
    inHand: { answers: { title_zh: "not handed in" } },
    submissions: [{ number: 1, answers: { title_zh: "=1+1 还海 🌊" }, files: [{ bytes: pixel.length }] }],
    history: [{ toState: "submitted" }],
  });
  const film = paths.filter((path) => path.includes("/files/"));
  expect(film).toHaveLength(1);
  expect(film[0]).not.toMatch(/\.\.|\\|\?/);
  expect(files.get(film[0] ?? "")?.equals(pixel)).toBe(true);
  const all = [...files.values()].map(String).join();
  expect(all).not.toContain("somebody else");
  expect(all).not.toContain("storageKey");
});

test("taking data out is logged", async () => {
  const line = await site.db.selectFrom("event").select(["actorId", "subjectId"]).where("action", "=", "person.packed");
  expect(await line.executeTakeFirst()).toEqual({ actorId: lead.id, subjectId: lead.id });
});

test("an operator packs a call: what was handed in as a table, as data and as files, and nobody's draft", async () => {
  const target = join(site.directory, "call.zip");
  const tidemark = (...args: string[]) =>
    promisify(execFile)(process.execPath, [join(root, "app/cli/tidemark.mjs"), "export", ...args], {
      env: { ...process.env, DATA_DIR: site.directory, VITEST: "" },
    });
  await tidemark(slug, target, "--language", "en");
  const files = await unpack(await readFile(target));
  const { code } = await site.db
    .selectFrom("application")
    .select("code")
    .where("id", "=", applicationId)
    .executeTakeFirstOrThrow();
  expect([...files.keys()].slice(0, 4)).toEqual([
    "call.json",
    "entries.csv",
    `entries/${code}/entry.json`,
    `entries/${code}/entry.txt`,
  ]);
  expect(files.size).toBe(5);
  const table = String(files.get("entries.csv"));
  expect(table.startsWith("\uFEFF")).toBe(true);
  expect(table.trim().split("\r\n")).toHaveLength(2);
  // What a spreadsheet would take for a formula is text.
  expect(table).toContain("'=1+1 还海 🌊");
  expect([...files.values()].map(String).join()).not.toMatch(/not handed in|somebody else/);

  await writeFile(join(site.directory, "there.zip"), "mine");
  await expect(tidemark(slug, join(site.directory, "there.zip"))).rejects.toThrow(/is there already/);
  expect(String(await readFile(join(site.directory, "there.zip")))).toBe("mine");
  await expect(tidemark("nowhere", join(site.directory, "x.zip"))).rejects.toThrow(/There is no call nowhere/);
});
