import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { languageOf } from "#app/i18n/language.server.ts";
import { publicKeyOf } from "./public-page.ts";

type Body = Uint8Array<ArrayBuffer>;
type Page = { until: number; headers: Record<string, string>; bodies: { br: Body; gzip: Body; identity: Body } };
type Settings = {
  sessionCookie: string;
  /** The policy of a page whose inline scripts are known by their hashes. */
  policyOf: (scriptSources: readonly string[]) => string;
  milliseconds: () => number;
};

const LIFE = 3_000;
const KEPT = 500;

/**
 * Keeps public pages for a few seconds for visitors without a session, compressed and ready: the night of a deadline is
 * read more than written. A kept page has no nonce, which would be the same for all, but the hashes of its inline
 * scripts. Anything written below /manage empties it in this process; others are behind by its few seconds at most.
 */
export function publicCache({ sessionCookie, policyOf, milliseconds }: Settings): MiddlewareHandler<{
  Variables: { nonce: string };
}> {
  const pages = new Map<string, Page>();
  const underway = new Map<string, Promise<Page | undefined>>();
  let emptied = 0;

  return async (context, next) => {
    const { method, path } = context.req;
    if (method !== "GET") {
      await next();
      if (method !== "HEAD" && path.startsWith("/manage")) {
        pages.clear();
        emptied += 1;
      }
      return;
    }
    const url = new URL(context.req.url);
    const key = publicKeyOf(url.pathname, url.search, languageOf(context.req.raw));
    if (key === undefined || getCookie(context, sessionCookie) !== undefined) return next();

    const kept = pages.get(key);
    const making = underway.get(key);
    const known = kept && milliseconds() < kept.until ? kept : making && (await making);
    if (known) {
      context.res = answerWith(known, context.req.raw.headers);
      return;
    }
    if (making) return next();
    const since = emptied;
    let settle: (page: Page | undefined) => void = () => {};
    underway.set(key, new Promise((resolve) => (settle = resolve)));
    try {
      await next();
      const page = await pageOf(context.res, { nonce: context.get("nonce"), policyOf });
      if (!page) return settle(undefined);
      const fresh = { ...page, until: milliseconds() + LIFE };
      // What was read before something changed must not be kept after it.
      if (since === emptied) {
        if (pages.size >= KEPT) pages.clear();
        pages.set(key, fresh);
      }
      settle(fresh);
      context.res = undefined;
      context.res = answerWith(fresh, context.req.raw.headers);
    } finally {
      settle(undefined);
      underway.delete(key);
    }
  };
}

const smaller = promisify(gzip);
const smallest = promisify<Uint8Array, { params: Record<number, number> }, Buffer>(brotliCompress);

/** The page to keep, or nothing when the answer is not one for everybody. */
async function pageOf(answer: Response, { nonce, policyOf }: { nonce: string } & Pick<Settings, "policyOf">) {
  if (answer.status !== 200 || answer.headers.has("Set-Cookie")) return undefined;
  const type = answer.headers.get("Content-Type") ?? "";
  const text = (await answer.clone().text()).replaceAll(nonce, "");
  const identity = new Uint8Array(Buffer.from(text));
  const headers: Record<string, string> = {
    "Content-Type": type,
    "Cache-Control": "private, no-cache",
    Vary: "Cookie, Accept-Language, Accept-Encoding",
    ETag: `W/"${createHash("sha256").update(identity).digest("base64url").slice(0, 22)}"`,
  };
  if (type.startsWith("text/html")) headers["Content-Security-Policy"] = policyOf(scriptHashesOf(text));
  const disposition = answer.headers.get("Content-Disposition");
  if (disposition) headers["Content-Disposition"] = disposition;
  const [br, zipped] = await Promise.all([
    smallest(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    smaller(identity),
  ]);
  return { headers, bodies: { br: new Uint8Array(br), gzip: new Uint8Array(zipped), identity } };
}

/** Every inline script of a page, as a policy names it. */
export function scriptHashesOf(html: string): string[] {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  return [...new Set(inline.map(([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`))];
}

function answerWith({ headers, bodies }: Page, asked: Headers): Response {
  if (asked.get("if-none-match")?.includes(headers.ETag ?? "-")) return new Response(null, { status: 304, headers });
  const accepted = asked.get("accept-encoding") ?? "";
  const coding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : "identity";
  const coded = coding === "identity" ? headers : { ...headers, "Content-Encoding": coding };
  return new Response(bodies[coding], { headers: coded });
}
