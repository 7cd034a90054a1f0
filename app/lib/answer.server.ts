import { data } from "@remix-run/node";
import { isUnavailable } from "#db/errors.server.ts";
import { NotFound, type Obstacle, Refused, Stale, TooMany } from "./refusal.ts";

export type Refusal = { obstacles: readonly Obstacle[]; stale?: unknown };

/**
 * Runs a use-case and turns the expected refusals into HTTP: 422 with the obstacles, 409 with the current text,
 * 404 for what is missing or not yours, 429 for too often, 503 when the database is busy. Everything else stays an error.
 */
export async function answer<T>(work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return data<Refusal>({ obstacles: error.obstacles }, { status: 422 });
    if (error instanceof Stale)
      return data<Refusal>({ obstacles: [{ code: "stale-version" }], stale: error.current }, { status: 409 });
    if (error instanceof TooMany) return tooMany(error);
    throw asResponse(error);
  }
}

/** 429 with when to come back, for people and for programs. */
export function tooMany({ retryAfterSeconds }: TooMany) {
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return data<Refusal>(
    { obstacles: [{ code: "too-many-attempts", facts: { minutes } }] },
    { status: 429, headers: { "Retry-After": String(retryAfterSeconds) } },
  );
}

/** What a loader throws for an expected error; any other error comes back as it is. */
export function asResponse(error: unknown): unknown {
  if (error instanceof NotFound) return data(null, { status: 404 });
  if (isUnavailable(error)) return data(null, { status: 503, headers: { "Retry-After": "5" } });
  return error;
}

/** The value, or the 404 that hidden and missing things share. */
export function found<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw data(null, { status: 404 });
  return value;
}

/** Runs a use-case for a script of ours: the same refusals as JSON. */
export async function answerJson<T>(work: () => Promise<T>): Promise<Response> {
  try {
    return Response.json(await work());
  } catch (error) {
    if (error instanceof Refused) return Response.json({ obstacles: error.obstacles }, { status: 422 });
    if (error instanceof Stale) return Response.json({ stale: error.current }, { status: 409 });
    if (error instanceof NotFound) return Response.json(null, { status: 404 });
    if (error instanceof Response) return error;
    if (isStatus(error)) return Response.json(null, error.init ?? {});
    if (isUnavailable(error)) return Response.json(null, { status: 503, headers: { "Retry-After": "5" } });
    throw error;
  }
}

/** What the gate throws for a page to show: an answer that is a status and no more. */
function isStatus(error: unknown): error is { init: ResponseInit | null } {
  return typeof error === "object" && error !== null && "type" in error && error.type === "DataWithResponseInit";
}
