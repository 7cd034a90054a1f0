import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { given } from "#tests/support/builders.ts";
import { type Site, startSite } from "#tests/support/site.ts";

let site: Site;
let cookie: string;
const MEGABYTE = 1024 * 1024;
beforeAll(async () => {
  site = await startSite();
  cookie = await site.signIn((await given(site.db).person()).id);
});
afterAll(() => site.close());

const asForm = { "Content-Type": "application/x-www-form-urlencoded" };
const asJson = { "Content-Type": "application/json" };

type Sent = { headers: Record<string, string>; bytes: number; isAnnounced?: boolean };

/** Sends a body piece by piece over a line of its own, saying beforehand how long it will be or not. */
function send(path: string, { headers, bytes, isAnnounced = false }: Sent) {
  const { hostname, port } = new URL(site.url);
  const start = "name=";
  const length: Record<string, string> = isAnnounced
    ? { "Content-Length": String(bytes + start.length) }
    : { "Transfer-Encoding": "chunked" };
  return new Promise<number>((resolve, reject) => {
    const sent = request({
      ...{ hostname, port, path, method: "POST", agent: false },
      headers: { Origin: site.url, Cookie: cookie, ...length, ...headers },
    });
    sent.on("response", (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    // Without effect once there is an answer: the server may hang up after it.
    sent.on("error", reject);
    sent.write(start);
    for (let at = 0; at < bytes; at += MEGABYTE) sent.write("a".repeat(Math.min(MEGABYTE, bytes - at)));
    sent.end();
  });
}

describe("a body that is too long", () => {
  test("is refused in words by a page, in the reader's language", async () => {
    const body = `email=${"a".repeat(3 * MEGABYTE)}`;
    const answer = await site.ask("/sign-in", { method: "POST", body, headers: asForm });
    expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining("That was too large")]);
    const chinese = await site.ask("/sign-in", {
      ...{ method: "POST", body },
      headers: { ...asForm, "Accept-Language": "zh-CN" },
    });
    expect([chinese.status, await chinese.text()]).toEqual([413, expect.stringContaining("提交的内容过大")]);
  });

  test.each(["/sign-in", "/account", "/language"])(
    "is refused by %s also when nobody said how long it is",
    async (path) => {
      expect(await send(path, { headers: asForm, bytes: 3 * MEGABYTE })).toBe(413);
    },
  );

  test("is refused by the doors that speak JSON, announced or not", async () => {
    expect(await send("/uploads", { headers: asJson, bytes: MEGABYTE, isAnnounced: true })).toBe(413);
    expect(await send("/uploads", { headers: asJson, bytes: MEGABYTE })).toBe(413);
  });

  test("leaves room for what a form may hold, in chunks too", async () => {
    expect(await send("/forgot-password", { headers: asForm, bytes: MEGABYTE })).toBe(422);
  });
});

test.each([
  ["something else than a form", { ...asJson }, "{}"],
  ["a form that breaks off", { "Content-Type": "multipart/form-data; boundary=x" }, "--x\r\nContent-Dis"],
  ["nothing that has a name", {}, new Uint8Array([0, 1, 2])],
])("%s is a fault of the request, not of ours", async (_what, headers, body) => {
  for (const path of ["/sign-in", "/sign-up", "/language", "/account"]) {
    const answer = await site.ask(path, { method: "POST", body, headers, cookie: path === "/account" ? cookie : "" });
    expect([path, answer.status]).toEqual([path, 400]);
    expect(await answer.text()).not.toMatch(/TypeError|node_modules|undici/);
  }
});

test("an address that only takes forms leads home when it is opened", async () => {
  const answer = await site.ask("/language");
  expect([answer.status, answer.headers.get("location")]).toEqual([302, "/"]);
});
