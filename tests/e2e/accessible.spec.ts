import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { microDramas } from "#db/seeds/demo-episodes.ts";
import { shorts } from "#db/seeds/demo-shorts.ts";
import { signIn, speak } from "#tests/support/e2e.ts";

const pages: Record<string, readonly string[]> = {
  "": [
    ...["/", "/week", "/calls", "/calls/sl-s", "/calls/sl-w/form", "/results", "/showcase", "/nowhere"],
    ...["/sign-in", "/sign-up", "/forgot-password", "/verify-email/unknown", "/invitations/unknown"],
  ],
  "filmmaker@tidemark.test": [
    "/applications",
    "DRAFT",
    "DRAFT/form/applicant",
    "DRAFT/form/work",
    "DRAFT/form/people",
    ...["DRAFT/files", "DRAFT/team", "DRAFT/preview", "DRAFT/submission", "DRAFT/messages"],
    ...["SENT", "SENT/receipt", "SENT/messages", "SENT/withdrawal", "/applications/new?call=sl-w"],
    ...["/account", "/account/email", "/account/password", "/account/security", "/account/messages"],
  ],
  "juror2@tidemark.test": ["/jury", "PILE", "REVIEW", "REVIEW/recusal"],
  "manager@tidemark.test": [
    "/manage",
    "/manage/calls/sl-s/applications",
    "ENTRY",
    "/manage/calls/sl-s/rounds",
    "/manage/calls/sl-s/rounds/r1",
    "/manage/calls/sl-s/panel?round=r1",
    "/manage/calls/sl-s/assignments?seed=1",
    "/manage/calls/gk-f/scores",
    "SCORES",
    "/manage/calls/gk-f/decisions",
    "/manage/calls/gk-f/messages",
    "/manage/calls/sl-s/settings",
    "/manage/audit",
  ],
  "admin@tidemark.test": ["/manage/week", "/manage/people"],
};

/** Pages that are reached by a link, since their address holds an id. */
async function addressOf(page: Page, path: string): Promise<string> {
  const [place = "", ...rest] = path.split("/");
  const way: Record<string, readonly [list: string, ...links: string[]]> = {
    DRAFT: ["/applications", `main a:text-is("${microDramas[0]?.zh}")`],
    SENT: ["/applications", `main a:text-is("${shorts[0]?.zh}")`],
    PILE: ["/jury", 'main a[href^="/jury/rounds/"]'],
    REVIEW: ["/jury", 'main a[href^="/jury/rounds/"]', 'main a[href^="/jury/assignments/"]'],
    ENTRY: ["/manage/calls/gk-f/applications", 'main td a[href*="/applications/"], main th a[href*="/applications/"]'],
    SCORES: ["/manage/calls/gk-f/scores", 'main a[href*="/scores/"]'],
  };
  const [list, ...links] = way[place] ?? [];
  if (!list) return path;
  let address = list;
  for (const link of links) {
    await page.goto(address);
    address = (await page.locator(link).first().getAttribute("href")) ?? "";
  }
  return [address, ...rest].join("/");
}

/** Options that say something else once scripts run than the server wrote: one would be shown and another sent. */
function driftedOptions(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const served = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    const optionsOf = (root: Document) =>
      [...root.querySelectorAll("select[name] option")].map(
        (one) => `${one.getAttribute("value")}: ${one.textContent}`,
      );
    const written = optionsOf(served);
    return optionsOf(document)
      .filter((option, place) => option !== written[place])
      .slice(0, 3);
  });
}

const settings = [
  { language: "en", width: 320, colorScheme: "dark", isJudged: true },
  { language: "zh", width: 1280, colorScheme: "light", isJudged: true },
  // The same pages again the other way round, for their width alone.
  { language: "zh", width: 320, colorScheme: "light", isJudged: false },
  { language: "en", width: 1280, colorScheme: "dark", isJudged: false },
] as const;

for (const [who, paths] of Object.entries(pages))
  for (const { language, width, colorScheme, isJudged } of settings)
    test(`pages of ${who || "a visitor"} keep to WCAG 2.2 AA and fit (${language}, ${width} px, ${colorScheme})`, async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
        ...(baseURL ? { baseURL } : {}),
      });
      await speak(context, language, baseURL);
      const page = await context.newPage();
      if (who) await signIn(page, who, language);
      const faults: string[] = [];
      for (const path of paths) {
        const address = await addressOf(page, path);
        const answer = await page.goto(address);
        if (who && answer?.status() !== 200) faults.push(`${path}: ${answer?.status()}`);
        const { violations } = isJudged
          ? await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze()
          : { violations: [] };
        for (const { id, nodes } of violations) faults.push(`${path}: ${id} at ${nodes[0]?.target.join(" ")}`);
        for (const option of await driftedOptions(page))
          faults.push(`${path}: the browser's list differs at ${option}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) faults.push(`${path}: ${wide} px wide`);
      }
      await context.close();
      expect(faults).toEqual([]);
    });
