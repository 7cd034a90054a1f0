import { entry } from "#app/i18n/messages/entry.ts";
import { type Language, speaker } from "#app/i18n/text.ts";
import type { EntryValue, EntryView } from "./visibility.ts";

export type EntryLines = { title: string; items: { label: string; text: string }[] };

/** An entry in plain words, section by section: for letters and papers, where nothing can be clicked or unfolded. */
export function entryLines({ sections }: Pick<EntryView, "sections">, language: Language): EntryLines[] {
  return sections.map(({ title, items }) => ({
    title,
    items: items.map(({ label, value }) => ({ label, text: valueText(value, language) })),
  }));
}

/** One answer in plain words; rows and lists take a line each. */
export function valueText(value: EntryValue, language: Language): string {
  const t = speaker(entry, language);
  const between = language === "zh" ? "；" : "; ";
  const after = language === "zh" ? "：" : ": ";
  switch (value.kind) {
    case "none":
      return t("value.none");
    case "yes-no":
      return t(value.yes ? "value.yes" : "value.no");
    case "link":
      return value.href;
    case "list":
      return value.items.join("\n");
    case "rows":
      return value.rows
        .map((row) =>
          row.flatMap((cell, at) => (cell === "" ? [] : [`${value.heads[at]}${after}${cell}`])).join(between),
        )
        .join("\n");
    default:
      return value.text;
  }
}
