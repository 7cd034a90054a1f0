import type { Answer, Answers, Row } from "#app/features/call/answers.ts";
import type { CallDefinition, Column, Field, Slot } from "#app/features/call/definition.ts";
import type { ManifestFile } from "#app/features/submission/manifest.ts";
import { formatDay, formatYuan } from "#app/i18n/format.ts";
import type { Language } from "#app/i18n/text.ts";
import { countryName } from "#app/lib/countries.ts";
import { type EditionFacts, isShown, valuesOf } from "./derived.ts";

/** Who reads an entry. The team and organisers see all of it; a juror what the round shows; the public what may be printed. */
export type Audience = "team" | "organiser" | "blind-juror" | "open-juror" | "public";

const seen: Record<Audience, readonly Field["visibility"][]> = {
  team: ["blind", "open", "staff", "public"],
  organiser: ["blind", "open", "staff", "public"],
  "blind-juror": ["blind"],
  "open-juror": ["blind", "open", "public"],
  public: ["public"],
};

/** Whether this audience may see a field or slot of that visibility. Staff is never for jurors. */
export function maySee({ visibility }: Pick<Field | Slot, "visibility">, audience: Audience): boolean {
  return seen[audience].includes(visibility);
}

export type EntryValue =
  | { kind: "text"; text: string }
  | { kind: "long"; text: string }
  | { kind: "link"; href: string }
  | { kind: "list"; items: string[] }
  | { kind: "yes-no"; yes: boolean }
  | { kind: "rows"; heads: string[]; rows: string[][] }
  | { kind: "none" };
export type EntryItem = { id: string; label: string; visibility: Field["visibility"]; value: EntryValue };
export type EntrySection = { id: string; title: string; items: EntryItem[] };
export type EntryFile = Pick<ManifestFile, "id" | "slot" | "bytes" | "format"> & {
  label: string;
  /** What the reader calls it: the team's own name, or for jurors the slot's. */
  name: string;
  visibility: Slot["visibility"];
  sha256?: string;
  seconds?: number | undefined;
  pages?: number | undefined;
  width?: number | undefined;
  height?: number | undefined;
};
/** A whole entry as one audience may see it: the only form in which a loader hands out answers. */
export type EntryView = { sections: EntrySection[]; files: EntryFile[] };

type Entry = { definition: CallDefinition; answers: Answers; files: readonly ManifestFile[]; edition: EditionFacts };
type Reader = { audience: Audience; language: Language };

/** Shapes an entry for its reader: what they may not see is not in the result at all. */
export function shapeEntry({ definition, answers, files, edition }: Entry, { audience, language }: Reader): EntryView {
  const values = valuesOf(definition, answers, edition);
  const sections = definition.sections
    .map((section) => ({
      id: section.id,
      title: section.title[language],
      items: section.fields
        .filter((field) => field.stage === "submit" && maySee(field, audience) && isShown(field, values))
        .map((field) => ({
          id: field.id,
          label: field.label[language],
          visibility: field.visibility,
          value: entryValueOf(field, values[field.id] ?? undefined, language),
        })),
    }))
    .filter((section) => section.items.length > 0);
  return { sections, files: shapeFiles(definition, files, { audience, language }) };
}

function shapeFiles(
  definition: CallDefinition,
  files: readonly ManifestFile[],
  { audience, language }: Reader,
): EntryFile[] {
  const isInside = audience === "team" || audience === "organiser";
  return definition.slots
    .filter((slot) => maySee(slot, audience))
    .flatMap((slot) => {
      const own = files.filter((file) => file.slot === slot.id);
      return own.map((file, index) => ({
        id: file.id,
        slot: slot.id,
        label: slot.label[language],
        visibility: slot.visibility,
        bytes: file.bytes,
        format: file.format,
        name: isInside ? file.name : own.length > 1 ? `${slot.label[language]} ${index + 1}` : slot.label[language],
        ...(isInside ? { sha256: file.sha256 } : {}),
        seconds: file.seconds,
        pages: file.pages,
        width: file.width,
        height: file.height,
      }));
    });
}

function entryValueOf(field: Field, answer: Answer | undefined, language: Language): EntryValue {
  if (answer === undefined || answer === "" || (Array.isArray(answer) && answer.length === 0)) return { kind: "none" };
  if (typeof answer === "boolean") return { kind: "yes-no", yes: answer };
  if (Array.isArray(answer)) {
    const rows = answer.filter((row): row is Row => typeof row === "object");
    if (field.columns || rows.length > 0) return rowsOf(field.columns ?? [], rows, language);
    return {
      kind: "list",
      items: answer.filter((item) => typeof item === "string").map((id) => labelOf(field, id, language)),
    };
  }
  if (field.type === "url") return { kind: "link", href: String(answer) };
  if (field.type === "longtext") return { kind: "long", text: String(answer) };
  return { kind: "text", text: scalarText(field, answer, language) };
}

function rowsOf(columns: readonly Column[], rows: readonly Row[], language: Language): EntryValue {
  return {
    kind: "rows",
    heads: columns.map((column) => column.label[language]),
    rows: rows.map((row) =>
      columns.map((column) => {
        const cell = row[column.id];
        return cell === undefined ? "" : scalarText(column, cell, language);
      }),
    ),
  };
}

function scalarText(field: Field | Column, answer: string | number, language: Language): string {
  if (field.type === "money") return formatYuan(Number(answer), language);
  if (field.type === "date" && /^\d{4}-\d{2}-\d{2}$/.test(String(answer))) return formatDay(String(answer), language);
  if (field.type === "country") return countryName(String(answer), language);
  if (field.type === "select") return labelOf(field, String(answer), language);
  return String(answer);
}

function labelOf({ options }: Field | Column, id: string, language: Language): string {
  return options?.find((option) => option.id === id)?.label[language] ?? id;
}
