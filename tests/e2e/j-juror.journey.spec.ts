import { expect, test } from "@playwright/test";
import { juror } from "#app/i18n/messages/juror.ts";
import { speaker } from "#app/i18n/text.ts";
import { complaintsOf, languages, signIn, speak } from "#tests/support/e2e.ts";

const jurors = { zh: "juror1@tidemark.test", en: "juror3@tidemark.test" } as const;

for (const language of languages)
  test(`a juror watches a film, marks it, is saved as they go, sends, and steps back from another (${language})`, async ({
    page,
    context,
    baseURL,
  }) => {
    await speak(context, language, baseURL);
    const t = speaker(juror, language);
    await signIn(page, jurors[language], language);
    const complaints = complaintsOf(page);
    const ranges: string[] = [];
    page.on("response", (answer) => answer.status() === 206 && ranges.push(answer.url()));
    await page.goto("/jury");
    await page
      .getByRole("link", { name: t("home.continue") })
      .first()
      .click();

    // Blind: what stands here names the work and nobody.
    await expect(page.locator("main")).not.toContainText("@");
    const film = page.locator("video");
    await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.readyState)).toBeGreaterThan(0);
    await film.evaluate((video: HTMLVideoElement) => {
      video.muted = true;
      video.currentTime = 50;
      return video.play();
    });
    await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(50);
    await film.evaluate((video: HTMLVideoElement) => video.pause());
    expect(ranges.some((url) => url.includes("/files/"))).toBe(true);

    const marks = page.locator('select[name^="mark."]');
    for (const index of Array.from({ length: await marks.count() }, (_, place) => place))
      await marks.nth(index).selectOption(String(6 + (index % 3)));
    await page.locator("#applicantText").fill("The silence carries it. 沉默很有力量。");
    const saved = page.waitForResponse(
      (answer) => answer.url().includes("/draft") && answer.request().method() === "POST",
    );
    await page.locator("#privateNote").fill("Seen on a train.");
    expect((await saved).status()).toBe(200);
    await page.reload();
    await expect(page.locator("#privateNote")).toHaveValue("Seen on a train.");

    // Without a verdict it is kept, not sent.
    const send = page
      .getByRole("button", { name: new RegExp(`^(${t("review.send-next")}|${t("review.send")})$`) })
      .first();
    await send.click();
    await expect(page.getByText(t("review.problems")).first()).toBeVisible();
    await page.getByRole("radio").nth(1).check();
    await send.click();
    await expect(page.getByText(t("review.problems"))).toHaveCount(0);
    // The refused send is the only thing the browser remarks: what it kept does not stand in the way of the next.
    expect(complaints.splice(0).map((text) => /status of (\d+)/.exec(text)?.[1])).toEqual(["422"]);

    await page.goto("/jury");
    await page
      .getByRole("link", { name: t("home.pile") })
      .first()
      .click();
    await expect(page.getByText(t("state.sent")).first()).toBeVisible();
    const rows = page.getByRole("row").filter({ hasText: t("state.untouched") });
    const open = (await rows.count()) > 0 ? rows : page.getByRole("row").filter({ hasText: t("state.draft") });
    const label = (await open.first().getByRole("link").textContent()) ?? "";
    await open.first().getByRole("link").click();
    const address = page.url();
    await page.getByRole("link", { name: t("review.recuse") }).click();
    await page.getByRole("radio").last().check();
    await page.getByRole("button", { name: t("recusal.button") }).click();
    await expect(page.getByRole("link", { name: label, exact: true })).toHaveCount(0);
    expect(complaints).toEqual([]);
    expect((await page.goto(address))?.status()).toBe(404);
  });
