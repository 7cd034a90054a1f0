import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { fileTypeFromBuffer } from "file-type";
import { imageSize } from "image-size";
import { ALL_FORMATS, CustomSource, Input } from "mediabunny";
import { fromBuffer } from "yauzl";
import type { Inspection } from "#app/features/file/inspect-object.server.ts";
import { fileStore } from "#storage/store.server.ts";

/** A program of its own, run by inspect-object: `inspection KEY BYTES` prints what an object is, as JSON lines. */

const [key = "", size = "0"] = process.argv.slice(2);
const bytes = Number(size);
const store = fileStore();
const HEAD = 65_536;
const HELD = 120 * 1024 * 1024;

const range = async (start: number, end: number) => buffer(await store.read(key, { range: { start, end: end - 1 } }));

async function main() {
  const hash = createHash("sha256");
  if (bytes > 0) for await (const chunk of await store.read(key)) hash.update(chunk);
  const head = bytes > 0 ? await range(0, Math.min(HEAD, bytes)) : Buffer.alloc(0);
  const format = await formatOf(head);
  const known: Inspection = { sha256: hash.digest("hex"), format };
  say(known);
  say({ ...known, ...(await factsOf(format)) });
}

async function formatOf(head: Buffer): Promise<string> {
  if (head.length === 0) return "unknown";
  const type = await fileTypeFromBuffer(head);
  // Office files are ZIPs whose table of contents stands at their end: only the whole tells them apart.
  if (type?.ext === "zip" && bytes <= HELD) return (await fileTypeFromBuffer(await range(0, bytes)))?.ext ?? "zip";
  if (type) return type.ext === "m4v" ? "mp4" : type.ext;
  return isSubtitle(head) ? "srt" : "unknown";
}

function isSubtitle(head: Buffer): boolean {
  return /^\uFEFF?\s*\d+\r?\n\d\d:\d\d:\d\d,\d{3} --> /.test(head.toString("utf8").slice(0, 200));
}

async function factsOf(format: string): Promise<Partial<Inspection>> {
  try {
    if (format === "mp4" || format === "mov") return await filmFacts();
    if (bytes > HELD) return {};
    if (format === "pdf") return { pages: await pdfPages(await range(0, bytes)) };
    if (format === "jpg" || format === "png") {
      const { width, height } = imageSize(await range(0, Math.min(bytes, 4 * 1024 * 1024)));
      return { width, height };
    }
    if (format === "pptx") return { pages: await slideCount(await range(0, bytes)) };
    return {};
  } catch {
    return { isUnreadable: true };
  }
}

async function filmFacts(): Promise<Partial<Inspection>> {
  const source = new CustomSource({ getSize: () => bytes, read: range });
  const input = new Input({ source, formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  if (!track) return { isUnreadable: true };
  return {
    seconds: Math.round((await input.computeDuration()) * 100) / 100,
    width: track.displayWidth,
    height: track.displayHeight,
    ...(track.codec ? { codec: track.codec === "avc" ? "h264" : track.codec === "hevc" ? "h265" : track.codec } : {}),
  };
}

async function pdfPages(content: Buffer): Promise<number> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({
    data: new Uint8Array(content),
    isEvalSupported: false,
    useSystemFonts: true,
    verbosity: 0,
  });
  const { numPages } = await task.promise;
  await task.destroy();
  return numPages;
}

function slideCount(content: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    fromBuffer(content, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      let slides = 0;
      zip.on("entry", ({ fileName }) => {
        if (/^ppt\/slides\/slide\d+\.xml$/.test(fileName)) slides++;
        zip.readEntry();
      });
      zip.once("end", () => resolve(slides));
      zip.once("error", reject);
      zip.readEntry();
    });
  });
}

function say(inspection: Inspection) {
  process.stdout.write(`${JSON.stringify(inspection)}\n`);
}

await main();
process.exit(0);
