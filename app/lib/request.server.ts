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

/** The posted form, refused with 413 beyond 2 MiB: files have their own door. */
export async function readFormData(request: Request): Promise<FormData> {
  const length = Number(request.headers.get("content-length") ?? 0);
  if (length > FORM_BYTES) throw data(null, { status: 413 });
  return request.formData();
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
