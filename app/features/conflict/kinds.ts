import { z } from "zod";
import { type Text, text } from "#app/features/call/definition.ts";

const kind = z.object({ id: z.string(), label: text, isHard: z.boolean() });
export type ConflictKind = z.infer<typeof kind>;

const settings = z.object({ judging: z.object({ conflicts: z.object({ kinds: z.array(kind) }) }) });
const flatSettings = z.object({ conflicts: z.object({ kinds: z.array(kind) }) });

/** A relation nobody has named a kind for. Hard, because what cannot be weighed is kept apart. */
const otherKind: ConflictKind = {
  id: "other_personal",
  label: { zh: "其他个人关系", en: "Another personal relation" },
  isHard: true,
};

/** The kinds of conflict an edition knows, from its settings; one kind for everything where it names none. */
export function conflictKindsOf(editionSettings: string): ConflictKind[] {
  const stored: unknown = JSON.parse(editionSettings);
  const nested = settings.safeParse(stored);
  if (nested.success) return nested.data.judging.conflicts.kinds;
  const flat = flatSettings.safeParse(stored);
  return flat.success ? flat.data.conflicts.kinds : [otherKind];
}

/** What a kind is called; its id where the edition no longer knows it. */
export function conflictLabel(kinds: readonly ConflictKind[], id: string): Text {
  return kinds.find((one) => one.id === id)?.label ?? { zh: id, en: id };
}
