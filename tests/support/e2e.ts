import { type BrowserContext, expect, type Page } from "@playwright/test";
import { account } from "#app/i18n/messages/account.ts";
import { type Language, speaker } from "#app/i18n/text.ts";

export const PASSWORD = "golden-key-and-sea-level";
export const languages = ["zh", "en"] as const;

/** The reader's language, as the switch on every page would set it. */
export async function speak(context: BrowserContext, language: Language, baseURL: string | undefined) {
  await context.addCookies([{ name: "language", value: language, url: baseURL ?? "" }]);
}

/** Signs in by the page, as one of the demo's people. */
export async function signIn(page: Page, email: string, language: Language) {
  const t = speaker(account, language);
  await page.goto("/sign-in");
  await page.locator("#email").fill(email);
  await page.locator("#password").fill(PASSWORD);
  await page.getByRole("button", { name: t("sign-in.submit"), exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Collects what the browser complains about; expected to stay empty. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

/** Fills the inputs of the form on the page as a person would: types, ticks and chooses. */
export async function fill(page: Page, entries: readonly (readonly [string, string])[]) {
  for (const [name, value] of entries) {
    const control = page.locator(`[name="${name}"]:not([type="hidden"])`);
    // What another answer opens is not asked of everybody.
    if ((await control.count()) === 0 || !(await control.first().isVisible())) continue;
    const kind = await control.first().evaluate((element) => (element as HTMLInputElement).type);
    if (kind === "checkbox" || kind === "radio") {
      const values = await control.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
      await control.nth(Math.max(0, values.indexOf(value))).check();
    } else if (kind.startsWith("select")) await control.first().selectOption(value);
    else await control.first().fill(value);
  }
}
