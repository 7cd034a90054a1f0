import type { MiddlewareHandler } from "hono";

const harmless = new Set(["GET", "HEAD"]);
const methods = new Set(["GET", "HEAD", "POST", "PUT", "DELETE"]);

/**
 * In front of every door, Remix's own check being partial: an unknown host gets 421; a writing request must come from
 * our own pages, told by Sec-Fetch-Site or by an Origin equal to the configured one. Neither present: refused.
 * Signed part uploads carry their right in the URL and no cookie counts there, so `isSigned` lets them pass.
 */
export function requestGuard({
  origin,
  isSigned,
}: {
  origin: string;
  isSigned: (path: string) => boolean;
}): MiddlewareHandler {
  const own = new URL(origin);
  return async (context, next) => {
    const { method } = context.req;
    if (!methods.has(method)) return context.text("Method not allowed", 405, { Allow: [...methods].join(", ") });
    const host = context.req.header("host") ?? "";
    if (!isOwnHost(host, own) && !context.req.path.match(/^\/(livez|readyz|metrics)$/))
      return context.text("Misdirected request", 421);
    if (!harmless.has(method) && !isSigned(context.req.path) && !isFromOwnPage(context.req.raw.headers, own))
      return context.text("This request did not come from our own page.", 403);
    return next();
  };
}

function isOwnHost(host: string, own: URL): boolean {
  if (host === own.host) return true;
  // The demo and the tests answer to both names of this machine.
  return isLoopback(own.hostname) && isLoopback(host.replace(/:\d+$/, "")) && portOf(host) === portOf(own.host);
}

function isFromOwnPage(headers: Headers, own: URL): boolean {
  // What a browser itself calls foreign is foreign, whatever else it says.
  if (headers.get("sec-fetch-site") === "cross-site") return false;
  const origin = headers.get("origin");
  if (origin !== null) {
    try {
      const from = new URL(origin);
      return from.protocol === own.protocol && isOwnHost(from.host, own) && from.host === headers.get("host");
    } catch {
      return false;
    }
  }
  return headers.get("sec-fetch-site") === "same-origin";
}

const isLoopback = (name: string) => name === "localhost" || name === "127.0.0.1" || name === "[::1]";
const portOf = (host: string) => /:(\d+)$/.exec(host)?.[1] ?? "";
