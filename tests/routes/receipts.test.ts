import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { submitApplication } from "#app/features/submission/submit-application.server.ts";
import { DAY, later, momentOf } from "#app/lib/moment.ts";
import { paths } from "#app/lib/paths.ts";
import { given, smallWeek } from "#tests/support/builders.ts";
import { type Site, startSite } from "#tests/support/site.ts";

let site: Site;
const now = momentOf(Date.now());
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const hostile = "<script>a()</script>潮水\u202e\u0007 (a) \\ 𠮷";

async function sealed() {
  const make = given(site.db);
  const { programme } = await smallWeek(site.db);
  const call = await make.call({
    programmeId: programme.id,
    opensAt: later(now, -DAY),
    closesAt: later(now, DAY),
  });
  const lead = await make.person({ name: "王小海" });
  const application = await make.application({
    callId: call.id,
    definitionId: call.definitionId,
    leadId: lead.id,
    title: hostile,
    answers: JSON.stringify({ title_zh: hostile, legal_name: "王小海", synopsis_zh: "海边的人等潮水。".repeat(60) }),
  });
  await make.file({
    applicationId: application.id,
    uploadedBy: lead.id,
    name: "成片 “a”.mp4",
    facts: '{"seconds":600}',
  });
  await submitApplication(site.db, {
    applicationId: application.id,
    personId: lead.id,
    idempotencyKey: application.id,
    arrivedAt: now,
    now,
  });
  const { receiptNumber: number, hash } = await site.db
    .selectFrom("submission")
    .select(["receiptNumber", "hash"])
    .where("applicationId", "=", application.id)
    .executeTakeFirstOrThrow();
  return { application, number, hash, cookie: await site.signIn(lead.id), stranger: await make.person() };
}

async function textOf(paper: ArrayBuffer) {
  const document = await getDocument({ data: new Uint8Array(paper) }).promise;
  let text = "";
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    text += items.map((item) => ("str" in item ? item.str : "")).join("");
  }
  return text;
}

describe("the printed receipt", () => {
  test("carries the whole proof and a copy of the answers, with hostile words as words", async () => {
    const { application, number, hash, cookie } = await sealed();
    for (const language of ["zh", "en"]) {
      const answer = await site.ask(paths.receiptPaper(application.id), { cookie: `${cookie}; language=${language}` });
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
      expect(answer.headers.get("content-disposition")).toContain("attachment");
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
      const bytes = await answer.arrayBuffer();
      expect(bytes.byteLength).toBeLessThan(200_000);
      const text = (await textOf(bytes)).replace(/\s/g, "");
      for (const proof of [number, hash, "0".repeat(64), "王小海", "成片“a”.mp4", "UTC", "海边的人等潮水。"])
        expect(text).toContain(proof);
      expect(text).toContain("<script>a()</script>潮水(a)\\[U+20BB7]");
      expect(text).toContain(`/verify?number=${number}&hash=${hash}`);
    }
  });

  test("is nobody else's", async () => {
    const { application, stranger } = await sealed();
    const path = paths.receiptPaper(application.id);
    expect((await site.ask(path, { cookie: await site.signIn(stranger.id) })).status).toBe(404);
    expect((await site.ask(path)).status).toBe(302);
  });
});

describe("the letter of a receipt", () => {
  test("carries a copy of the answers and the way to check it", async () => {
    const { application, number, hash } = await sealed();
    const { text, html } = await site.db
      .selectFrom("letter")
      .select(["text", "html"])
      .where("applicationId", "=", application.id)
      .executeTakeFirstOrThrow();
    expect(text).toContain("> 海边的人等潮水。");
    expect(text).toContain(`/verify?number=${number}&hash=${hash}`);
    expect(html).not.toContain("<script>a");
  });
});

describe("checking a receipt", () => {
  const page = async (number: string, hash: string) => {
    const answer = await site.ask(paths.verify({ number, hash }));
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1] ?? "";
    const text = (await answer.text())
      .replaceAll(nonce, "NONCE")
      .replaceAll(encodeURIComponent(number), "NUMBER")
      .replaceAll(number, "NUMBER")
      .replaceAll(hash, "HASH");
    return { status: answer.status, text };
  };

  test("says that a receipt is genuine and when it was sealed, and nothing else of the entry", async () => {
    const { number, hash } = await sealed();
    const { status, text } = await page(` ${number} `, hash.toUpperCase());
    expect(status).toBe(200);
    expect(text).toMatch(/真实有效|genuine/);
    for (const secret of ["王小海", "潮水", "成片", "Short film"]) expect(text).not.toContain(secret);
  });

  test("answers an unknown number, a wrong hash and nonsense alike", async () => {
    const { number, hash } = await sealed();
    const wrong = await page(number, "a".repeat(64));
    expect(wrong.text).toMatch(/没有这样的回执|no such receipt/);
    expect(wrong.text).not.toMatch(/真实有效|is genuine</);
    expect(await page("film-2027-X-0001-1-AAAAAA", "a".repeat(64))).toEqual(wrong);
    const near = await page(number, `${hash.slice(0, 63)}${hash.endsWith("0") ? "1" : "0"}`);
    expect(near).toEqual(wrong);
  });

  test("is asked for politely: too many questions from one place wait", async () => {
    let last = await site.ask(paths.verify({ number: "x", hash: "y" }));
    for (let count = 0; count < 70 && last.status !== 429; count++)
      last = await site.ask(paths.verify({ number: "x", hash: "y" }));
    expect(last.status).toBe(429);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await site.ask(paths.verify())).status).toBe(200);
  });
});
