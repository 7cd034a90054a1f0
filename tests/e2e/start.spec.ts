import { expect, test } from "@playwright/test";

for (const language of ["zh", "en"] as const) {
  test(`the first page opens in ${language} without a complaint and asks no other host`, async ({
    page,
    context,
    baseURL,
  }) => {
    await context.addCookies([{ name: "language", value: language, url: baseURL ?? "" }]);
    const complaints: string[] = [];
    const hosts = new Set<string>();
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => /^https?:/.test(request.url()) && hosts.add(new URL(request.url()).host));

    const answer = await page.goto("/", { waitUntil: "networkidle" });

    expect(answer?.status()).toBe(200);
    await expect(page.locator("html")).toHaveAttribute("lang", language === "zh" ? "zh-CN" : "en");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect([...hosts]).toEqual([new URL(baseURL ?? "").host]);
    expect(complaints).toEqual([]);
  });
}
