import type { Answers } from "#app/features/call/answers.ts";
import type { CallDefinition } from "#app/features/call/definition.ts";
import type { ManifestFile } from "#app/features/submission/manifest.ts";
import type { Language } from "#app/i18n/text.ts";
import type { EditionFacts } from "./derived.ts";
import { valueText } from "./entry-lines.ts";
import { shapeEntry } from "./visibility.ts";

type Version = { answers: Answers; files: readonly ManifestFile[] };

/** One place where two versions of an entry differ; null where a version has nothing there. */
export type Difference = { at: string; part: string; label: string; before: string | null; after: string | null };

/** What differs between the version that stands and the one in hand, in the order of the form, files last. */
export function differencesOf(
  definition: CallDefinition,
  { standing, draft }: { standing: Version; draft: Version },
  { edition, language }: { edition: EditionFacts; language: Language },
): Difference[] {
  const shape = (version: Version) =>
    shapeEntry({ definition, ...version, edition }, { audience: "team", language }).sections;
  const said = (sections: ReturnType<typeof shape>) =>
    new Map(
      sections.flatMap(({ items }) =>
        items.flatMap(({ id, value }) => (value.kind === "none" ? [] : [[id, valueText(value, language)] as const])),
      ),
    );
  const [before, after] = [said(shape(standing)), said(shape(draft))];
  const words = definition.sections.flatMap((section) =>
    section.fields.map(({ id, label }) => ({
      at: id,
      part: section.id,
      label: label[language],
      before: before.get(id) ?? null,
      after: after.get(id) ?? null,
    })),
  );
  const files = definition.slots.flatMap(({ id, label }) => {
    const had = standing.files.filter(({ slot }) => slot === id);
    const has = draft.files.filter(({ slot }) => slot === id);
    const only = (some: readonly ManifestFile[], others: readonly ManifestFile[]) =>
      some.filter((file) => !others.some((other) => other.id === file.id)).map(({ name }) => name);
    const named = { at: id, part: "files", label: label[language] };
    return { ...named, before: only(had, has).join("\n") || null, after: only(has, had).join("\n") || null };
  });
  return [...words, ...files].filter((one) => one.before !== one.after);
}
