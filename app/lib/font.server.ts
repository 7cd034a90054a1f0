import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The letters of printed papers (Noto Sans SC, SIL Open Font License): Latin and the usual Chinese. */
const place = join("public", "fonts", "noto-sans-sc.ttf");

export type Font = { bytes: Buffer; has(codePoint: number): boolean };

let opened: Promise<Font> | undefined;

/** The house's font with what it can write, read once. */
export function houseFont(): Promise<Font> {
  opened ??= readFile(found(dirname(fileURLToPath(import.meta.url)))).then((bytes) => {
    const ranges = rangesOf(bytes);
    return { bytes, has: (codePoint) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last) };
  });
  return opened;
}

/** This module stands deeper in the tree once it is built: the font lies where the tree begins. */
function found(folder: string): string {
  const path = join(folder, place);
  if (existsSync(path) || folder === dirname(folder)) return path;
  return found(dirname(folder));
}

/** The ranges of characters a TrueType font has, by its table `cmap` in format 4. */
function rangesOf(font: Buffer): [first: number, last: number][] {
  const cmap = tableOf(font, "cmap");
  const count = cmap.readUInt16BE(2);
  for (let record = 0; record < count; record++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * record + 4));
    if (table.readUInt16BE(0) !== 4) continue;
    const width = table.readUInt16BE(6);
    return Array.from({ length: width / 2 }, (_, segment) => [
      table.readUInt16BE(16 + width + 2 * segment),
      table.readUInt16BE(14 + 2 * segment),
    ]);
  }
  throw new Error("the font does not say which characters it has");
}

function tableOf(font: Buffer, tag: string): Buffer {
  const count = font.readUInt16BE(4);
  for (let table = 0; table < count; table++) {
    const at = 12 + 16 * table;
    if (font.toString("latin1", at, at + 4) === tag) return font.subarray(font.readUInt32BE(at + 8));
  }
  throw new Error(`the font has no table ${tag}`);
}
