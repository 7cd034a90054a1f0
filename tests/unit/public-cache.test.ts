import { Hono } from "hono";
import { expect, test } from "vitest";
import { publicCache, scriptHashesOf } from "#app/server/public-cache.server.ts";
import { publicKeyOf } from "#app/server/public-page.ts";

/** A site that numbers its answers, so that a kept one shows. */
function site() {
  let answers = 0;
  const clock = { now: 1_000_000 };
  const app = new Hono<{ Variables: { nonce: string } }>();
  app.use(async (context, next) => {
    context.set("nonce", `nonce-${answers}-value`);
    await next();
  });
  app.use(
    publicCache({
      sessionCookie: "session",
      policyOf: (sources) => `script-src ${sources.join(" ")}`,
      milliseconds: () => clock.now,
    }),
  );
  app.all("*", (context) => {
    answers += 1;
    if (context.req.path === "/calls/gone") return context.notFound();
    if (context.req.path === "/week") context.header("Set-Cookie", "session=a");
    return context.html(`<p>${answers}</p><script nonce="${context.get("nonce")}">go(${answers})</script>`);
  });
  const read = async (path: string, headers: Record<string, string> = {}) =>
    (await app.request(path, { headers })).text();
  return { app, clock, read };
}

test("a visitor without a session is given the kept page until its seconds are over", async () => {
  const { read, clock } = site();
  expect(await read("/calls")).toContain("<p>1</p>");
  expect(await read("/calls")).toContain("<p>1</p>");
  clock.now += 3_000;
  expect(await read("/calls")).toContain("<p>2</p>");
});

test("whoever brings a session is never given a kept page, nor is theirs kept", async () => {
  const { read } = site();
  expect(await read("/calls", { cookie: "session=mine" })).toContain("<p>1</p>");
  expect(await read("/calls")).toContain("<p>2</p>");
  expect(await read("/calls", { cookie: "session=mine" })).toContain("<p>3</p>");
});

test("each language has its own page", async () => {
  const { read } = site();
  expect(await read("/calls", { "accept-language": "zh" })).toContain("<p>1</p>");
  expect(await read("/calls", { "accept-language": "en" })).toContain("<p>2</p>");
});

test("a kept page carries no nonce, and its policy names its scripts by their hashes", async () => {
  const { app } = site();
  const answer = await app.request("/calls");
  const html = await answer.text();
  expect(html).not.toContain("-value");
  expect(answer.headers.get("Content-Security-Policy")).toBe(`script-src ${scriptHashesOf(html).join(" ")}`);
  expect(scriptHashesOf("<script>alert(1)</script>")).toEqual([
    "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='",
  ]);
});

test("an unchanged page is answered with 304 and no body", async () => {
  const { app } = site();
  const tag = (await app.request("/calls")).headers.get("ETag") ?? "";
  const again = await app.request("/calls", { headers: { "if-none-match": tag } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
});

test("answers that set a cookie and pages that are not there are not kept", async () => {
  const { read, app } = site();
  expect(await read("/week")).toContain("<p>1</p>");
  expect(await read("/week")).toContain("<p>2</p>");
  expect((await app.request("/calls/gone")).status).toBe(404);
});

test("what organisers write empties it at once", async () => {
  const { read, app } = site();
  await read("/calls");
  await app.request("/manage/calls/sl-s/decisions", { method: "POST" });
  expect(await read("/calls")).toContain("<p>3</p>");
});

test("twenty visitors at once are one page's work", async () => {
  const { read } = site();
  const pages = await Promise.all(Array.from({ length: 20 }, () => read("/results")));
  expect(new Set(pages).size).toBe(1);
});

test.each([
  ["/", "", "en /"],
  ["/calls", "?phase=open", "en /calls?phase=open"],
  ["/calls/sl-s/form", "", "en /calls/sl-s/form"],
  ["/calls", "?utm=1", undefined],
  ["/results", "?phase=open", undefined],
  ["/applications", "", undefined],
  ["/sign-in", "", undefined],
])("the address %s%s is kept as %s", (path, query, key) => {
  expect(publicKeyOf(path, query, "en")).toBe(key);
});
