import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { given } from "#tests/support/builders.ts";
import { type Site, startSite } from "#tests/support/site.ts";

let site: Site;
let cookie: string;
beforeAll(async () => {
  site = await startSite();
  const person = await given(site.db).person({ email: "known@shore.test" });
  cookie = await site.signIn(person.id);
});
afterAll(() => site.close());

/** A request with exactly these headers: browsers and libraries would not let a test lie about them. */
function raw(path: string, method: string, headers: Record<string, string>): Promise<number> {
  const { hostname, port } = new URL(site.url);
  return new Promise((resolve, reject) => {
    const asked = request(
      { hostname, port, path, method, headers: { Host: `${hostname}:${port}`, ...headers } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    asked.on("error", reject);
    asked.end(method === "POST" ? "name=x" : undefined);
  });
}
const form = { "Content-Type": "application/x-www-form-urlencoded" };

describe("the guard in front of every door", () => {
  test.each(["/account", "/sign-in", "/language", "/uploads", "/applications/new", "/manage/week"])(
    "refuses a writing request to %s that comes from another site, or does not say where it comes from",
    async (path) => {
      const signed = { ...form, Cookie: cookie };
      expect(await raw(path, "POST", { ...signed, Origin: "https://evil.example" })).toBe(403);
      expect(await raw(path, "POST", { ...signed, Origin: "null" })).toBe(403);
      expect(await raw(path, "POST", { ...signed, Origin: site.url, "Sec-Fetch-Site": "cross-site" })).toBe(403);
      expect(await raw(path, "POST", signed)).toBe(403);
      expect(await raw(path, "DELETE", { ...signed, Origin: "https://evil.example" })).toBe(403);
    },
  );

  test("believes no other host than its own, whatever a proxy's header says", async () => {
    expect(await raw("/", "GET", { Host: "evil.example" })).toBe(421);
    const answer = await site.ask("/forgot-password", { headers: { "X-Forwarded-Host": "evil.example" } });
    expect(await answer.text()).not.toContain("evil.example");
  });
});

describe("what every page carries", () => {
  test("a policy with a nonce of its own, and no door for frames, guesses or scripts of others", async () => {
    const [one, other] = [await site.ask("/account", { cookie }), await site.ask("/account", { cookie })];
    const policy = one.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=-]{16,}'/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy.split("script-src")[1]?.split(";")[0]).not.toMatch(/unsafe|\*/);
    expect(policy).not.toBe(other.headers.get("content-security-policy"));
    expect(one.headers.get("x-content-type-options")).toBe("nosniff");
    expect(one.headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
  });

  test.each(["/account", "/applications", "/", "/calls", "/nowhere"])(
    "%s is kept by nobody once a session is brought",
    async (path) => {
      expect((await site.ask(path, { cookie })).headers.get("cache-control")).toBe("private, no-store");
    },
  );

  test("an address nobody knows tells nothing of how the house is built", async () => {
    const answer = await site.ask("/manage/calls/%00%ff/scores?x=%27%22<script>", { cookie });
    expect([404, 400]).toContain(answer.status);
    expect(await answer.text()).not.toMatch(/at \w+ \(|node_modules|SqliteError/);
  });
});

describe("attempts", () => {
  test("to sign in end after some tries, with when to come back, in words", async () => {
    const attempt = () =>
      site.ask("/sign-in", {
        method: "POST",
        body: new URLSearchParams({ email: "known@shore.test", password: "not the password" }),
      });
    let last = await attempt();
    for (let tries = 0; tries < 30 && last.status !== 429; tries++) last = await attempt();
    expect(last.status).toBe(429);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await last.text()).toContain("Too many attempts");
  });

  test("to be led elsewhere after signing in end inside the house", async () => {
    for (const next of ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example"]) {
      const page = await (await site.ask(`/sign-in?next=${encodeURIComponent(next)}`)).text();
      expect(page).not.toMatch(/(href|action|value)="(https?:)?\/\/evil\.example/);
    }
  });
});

describe("the figures of the process", () => {
  const isFigures = async (headers: Record<string, string>) => {
    const answer = await fetch(`${site.url}/metrics`, { headers });
    const text = await answer.text();
    expect(text.includes("tidemark_request_seconds")).toBe(answer.ok);
    return answer.status;
  };

  test("are for this machine alone, and for nothing a proxy passes on", async () => {
    await site.ask("/applications", { cookie });
    expect(await isFigures({})).toBe(200);
    expect(await isFigures({ "X-Forwarded-For": "198.51.100.7" })).toBe(404);
  });

  test("count by part of the address and name nobody", async () => {
    const word = `secret-${Date.now()}`;
    await site.ask(`/${word}/page`);
    const text = await (await fetch(`${site.url}/metrics`)).text();
    expect(text).toMatch(/tidemark_request_seconds_count\{area="other",method="GET",status="4xx"\} [1-9]/);
    expect(text).not.toContain(word);
    expect(text).toMatch(/tidemark_oldest_job_seconds \d/);
  });

  test("are, with a token set, for whoever brings it", async () => {
    await site.restart({ METRICS_TOKEN: "a token of the watch" });
    expect(await isFigures({})).toBe(404);
    expect(await isFigures({ Authorization: "Bearer another token of it" })).toBe(404);
    expect(await isFigures({ Authorization: "Bearer a token of the watch", "X-Forwarded-For": "198.51.100.7" })).toBe(
      200,
    );
  });
});
