import { expect, test } from "@playwright/test";
import { account } from "#app/i18n/messages/account.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { file } from "#app/i18n/messages/file.ts";
import { juror } from "#app/i18n/messages/juror.ts";
import { speaker } from "#app/i18n/text.ts";
import { textOf } from "#db/seeds/demo-papers.server.ts";
import { screenplays } from "#db/seeds/demo-works.ts";
import { languages, signIn, speak } from "#tests/support/e2e.ts";

test.use({ javaScriptEnabled: false });

for (const language of languages) {
  test(`a form is filled, refused with its reason, kept, and sent a file, without scripts (${language})`, async ({
    page,
    context,
    baseURL,
  }) => {
    const t = speaker(applicant, language);
    await speak(context, language, baseURL);
    await signIn(page, "filmmaker@tidemark.test", language);
    await page.goto("/applications/new?call=sl-w");
    await page.getByRole("button", { name: t("new.start") }).click();
    const home = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
    await page.goto(`${home}/form/work`);
    await page.locator("#title_zh").fill("无脚本的海");
    await page.locator("#logline_zh").fill("潮".repeat(61));
    await page.getByRole("button", { name: t("form.save"), exact: true }).click();
    await expect(page.locator("#logline_zh")).toHaveValue("潮".repeat(61));
    await expect(page.locator("#logline_zh")).toHaveAttribute("aria-invalid", "true");
    await page.goto(`${home}/form/work`);
    await expect(page.locator("#title_zh")).toHaveValue("无脚本的海");

    // Saved from an older page: both texts, neither lost.
    const version = page.locator('input[name="version"]').first();
    const older = await version.inputValue();
    await page.locator("#title_en").fill("First tab");
    await page.getByRole("button", { name: t("form.save"), exact: true }).click();
    const stale = await context.newPage();
    await stale.goto(`${home}/form/work`);
    const answer = await stale.request.post(`${home}/form/work`, {
      form: { version: older, title_en: "Second tab" },
      headers: { Origin: baseURL ?? "" },
    });
    expect(answer.status()).toBe(409);
    const both = await answer.text();
    expect(both).toContain("First tab");
    expect(both).toContain("Second tab");

    await page.goto(`${home}/files`);
    const place = page.locator("#script_full");
    const [work] = screenplays;
    if (!work) throw new Error("no screenplay");
    const buffer = await textOf(work, "Script", 5);
    await place.locator('input[type="file"]').setInputFiles({ name: "plain.pdf", mimeType: "application/pdf", buffer });
    await place.getByRole("button", { name: speaker(file, language)("upload.send") }).click();
    await expect
      .poll(async () => {
        await page.goto(`${home}/files`);
        return place.getByRole("link", { name: "plain.pdf" }).count();
      })
      .toBe(1);

    await page.goto(`${home}/submission`);
    await expect(page.getByText(t("submit.blocked"))).toBeVisible();
    await page.goto("/account");
    await page.getByRole("button", { name: language === "zh" ? "English" : "中文" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", language === "zh" ? "en" : "zh-CN");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      speaker(account, language === "zh" ? "en" : "zh")("account.title"),
    );
  });
}

test("a review is written, kept when something is missing, and sent, without scripts", async ({
  page,
  context,
  baseURL,
}) => {
  const t = speaker(juror, "en");
  await speak(context, "en", baseURL);
  await signIn(page, "juror5@tidemark.test", "en");
  await page.goto("/jury");
  await page
    .getByRole("link", { name: t("home.continue") })
    .first()
    .click();
  await page.locator("#applicantText").fill("Plain words without scripts.");
  const address = page.url();
  await page
    .getByRole("button", { name: new RegExp(`^${t("review.send")}`) })
    .first()
    .click();
  await expect(page.getByText(t("review.problems"))).toBeVisible();
  await expect(page.locator("#applicantText")).toHaveValue("Plain words without scripts.");
  const marks = page.locator('select[name^="mark."]');
  for (const index of Array.from({ length: await marks.count() }, (_, place) => place))
    await marks.nth(index).selectOption("7");
  await page.getByRole("radio").nth(1).check();
  await page
    .getByRole("button", { name: new RegExp(`^${t("review.send")}`) })
    .first()
    .click();
  // Sent: on to the next entry, or back to the pile.
  await expect(page).not.toHaveURL(address);
});
