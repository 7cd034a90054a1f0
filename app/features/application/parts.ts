import type { CallDefinition, Text } from "#app/features/call/definition.ts";
import type { Language } from "#app/i18n/text.ts";
import type { Obstacle } from "#app/lib/refusal.ts";
import type { SectionProgress } from "./completeness.ts";
import type { Finding } from "./eligibility.ts";

export type Part = {
  /** A section, or `files`. */
  id: string;
  title: string;
  done: number;
  total: number;
  missing: { obstacle: Obstacle; label: string }[];
};

/** The parts of an application with what stands in the way in each; broken rules stand at the field they speak of. */
export function partsOf(
  definition: CallDefinition,
  progress: readonly SectionProgress[],
  { broken, language, filesTitle }: { broken: readonly Finding[]; language: Language; filesTitle: string },
): Part[] {
  return progress.map((part) => {
    const section = definition.sections.find((one) => one.id === part.id);
    const own = new Set((section?.fields ?? definition.slots).map((one) => one.id));
    const obstacles = withRules(
      part.obstacles,
      broken.filter(({ at }) => own.has(at)),
    );
    return {
      id: part.id,
      title: section?.title[language] ?? filesTitle,
      done: part.done,
      total: part.total,
      missing: obstacles.map((obstacle) => ({ obstacle, label: placeLabel(definition, obstacle.at, language) })),
    };
  });
}

/** What stands in the way, with the rules that are broken where nothing is said yet: no place is named twice. */
export function withRules(obstacles: readonly Obstacle[], broken: readonly Finding[]): Obstacle[] {
  const named = new Set(obstacles.map(({ at }) => at));
  return [...obstacles, ...broken.filter(({ at }) => !named.has(at)).map(ruleObstacle)];
}

/** A broken rule as an obstacle that carries its own words. */
export function ruleObstacle({ rule, at, message }: Finding): Obstacle {
  return { code: "rule-broken", at, facts: { rule, zh: message.zh, en: message.en } };
}

/** The part an obstacle belongs to: a section, or `files`. Undefined for one without a place in the form. */
export function partOf(definition: CallDefinition, { at }: Obstacle): string | undefined {
  const id = at?.split("[")[0];
  if (id === undefined) return undefined;
  if (id === "files" || definition.slots.some((slot) => slot.id === id)) return "files";
  return definition.sections.find((section) => section.fields.some((field) => field.id === id))?.id;
}

/** What a place is called: «Title», or «People 2: Name» for a cell. */
export function placeLabel(definition: CallDefinition, at: string | undefined, language: Language): string {
  const [, id = "", row, column] = /^([^[]*)(?:\[(\d+)\]\.(.*))?$/.exec(at ?? "") ?? [];
  const fields = definition.sections.flatMap((section) => section.fields);
  const field = fields.find((one) => one.id === id);
  const named: { label: Text } | undefined = field ?? definition.slots.find((one) => one.id === id);
  const label = named?.label[language] ?? "";
  const cell = field?.columns?.find((one) => one.id === column);
  if (row === undefined || !cell) return label;
  return `${label} ${Number(row) + 1}${language === "zh" ? "：" : ": "}${cell.label[language]}`;
}
