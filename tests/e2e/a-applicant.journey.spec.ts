import { expect, test } from "@playwright/test";
import { weekTemplate } from "#app/features/edition/template/week.ts";
import { account } from "#app/i18n/messages/account.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { publicPages } from "#app/i18n/messages/public.ts";
import { speaker } from "#app/i18n/text.ts";
import { demoAnswers } from "#db/seeds/demo-answers.ts";
import { textOf } from "#db/seeds/demo-papers.server.ts";
import { screenplays } from "#db/seeds/demo-works.ts";
import { complaintsOf, fill, languages, PASSWORD, speak } from "#tests/support/e2e.ts";

const definition = weekTemplate.programmes
  .flatMap((programme) => programme.calls)
  .find((call) => call.code === "SL-W")?.definition;
const [, , work] = screenplays;

for (const language of languages)
  test(`a writer signs up, hands in a screenplay, changes it, hands in again and withdraws (${language})`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(180_000);
    if (!definition || !work) throw new Error("the Week has no call for screenplays");
    await speak(context, language, baseURL);
    const complaints = complaintsOf(page);
    const t = speaker(applicant, language);
    const own = speaker(account, language);
    const email = `writer-${language}-${Date.now()}@shore.test`;
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();

    await page.goto("/calls/sl-w");
    await page
      .getByRole("link", { name: speaker(publicPages, language)("call.start") })
      .first()
      .click();
    await page.getByRole("link", { name: own("sign-up.title") }).click();
    await page.locator("#name").fill("林 Writer");
    await page.locator("#email").fill(email);
    await page.locator("#password").fill(PASSWORD);
    await press(own("sign-up.submit"));
    await page.getByRole("link", { name: own("sent.demo") }).click();
    await page.getByRole("link", { name: /verify-email/ }).click();
    await press(own("confirm.submit"));
    await page.locator("#email").fill(email);
    await page.locator("#password").fill(PASSWORD);
    await press(own("sign-in.submit"));
    await expect(page).not.toHaveURL(/sign-in/);
    await page.goto("/applications/new?call=sl-w");
    await press(t("new.start"));
    await expect(page).toHaveURL(/\/applications\/[0-9a-f-]{36}/);
    const home = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");

    const bornOn = "1995-02-03";
    const answers = demoAnswers(definition, {
      work,
      applicant: { name: "林 Writer", email, bornOn, isCompany: false },
      place: 2,
    });
    const last = [...answers.keys()].at(-1);
    for (const [section, entries] of answers) {
      await page.goto(`${home}/form/${section}`);
      await fill(page, entries);
      await press(t(section === last ? "form.to-files" : "form.next"));
      await expect(page).not.toHaveURL(new RegExp(`/form/${section}`));
    }

    await page.goto(`${home}/files`);
    for (const [slot, pages] of [
      ["script_full", 9],
      ["rights_letter", 2],
    ] as const) {
      const place = page.locator(`#${slot}`);
      const buffer = await textOf(work, slot, pages);
      await place
        .locator('input[type="file"]')
        .setInputFiles({ name: `${slot}.pdf`, mimeType: "application/pdf", buffer });
      await expect(place.getByRole("link", { name: `${slot}.pdf` })).toBeVisible({ timeout: 30_000 });
      await expect(place.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
    }

    await page.goto(home);
    await page.getByRole("link", { name: t("overview.submit") }).click();
    await page
      .getByRole("link", { name: t("preview.hand-in") })
      .first()
      .click();
    await press(t("submit.button"));
    await expect(page).toHaveURL(/receipt$/);
    await expect(page.getByText(/SL-W-\d{4}-\d{4}-1-/).first()).toBeVisible();
    await expect(page.getByText(/^[0-9a-f]{64}$/).first()).toBeVisible();

    await page.goto(`${home}/form/work`);
    await page.locator("#title_en").fill("Noodles at Dawn");
    await press(t("form.next"));
    await expect(page).not.toHaveURL(/\/form\/work$/);
    await page.goto(home);
    await page.getByRole("link", { name: t("overview.resubmit") }).click();
    await page
      .getByRole("link", { name: t("preview.hand-in") })
      .first()
      .click();
    await press(t("submit.button"));
    await expect(page.getByText(/SL-W-\d{4}-\d{4}-2-/).first()).toBeVisible();
    await page.goto(`${home}/messages`);
    await expect(page.getByRole("row")).toHaveCount(3);

    await page.goto(`${home}/withdrawal`);
    await press(t("withdraw.button"));
    await press(t("overview.restore"));
    await expect(page.getByRole("button", { name: t("overview.restore") })).toHaveCount(0);
    await page.goto("/applications");
    await expect(page.getByText(t("state.submitted")).first()).toBeVisible();
    expect(complaints).toEqual([]);
  });
