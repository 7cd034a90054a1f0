import { readFile } from "node:fs/promises";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { momentOf } from "#app/lib/moment.ts";
import { deck } from "#tests/fixtures/files/deck.ts";
import { pixel } from "#tests/fixtures/files/pixel.ts";
import { given } from "#tests/support/builders.ts";
import { complaintsOf } from "#tests/support/e2e.ts";
import { roundWithEntries } from "#tests/support/e2e-state.ts";
import { type Site, startSite } from "#tests/support/site.ts";

const PADDING = 3_000_000;
let site: Site;
let round: { id: string; callId: string };
let applicationId: string;
let review: string;
let preview: string;
let juror: string;
let maker: string;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  site = await startSite();
  const made = await roundWithEntries(site, {
    entries: 1,
    files: [
      { slot: "film", name: "secret maker.mp4", content: await readFile("tests/fixtures/files/film.mp4") },
      { slot: "deck", name: "secret maker.pdf", content: deck({ padding: PADDING }) },
      { slot: "still", name: "secret maker.png", content: pixel },
    ],
  });
  const [entry] = made.entries;
  round = made.round;
  applicationId = entry?.applicationId ?? "";
  review = `${site.url}/jury/assignments/${entry?.assignmentId}`;
  preview = `${site.url}/applications/${applicationId}/preview`;
  juror = made.jurorCookie;
  maker = entry?.cookie ?? "";
});
test.afterAll(() => site?.close());

async function enter(context: BrowserContext, cookie: string) {
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([
    { name, value, url: site.url },
    { name: "language", value: "en", url: site.url },
  ]);
}

const time = (page: Page) => page.locator("video").evaluate((video: HTMLVideoElement) => video.currentTime);
const isPaused = (page: Page) => page.locator("video").evaluate((video: HTMLVideoElement) => video.paused);

test("a juror plays a film, seeks in it by keys, and finds their place again", async ({ page, context }) => {
  await enter(context, juror);
  const complaints = complaintsOf(page);
  const ranges: string[] = [];
  page.on("response", (answer) => {
    if (answer.status() === 206) ranges.push(answer.headers()["content-range"] ?? "");
  });
  await page.goto(review);
  await expect(page.locator("body")).not.toContainText("secret maker");
  await expect(page.locator("body")).not.toContainText("Maker Number");
  const film = page.locator("video");
  await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.readyState)).toBeGreaterThan(0);
  expect(ranges.some((range) => range.startsWith("bytes "))).toBe(true);

  await film.evaluate((video: HTMLVideoElement) => {
    video.muted = true;
  });
  await film.focus();
  await page.keyboard.press("k");
  await expect.poll(() => time(page)).toBeGreaterThan(0.2);
  await page.keyboard.press("Space");
  await expect.poll(() => isPaused(page)).toBe(true);

  const at = await time(page);
  await page.keyboard.press("l");
  await expect.poll(() => time(page)).toBeCloseTo(at + 10, 1);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => time(page)).toBeCloseTo(at + 15, 1);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("j");
  await expect.poll(() => time(page)).toBeCloseTo(at, 1);
  await film.evaluate((video: HTMLVideoElement) => {
    video.currentTime = 40;
  });
  await page.keyboard.press("k");
  await expect.poll(() => time(page)).toBeGreaterThan(40.2);
  await page.keyboard.press("k");
  await page.getByLabel("Speed").selectOption("1.5");
  expect(await film.evaluate((video: HTMLVideoElement) => video.playbackRate)).toBe(1.5);

  await page.reload();
  await expect.poll(() => time(page)).toBeGreaterThanOrEqual(40);
  expect(complaints).toEqual([]);
});

