import type { Answers, Row } from "#app/features/call/answers.ts";
import type { CallDefinition } from "#app/features/call/definition.ts";
import type { Language } from "#app/i18n/text.ts";

type Entry = { sealed: Answers; current: Answers; definition: CallDefinition; language: Language };

/**
 * The makers to print beside an honour: names and roles as they were sealed, only when they agreed to it then and have
 * not unticked it since.
 */
export function publicMakersOf({ sealed, current, definition, language }: Entry): { name: string; role: string }[] {
  if (sealed.c_publish !== true || current.c_publish !== true) return [];
  const field = definition.sections.flatMap((part) => part.fields).find(({ type }) => type === "people");
  const rows = field && sealed[field.id];
  if (!field || !Array.isArray(rows)) return [];
  const roles = field.columns?.find((column) => column.id === "role")?.options ?? [];
  return rows
    .filter((row): row is Row => typeof row === "object")
    .map((row) => ({
      name: nameIn(row, language),
      role: roles.find((role) => role.id === row.role)?.label[language] ?? "",
    }))
    .filter(({ name }) => name !== "");
}

function nameIn({ name_zh, name_en }: Row, language: Language): string {
  const [first, second] = language === "zh" ? [name_zh, name_en] : [name_en, name_zh];
  return String(first || second || "");
}
