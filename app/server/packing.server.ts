import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";

const pack = promisify(gzip);

/** Pages, and what the browser's router and our own scripts ask for: whole answers that lie in memory already. */
const WHOLE = /^(text\/html|application\/json|text\/x-script|text\/calendar)\b/;
const SMALL = 1_000;
const LEVEL = 4;

/**
 * Compresses whole answers in one step and says how long they are. Streams (exports) are left to the general
 * compression, which costs several times as much for a page of this size.
 */
export const packing: MiddlewareHandler = async (context, next) => {
  await next();
  const { res } = context;
  const { headers } = res;
  if (context.req.method === "HEAD" || !res.body || headers.has("Content-Encoding")) return;
  if (!WHOLE.test(headers.get("Content-Type") ?? "")) return;
  const content = Buffer.from(await res.arrayBuffer());
  if (content.length < SMALL || !acceptsGzip(context.req.header("accept-encoding"))) {
    headers.set("Content-Length", String(content.length));
    context.res = new Response(content, { status: res.status, headers });
    return;
  }
  const packed = await pack(content, { level: LEVEL });
  headers.append("Vary", "Accept-Encoding");
  headers.set("Content-Encoding", "gzip");
  headers.set("Content-Length", String(packed.length));
  context.res = new Response(packed, { status: res.status, headers });
};

/** Whether a browser takes gzip, and does not say so only to refuse it (`gzip;q=0`). */
export function acceptsGzip(accepted = ""): boolean {
  const named = accepted.split(",").find((one) => one.trim().toLowerCase().startsWith("gzip"));
  return named !== undefined && !/;\s*q=0(\.0*)?\s*$/.test(named);
}
