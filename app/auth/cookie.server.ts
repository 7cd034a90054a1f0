import { redirect } from "@remix-run/node";
import { config } from "#app/config.server.ts";
import { paths } from "#app/lib/paths.ts";
import { safePath } from "#app/lib/request.server.ts";
import { sessionCookie, sessionCookieName } from "./session.server.ts";

/** The session token a request came with. */
export function tokenOf(request: Request): string | undefined {
  const name = sessionCookieName(config.origin);
  for (const part of (request.headers.get("cookie") ?? "").split(";")) {
    const [key, value] = part.trim().split("=", 2);
    if (key === name && value) return value;
  }
  return undefined;
}

/** Goes on signed in (token) or signed out (null). */
export function redirectWithSession(to: string, token: string | null) {
  return redirect(to, { headers: { "Set-Cookie": sessionCookie(token, config.origin) } });
}

/** What the browser says it is. */
export function userAgentOf(request: Request): string {
  return request.headers.get("user-agent") ?? "";
}

/** Where `?next=` leads, inside this site; else home. */
export function nextOf(request: Request): string {
  return safePath(new URL(request.url).searchParams.get("next"), paths.home());
}
