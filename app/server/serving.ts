/** How stored bytes are handed out: ranges, validators, safe headers. Pure. */

export type Asked = { range: string | null; ifRange: string | null; ifNoneMatch: string | null };
export type Served =
  | { status: 200 | 304 | 416; start: 0; end: number; headers: Record<string, string> }
  | { status: 206; start: number; end: number; headers: Record<string, string> };

/** What to answer to a request for an object of `size` bytes: the whole, one range, «not modified» or «no such range». */
export function serve({ range, ifRange, ifNoneMatch }: Asked, { size, etag }: { size: number; etag: string }): Served {
  const quoted = `"${etag}"`;
  const base = { "Accept-Ranges": "bytes", ETag: quoted };
  const end = size - 1;
  if (ifNoneMatch?.split(",").some((one) => one.trim() === quoted || one.trim() === "*"))
    return { status: 304, start: 0, end, headers: base };
  const whole: Served = { status: 200, start: 0, end, headers: { ...base, "Content-Length": String(size) } };
  if (!range || (ifRange !== null && ifRange !== quoted)) return whole;
  // Several ranges at once are answered with the whole, as the standard allows.
  const match = /^bytes=(\d*)-(\d*)$/.exec(range.trim());
  if (!match || (match[1] === "" && match[2] === "")) return whole;
  const [, from = "", to = ""] = match;
  const first = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === "" || to === "" ? end : Math.min(end, Number(to));
  if (first > last || first >= size || (from === "" && Number(to) === 0))
    return { status: 416, start: 0, end, headers: { ...base, "Content-Range": `bytes */${size}` } };
  return {
    status: 206,
    start: first,
    end: last,
    headers: { ...base, "Content-Length": String(last - first + 1), "Content-Range": `bytes ${first}-${last}/${size}` },
  };
}

/** Formats that may be shown in place; all else is only ever saved. */
const inline: Record<string, string> = {
  mp4: "video/mp4",
  mov: "video/quicktime",
  webm: "video/webm",
  pdf: "application/pdf",
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
};

/** Headers of every stored byte. The type is what was found in the content, never what somebody claimed. */
export function safeFileHeaders({ format, name }: { format: string; name: string }): Record<string, string> {
  const type = inline[format];
  return {
    "Content-Type": type ?? "application/octet-stream",
    "Content-Disposition": disposition(type ? "inline" : "attachment", name),
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
  };
}

/** RFC 6266: an ASCII name for old programs, the real one in UTF-8. Nothing in it can end the header. */
export function disposition(kind: "inline" | "attachment", name: string): string {
  const clean = name.replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, "").slice(0, 200);
  const ascii = clean.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  const utf8 = encodeURIComponent(clean).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
