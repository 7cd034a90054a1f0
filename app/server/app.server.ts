import { randomBytes } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import { serveStatic } from "@hono/node-server/serve-static";
import type { RequestHandler, ServerBuild } from "@remix-run/node";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { compress } from "hono/compress";
import { getCookie } from "hono/cookie";
import { clientAddress } from "#app/auth/client-address.server.ts";
import { findViewer, sessionCookieName } from "#app/auth/session.server.ts";
import type { Viewer, Visit } from "#app/auth/visit.ts";
import { config } from "#app/config.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { clock } from "#app/lib/clock.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { database } from "#db/database.server.ts";
import { handlersByArea } from "./areas.server.ts";
import { byteDoors } from "./bytes.server.ts";
import { requestGuard } from "./guard.server.ts";
import { health } from "./health.server.ts";
import { log } from "./log.server.ts";
import { metrics, timing } from "./metrics.server.ts";
import { packing } from "./packing.server.ts";
import { plainUploadDoor } from "./plain-upload.server.ts";
import { publicCache } from "./public-cache.server.ts";
import { reviewSaveDoor } from "./review-saves.server.ts";
import { uploadDoors } from "./uploads.server.ts";

export type Environment = { Variables: { arrivedAt: Moment; nonce: string; visit: Visit } };
type Options = { build: () => Promise<ServerBuild>; clientDirectory: string; mode: "production" | "development" };

/** The whole web server: arrival stamp, guard, headers, doors for bytes, then Remix. */
export function createApp({ build, clientDirectory, mode }: Options): Hono<Environment> {
  const app = new Hono<Environment>();
  app.use(timing);
  app.use(async (context, next) => {
    context.set("arrivedAt", clock.now());
    context.set("nonce", randomBytes(16).toString("base64url"));
    await next();
  });
  app.use(requestGuard({ origin: config.origin, isSigned: (path) => path.startsWith("/u/v1/") }));
  app.route("/", health);
  app.route("/", metrics);
  if (mode === "production") {
    app.use(
      "/assets/*",
      under(
        {
          "Cache-Control": "public, max-age=31536000, immutable",
          "Content-Security-Policy": workerPolicy,
          "X-Content-Type-Options": "nosniff",
        },
        serveStatic({ root: clientDirectory, precompressed: true }),
      ),
    );
  }
  app.use(async (context, next) => {
    context.set("visit", visitOf(context));
    await next();
  });
  app.route("/", byteDoors);
  app.use(compress());
  app.use(packing);
  app.use(safeHeaders(mode));
  app.route("/", uploadDoors);
  app.route("/", reviewSaveDoor);
  app.route("/", plainUploadDoor);
  if (mode === "production") {
    app.use(
      publicCache({
        sessionCookie: sessionCookieName(config.origin),
        policyOf: contentPolicy,
        milliseconds: () => clock.milliseconds(),
      }),
    );
    // After the kept pages, which need no look at the disk.
    app.use("*", under({ "Cache-Control": "public, max-age=3600" }, serveStatic({ root: clientDirectory })));
  }
  // The handler makes its routes of the build the first time it is asked; so it is kept as long as the build.
  let known: { build: ServerBuild; handlerOf: (path: string) => RequestHandler } | undefined;
  app.all("*", async (context) => {
    const current = await build();
    if (known?.build !== current) known = { build: current, handlerOf: handlersByArea(current, mode) };
    return known.handlerOf(context.req.path)(context.req.raw, { visit: context.get("visit") });
  });
  app.onError((error, context) => {
    log.error({ path: context.req.path, error: error.message, stack: error.stack }, "request failed");
    return context.text("Something went wrong. Nothing was lost; please try again.", 500);
  });
  return app;
}

/** Files with these headers: what is set in `onFound` comes too late for the answer. */
function under(headers: Record<string, string>, files: MiddlewareHandler): MiddlewareHandler {
  return async (context, next) => {
    const answer = await files(context, next);
    if (answer instanceof Response)
      for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
    return answer;
  };
}

function visitOf(context: Context<Environment>): Visit {
  const token = getCookie(context, sessionCookieName(config.origin));
  const arrivedAt = context.get("arrivedAt");
  let found: Promise<Viewer | null> | undefined;
  return {
    nonce: context.get("nonce"),
    arrivedAt,
    address: clientAddress(
      getConnInfo(context).remote.address ?? "",
      context.req.header("x-forwarded-for"),
      config.trustedProxies,
    ),
    language: languageOf(context.req.raw),
    viewer() {
      found ??= token ? findViewer(database, { token, now: arrivedAt }) : Promise.resolve(null);
      return found;
    },
  };
}

/** Headers of every page. `private, no-store` for whoever brings a session; development needs Vite's inline scripts. */
function safeHeaders(mode: Options["mode"]): MiddlewareHandler<Environment> {
  return async (context, next) => {
    await next();
    const headers = context.res.headers;
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()");
    if (config.origin.startsWith("https:")) headers.set("Strict-Transport-Security", "max-age=31536000");
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
    if (mode === "production" && !headers.has("Content-Security-Policy"))
      headers.set("Content-Security-Policy", contentPolicy([`'nonce-${context.get("nonce")}'`]));
  };
}

/**
 * For what runs as a worker, which has the policy of its own script: strangers' documents are read there. The decoders
 * for scanned pages are compiled there too, and only there.
 */
const workerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

function contentPolicy(scriptSources: readonly string[]): string {
  const storage = config.storageUrl ? new URL(config.storageUrl).searchParams.get("endpoint") : null;
  return [
    "default-src 'self'",
    `script-src 'self' ${scriptSources.join(" ")}`,
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    `connect-src 'self'${storage ? ` ${new URL(storage).origin}` : ""}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
