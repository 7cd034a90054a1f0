import { PassThrough, Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { Moment } from "./moment.ts";

/** One file of a package. `path` is relative and safe (`safePath`); media is packed as it is, text is deflated. */
export type ZipEntry = { path: string; at: Moment; isText: boolean; open: () => Readable | Promise<Readable> };

export function textEntry(path: string, at: Moment, text: string): ZipEntry {
  return { path, at, isText: true, open: () => Readable.from([Buffer.from(text)]) };
}

/** A value as a JSON file that people can read too. */
export function jsonEntry(path: string, at: Moment, value: unknown): ZipEntry {
  return textEntry(path, at, `${JSON.stringify(value, null, 2)}\n`);
}

/**
 * Packs entries as they come, each opened only when the one before is through: memory stays that of one buffer, however
 * many and large they are. A failing entry destroys the stream, so nobody takes half a package for a whole one.
 */
export function zipStream(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream.pipe(new PassThrough());
  void pack(zip, entries, output).catch((error: Error) => output.destroy(error));
  return output;
}

async function pack(zip: ZipFile, entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>, output: PassThrough) {
  for await (const { path, at, isText, open } of entries) {
    const source = await open();
    const drop = () => source.destroy();
    output.once("close", drop);
    try {
      zip.addReadStream(source, path, { mtime: new Date(at), compress: isText });
      await finished(source, { writable: false });
    } finally {
      output.off("close", drop);
    }
  }
  zip.end();
}

/** A name somebody gave, as one step of a path that every system takes: no slashes, no reserved signs, not hidden. */
export function safeStep(name: string): string {
  const clean = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}/\\:*?"<>|]/gu, "_")
    .replace(/^[. ]+|[. ]+$/g, "")
    .slice(0, 120);
  return clean || "_";
}
