import { expect, test } from "@playwright/test";
import { account } from "#app/i18n/messages/account.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { manage } from "#app/i18n/messages/manage.ts";
import { manageJury } from "#app/i18n/messages/manage-jury.ts";
import { speaker } from "#app/i18n/text.ts";
import { complaintsOf, languages, PASSWORD, signIn, speak } from "#tests/support/e2e.ts";

for (const language of languages)
  test(`an organiser checks an entry, invites a juror who accepts, and keeps one away from an entry (${language})`, async ({
    page,
    context,
    browser,
    baseURL,
  }) => {
    await speak(context, language, baseURL);
    const t = speaker(manage, language);
    const own = speaker(manageJury, language);
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    await signIn(page, "manager@tidemark.test", language);
    const complaints = complaintsOf(page);

    await page.goto("/manage/calls/gk-v/applications?state=submitted&order=oldest");
    await page.getByRole("row").nth(1).getByRole("link").click();
    await page.getByRole("radio", { name: t("check.pass") }).check();
    await press(t("check.end"));
    await expect(page.getByText(speaker(applicant, language)("state.eligible")).first()).toBeVisible();

    await page.goto("/manage/calls/sl-s/panel?round=r1");
    const email = `new-juror-${language}-${Date.now()}@shore.test`;
    await page.locator("#name").fill("Ruth 方");
    await page.locator("#email").fill(email);
    await press(own("invite.button"));
    await expect(page.getByRole("row", { name: new RegExp(email) })).toContainText(own("invite.open"));

    // The letter lies in the demo's mailbox; its link may be looked at before it is followed.
    const guest = await browser.newContext();
    await speak(guest, language, baseURL);
    const theirs = await guest.newPage();
    await theirs.goto("/forgot-password");
    await theirs.locator("#email").fill(email);
    await theirs.getByRole("button", { name: speaker(account, language)("forgot.submit") }).click();
    await theirs.getByRole("link", { name: speaker(account, language)("sent.demo") }).click();
    await theirs.getByRole("link", { name: /invitations/ }).click();
    await theirs.reload();
    await theirs.locator("#password").fill(PASSWORD);
    await theirs.getByRole("button", { name: speaker(account, language)("invitation.yes") }).click();
    await expect(theirs.locator("#password")).toHaveCount(0);
    await theirs.goto("/jury");
    await expect(theirs.getByRole("heading", { level: 1 })).toBeVisible();
    await guest.close();

    await page.reload();
    await expect(page.getByRole("row", { name: new RegExp(email) }).first()).toContainText("0");
    const code =
      (await page.goto("/manage/calls/sl-s/applications?state=in_review&order=code")) &&
      (await page
        .locator("td code")
        .nth(language === "zh" ? 4 : 5)
        .textContent());
    await page.goto("/manage/calls/sl-s/panel?round=r1");
    await page.locator("#juror").selectOption({ index: 3 });
    await page.locator("#code").fill(code ?? "");
    await page.locator("#kind").selectOption({ index: 2 });
    await press(own("conflict.button"));
    await expect(page.getByRole("row", { name: new RegExp(code ?? "?") }).first()).toBeVisible();

    await page.goto("/manage/calls/sl-s/assignments");
    await page.getByRole("link", { name: own("plan.make") }).click();
    await expect(page.getByText(own("plan.loads"))).toBeVisible();
    if (await page.getByRole("button", { name: own("plan.apply") }).isVisible()) await press(own("plan.apply"));
    await expect(page.getByRole("heading", { name: own("assign.title") })).toBeVisible();
    expect(complaints).toEqual([]);
  });

test("the round ends, is decided by ticking the best, published, and the maker reads the outcome", async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await speak(context, "zh", baseURL);
  const t = speaker(manage, "zh");
  const own = speaker(manageJury, "zh");
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  await signIn(page, "manager@tidemark.test", "zh");
  await page.goto("/manage/calls/sl-s/scores");
  await expect(page.getByText(t("scores.bands"))).toBeVisible();

  const guest = await browser.newContext();
  await speak(guest, "en", baseURL);
  const theirs = await guest.newPage();
  await signIn(theirs, "filmmaker@tidemark.test", "en");
  await theirs.getByRole("link", { name: speaker(applicant, "en")("list.title") }).click();
  await theirs.getByRole("link", { name: "低潮" }).click();
  const words = speaker(applicant, "en");
  await expect(theirs.getByText(words("outcome.title"))).toHaveCount(0);

  await page.goto("/manage/calls/sl-s/rounds/r1");
  await page.getByText(own("close.sure")).click();
  await press(own("close.button"));
  await expect(page.getByRole("button", { name: own("close.button") })).toHaveCount(0);
  await page.getByRole("link", { name: own("round.decide") }).click();
  await expect(page).toHaveURL(/(scores|decisions)/);
  await page.goto(`${new URL(page.url()).pathname}?round=r1&show=all&top=8`);
  await expect(page.locator('input[name="entry"]:checked')).toHaveCount(8);
  const count = await page.locator('input[name="entry"]').count();
  await page.getByRole("radio", { name: t("decisions.show.advance") }).check();
  await press(t("decisions.record"));
  await expect(page.getByText(t("decisions.progress", { decided: 8, count }))).toBeVisible();
  await page.goto(`${new URL(page.url()).pathname}?round=r1&show=undecided&top=100`);
  await expect(page.locator('input[name="entry"]:checked')).toHaveCount(count - 8);
  await page.getByRole("radio", { name: t("decisions.show.decline") }).check();
  await press(t("decisions.record"));
  await expect(page.getByText(t("decisions.progress", { decided: count, count }))).toBeVisible();
  await page.goto(`${new URL(page.url()).pathname}?round=r1&show=all`);
  await press(t("publish.button"));
  await expect(page.getByText(t("decisions.published"))).toHaveCount(0);
  await page.getByRole("checkbox", { name: t("publish.sure") }).check();
  await press(t("publish.button"));
  await expect(page.getByText(t("decisions.published"))).toBeVisible();

  await theirs.reload();
  await expect(theirs.getByRole("heading", { name: words("outcome.title") })).toBeVisible();
  await expect(theirs.locator("main")).not.toContainText(/许望舒|Okafor|钟可|Lind|彭一鸣|白露/);
  await guest.close();
});
