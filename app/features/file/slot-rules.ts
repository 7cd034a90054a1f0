import type { FileFacts } from "#app/features/call/answers.ts";
import type { Slot } from "#app/features/call/definition.ts";
import type { Obstacle } from "#app/lib/refusal.ts";
import { sizeText } from "#app/lib/size-text.ts";

/**
 * Everything that keeps a file from its slot, by what was found in it. A fact that is not known is not judged here:
 * before the bytes have arrived there is only a name and a size.
 */
export function slotObstacles(slot: Slot, file: FileFacts): Obstacle[] {
  const found: (Obstacle | false)[] = [
    !isAccepted(slot, file.format) && {
      code: "format-not-accepted",
      facts: { found: file.format || "?", formats: slot.formats.join(", ") },
    },
    file.bytes <= 0 && { code: "file-empty" },
    file.bytes > slot.maxBytes && {
      code: "file-too-large",
      facts: { limit: sizeText(slot.maxBytes), size: sizeText(file.bytes) },
    },
    exceeds(file.pages, slot.maxPages) && {
      code: "too-many-pages",
      facts: { limit: slot.maxPages ?? 0, count: file.pages ?? 0 },
    },
    exceeds(minutes(file.seconds), slot.maxMinutes) && {
      code: "too-long-film",
      facts: { limit: slot.maxMinutes ?? 0, length: lengthText(file.seconds ?? 0) },
    },
    isTooLow(slot, file) && {
      code: "film-too-low",
      facts: { limit: slot.minHeight ?? 0, width: file.width ?? 0, height: file.height ?? 0 },
    },
    isTooSmall(slot, file) && {
      code: "picture-too-small",
      facts: {
        minWidth: slot.minPixels?.[0] ?? 0,
        minHeight: slot.minPixels?.[1] ?? 0,
        width: file.width ?? 0,
        height: file.height ?? 0,
      },
    },
    slot.codec !== undefined &&
      file.codec !== undefined &&
      codecName(file.codec) !== codecName(slot.codec) && {
        code: "codec-not-accepted",
        facts: { wanted: slot.codec.toUpperCase(), found: file.codec },
      },
  ];
  return found.filter((obstacle) => obstacle !== false).map((obstacle) => ({ ...obstacle, at: slot.id }));
}

/** Whether a slot holds as many files as it has to and no more than it may. */
export function slotCountObstacles(slot: Slot, count: number, required: boolean): Obstacle[] {
  const [least, most] = slot.count;
  const needed = required ? Math.max(1, least) : least;
  if (count > most) return [{ code: "too-many-files", at: slot.id, facts: { limit: most, count } }];
  if (count === 0) return required ? [{ code: "file-required", at: slot.id }] : [];
  return count < needed ? [{ code: "too-few-files", at: slot.id, facts: { limit: needed, count } }] : [];
}

/** Different spellings of one format. */
const ALIASES: Record<string, string> = { jpeg: "jpg", jpe: "jpg", qt: "mov", m4v: "mp4" };
const CODECS: Record<string, string> = {
  avc: "h264",
  avc1: "h264",
  avc3: "h264",
  hevc: "h265",
  hvc1: "h265",
  hev1: "h265",
};

function isAccepted({ formats }: Slot, format: string): boolean {
  const name = format.toLowerCase();
  return formats.includes(ALIASES[name] ?? name);
}

/** `avc1.64001f` and `H.264` are both h264. */
function codecName(codec: string): string {
  const [family = ""] = codec.toLowerCase().replace("h.26", "h26").split(".");
  return CODECS[family] ?? family;
}

function exceeds(value: number | undefined, limit: number | undefined): boolean {
  return value !== undefined && limit !== undefined && value > limit;
}

/** Whole seconds count, so that a few frames over the minute do no harm. */
function minutes(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : Math.floor(seconds) / 60;
}

/** A film in a wide format is cropped in height: 1920 × 804 is as good as 1920 × 1080. */
function isTooLow({ minHeight }: Slot, { width, height }: FileFacts): boolean {
  if (minHeight === undefined || width === undefined || height === undefined) return false;
  return height < minHeight && width < Math.round((minHeight * 16) / 9);
}

function isTooSmall({ minPixels }: Slot, { width, height }: FileFacts): boolean {
  if (minPixels === undefined || width === undefined || height === undefined) return false;
  return width < minPixels[0] || height < minPixels[1];
}

function lengthText(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