test("a film that cannot be fetched says so, and plays once it can", async ({ page, context }) => {
  await enter(context, juror);
  await page.route("**/files/*", (route) =>
    route.request().resourceType() === "media" ? route.fulfill({ status: 404, body: "" }) : route.continue(),
  );
  await page.goto(review);
  await expect(page.getByText("The film cannot be played here.")).toBeVisible();
  await page.unroute("**/files/*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect
    .poll(() => page.locator("video").evaluate((video: HTMLVideoElement) => video.readyState))
    .toBeGreaterThan(0);
  await expect(page.getByText("The film cannot be played here.")).toHaveCount(0);
});

test("a deck turns its pages by button, key and number, and fetches only what they need", async ({ page, context }) => {
  await enter(context, juror);
  const complaints = complaintsOf(page);
  const parts: { url: string; status: number; bytes: number }[] = [];
  page.on("response", (answer) =>
    parts.push({
      url: new URL(answer.url()).pathname,
      status: answer.status(),
      bytes: Number(answer.headers()["content-length"] ?? 0),
    }),
  );
  await page.goto(review);
  const viewer = page.getByRole("region", { name: "Deck" });
  await viewer.scrollIntoViewIfNeeded();
  await expect(viewer.getByRole("img", { name: "Page 1 of 3 of “Deck”" })).toBeVisible();
  await expect(viewer).toContainText("The sea level");

  await viewer.getByRole("button", { name: "Next page" }).click();
  await expect(viewer.getByRole("img", { name: "Page 2 of 3 of “Deck”" })).toBeVisible();
  await expect(viewer).toContainText("海平面与金钥匙");
  await expect.poll(() => inkOf(page)).toBeGreaterThan(500);
  await page.keyboard.press("ArrowRight");
  await expect(viewer.getByRole("img", { name: "Page 3 of 3 of “Deck”" })).toBeVisible();
  await expect.poll(() => middleOf(page)).toEqual([15, 91, 109]);
  await expect(viewer.getByRole("button", { name: "Next page" })).toHaveAttribute("aria-disabled", "true");
  await viewer.getByLabel("Page to show, 1 to 3").fill("1");
  await expect(viewer.getByRole("img", { name: "Page 1 of 3 of “Deck”" })).toBeVisible();

  const ranges = parts.filter(({ url, status }) => url.startsWith("/files/") && status === 206);
  const fetched = ranges.filter(({ bytes }) => bytes <= 256 * 1024).reduce((sum, { bytes }) => sum + bytes, 0);
  expect(fetched).toBeGreaterThan(0);
  expect(fetched).toBeLessThan(PADDING / 2);
  expect(complaints).toEqual([]);
});

/** How many pixels of the page are dark. */
function inkOf(page: Page): Promise<number> {
  return page.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let dark = 0;
    for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 100) dark += 1;
    return dark;
  });
}

/** The colour in the middle of the page. */
function middleOf(page: Page): Promise<number[]> {
  return page.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
    const middle = canvas.getContext("2d")?.getImageData(canvas.width >> 1, canvas.height >> 1, 1, 1).data;
    return [...(middle ?? [])].slice(0, 3);
  });
}

test("the reader of documents is no part of a page's first load", async ({ page, context }) => {
  await enter(context, juror);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site.url}/jury`, { waitUntil: "networkidle" });
  expect(asked.some((path) => path.startsWith("/assets/"))).toBe(true);
  expect(asked.filter((path) => /pdf/.test(path))).toEqual([]);
});

test("a still opens large and closes again", async ({ page, context }) => {
  await enter(context, juror);
  const complaints = complaintsOf(page);
  await page.goto(review);
  const small = page.getByRole("link", { name: "Still: show it large" });
  await expect(small.locator("img")).toHaveAttribute("width", "1");
  await small.click();
  await expect(page.getByRole("dialog", { name: "Still" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Still" })).toBeHidden();
  expect(page.url()).toBe(review);
  expect(complaints).toEqual([]);
});

test("the makers see in their preview the same, under their own names", async ({ page, context }) => {
  await enter(context, maker);
  const complaints = complaintsOf(page);
  await page.goto(preview);
  await expect
    .poll(() => page.locator("video").evaluate((video: HTMLVideoElement) => video.readyState))
    .toBeGreaterThan(0);
  const viewer = page.getByRole("region", { name: "secret maker.pdf" });
  await viewer.scrollIntoViewIfNeeded();
  await expect(viewer.getByRole("img", { name: /Page 1 of 3/ })).toBeVisible();
  expect(complaints).toEqual([]);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the film has its controls and the deck a link to itself", async ({ page, context }) => {
    await enter(context, juror);
    await page.goto(review);
    await expect(page.locator("video")).toHaveAttribute("controls", "");
    const link = page.getByRole("link", { name: "Open “Deck” by itself" });
    await expect(link).toBeVisible();
    const answer = await context.request.get(new URL((await link.getAttribute("href")) ?? "", site.url).href);
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  });
});

test("when the round's results are out, its files are named to the juror and no longer shown", async ({
  page,
  context,
}) => {
  await enter(context, juror);
  const complaints = complaintsOf(page);
  const now = momentOf(Date.now());
  const make = given(site.db);
  const organiser = await make.person();
  await site.db.updateTable("round").set({ closedAt: now }).where("id", "=", round.id).execute();
  await make.decision({ roundId: round.id, applicationId, decidedBy: organiser.id, outcome: "decline" });
  await make.publication({ callId: round.callId, roundId: round.id, publishedBy: organiser.id, publishedAt: now });
  await page.goto(review);
  await expect(page.getByText("no longer open to its jurors")).toBeVisible();
  await expect(page.getByText("MP4", { exact: false })).toBeVisible();
  await expect(page.locator("video, canvas, a[href^='/files/']")).toHaveCount(0);
  expect(complaints).toEqual([]);
});
