import type { CallDefinition, Field } from "./definition.ts";

/** All fields of a definition, in form order. Apart from definition.ts, whose schemas a browser need not load. */
export function fieldsOf(definition: CallDefinition): Field[] {
  return definition.sections.flatMap((part) => part.fields);
}
