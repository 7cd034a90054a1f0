import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";

/** The launchers (app/cli) start the server from here, so that one bundle and one database connection serve all. */
export { createApp } from "./server/app.server.ts";
export { serve } from "./server/serve.server.ts";

export const streamTimeout = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8");
  const { nonce } = context.visit;
  return new Promise((resolve, reject) => {
    let code = status;
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={entry} url={request.url} nonce={nonce} />, {
      nonce,
      // No page waits for a part of itself, so each is sent whole: cheaper than in pieces, and its status is the right one.
      onAllReady() {
        clearTimeout(timer);
        const body = new PassThrough();
        buffer(body).then((html) => resolve(new Response(html, { status: code, headers })), reject);
        pipe(body);
      },
      onShellError: reject,
      onError() {
        code = 500;
      },
    });
    const timer = setTimeout(abort, streamTimeout + 1000);
  });
}

/** Expected answers (404, 403) are no errors; the rest goes to the log without the request's content. */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (request.signal.aborted) return;
  // Thrown by the gate on purpose: an answer with a status, not a failure.
  if (typeof error === "object" && error !== null && "type" in error && error.type === "DataWithResponseInit") return;
  // The router's own answers to what no page of ours asks: a method without a door, an address without a page.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  const { pathname } = new URL(request.url);
  console.error(
    JSON.stringify({
      level: 50,
      msg: "page failed",
      path: pathname,
      error: error instanceof Error ? error.stack : String(error),
    }),
  );
}
