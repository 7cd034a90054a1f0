import { data } from "@remix-run/node";
import type { z } from "zod";

/** A part of the URL. Over-long or missing ones are a 404 like every unknown thing. */
export function param(params: Record<string, string | undefined>, name: string): string {
  const value = params[name];
  if (!value || value.length > 100) throw data(null, { status: 404 });
  return value;
}

/** Reads the query by a schema that must have a fallback for everything: a bad filter is never an error page. */
export function readQuery<Schema extends z.ZodType>(request: Request, schema: Schema): z.output<Schema> {
  const entries: Record<string, string> = {};
  for (const [name, value] of new URL(request.url).searchParams)
    if (!(name in entries)) entries[name] = value.slice(0, 500);
  const read = schema.safeParse(entries);
  return read.success ? read.data : schema.parse({});
}

const FORM_BYTES = 2 * 1024 * 1024;
/** Far more than the names and numbers that our own scripts send. */
const JSON_BYTES = 256 * 1024;
/** So much of what is too long is still taken in, and thrown away: a line cut in the middle shows no page. */
const TAKEN_IN = 64 * 1024 * 1024;

/** The posted form, refused with 413 beyond 2 MiB: files have their own door. What is no form is a 400. */
export async function readFormData(request: Request): Promise<FormData> {
  const content = await readAll(request.body, FORM_BYTES);
  if (!content) throw data(null, { status: 413 });
  try {
    const headers = { "Content-Type": request.headers.get("content-type") ?? "" };
    return await new Response(content, { headers }).formData();
  } catch {
    throw data(null, { status: 400 });
  }
}

/**
 * What a script of ours sent as JSON; null for what is none, which no schema takes.
 * @throws Response 413 beyond 256 KiB
 */
export async function readJson(request: Request): Promise<unknown> {
  const content = await readAll(request.body, JSON_BYTES);
  if (!content) throw Response.json(null, { status: 413 });
  try {
    return JSON.parse(Buffer.from(content).toString("utf8"));
  } catch {
    return null;
  }
}

/** Counts while reading, since not everybody says how long a body is. Null for what is too long. */
async function readAll(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const reader = body?.getReader();
  for (let next = await reader?.read(); next && !next.done && bytes <= TAKEN_IN; next = await reader?.read()) {
    bytes += next.value.length;
    if (bytes <= limit) parts.push(next.value);
  }
  return bytes > limit ? null : new Uint8Array(Buffer.concat(parts));
}

/** Keeps only addresses inside this site, for `?next=`; anything else becomes `fallback`. */
export function safePath(path: string | null | undefined, fallback = "/"): string {
  if (!path || path.length > 2000 || !path.startsWith("/") || /[\\\s]|^\/\//.test(path)) return fallback;
  try {
    const url = new URL(path, "http://inside.invalid");
    if (url.origin !== "http://inside.invalid") return fallback;
    const clean = url.pathname + url.search + url.hash;
    return clean.startsWith("//") ? fallback : clean;
  } catch {
    return fallback;
  }
}
