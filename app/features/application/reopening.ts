import { z } from "zod";
import type { Answers } from "#app/features/call/answers.ts";
import type { CallDefinition, Field, Section, Slot } from "#app/features/call/definition.ts";
import type { ManifestFile } from "#app/features/submission/manifest.ts";
import type { Moment } from "#app/lib/moment.ts";

/** The fields and slots a return opened again; null where everything is open. */
export type Reopened = ReadonlySet<string> | null;

type Version = { answers: Answers; files: readonly ManifestFile[] };
type Asked = {
  application: { state: string; closesAt: Moment };
  returned: { reopened: string | null } | undefined;
  now: Moment;
};

const ids = z.array(z.string());

/**
 * What of an entry is open to change now. Before the deadline everything is, returned or not; after it a returned entry
 * opens what the organisers named.
 */
export function reopenedOf({ application, returned, now }: Asked): Reopened {
  if (application.state !== "returned" || now <= application.closesAt || !returned?.reopened) return null;
  return new Set(ids.parse(JSON.parse(returned.reopened)));
}

/** The fields of a section that may be changed. One that only a correction made appear has nothing sealed to keep. */
export function openFields({ fields }: Pick<Section, "fields">, reopened: Reopened, sealed: Answers): Field[] {
  if (reopened === null) return fields;
  return fields.filter(({ id, showIf }) => reopened.has(id) || (showIf !== undefined && sealed[id] === undefined));
}

export function isOpenSlot({ id }: Pick<Slot, "id">, reopened: Reopened): boolean {
  return reopened === null || reopened.has(id);
}

/** The entry in hand with all that was not opened as it was sealed: words typed elsewhere after the deadline do not count. */
export function corrected(
  definition: CallDefinition,
  draft: Version,
  { standing, reopened }: { standing: Version | undefined; reopened: Reopened },
): Version {
  if (reopened === null || !standing) return draft;
  const open = new Set(
    definition.sections.flatMap((section) => openFields(section, reopened, standing.answers)).map(({ id }) => id),
  );
  const only = (answers: Answers, isOpen: boolean) =>
    Object.fromEntries(Object.entries(answers).filter(([id]) => open.has(id) === isOpen));
  return {
    answers: { ...only(standing.answers, false), ...only(draft.answers, true) },
    files: definition.slots.flatMap((slot) =>
      (isOpenSlot(slot, reopened) ? draft : standing).files.filter((file) => file.slot === slot.id),
    ),
  };
}

/** What an organiser ticked, as fields and slots: a section stands for all its fields. Unknown names fall away. */
export function namedIn(definition: CallDefinition, ticked: readonly string[]): string[] {
  const named = new Set(ticked);
  return [
    ...definition.sections.flatMap(({ id, fields }) =>
      fields.filter((field) => field.type !== "computed" && (named.has(`section:${id}`) || named.has(field.id))),
    ),
    ...definition.slots.filter(({ id }) => named.has(id)),
  ].map(({ id }) => id);
}
