import type { Answer, Answers, Row } from "#app/features/call/answers.ts";
import { holds, type Values } from "#app/features/call/condition.ts";
import type { CallDefinition, Field } from "#app/features/call/definition.ts";
import { fieldsOf } from "#app/features/call/fields.ts";
import type { Day } from "#app/lib/moment.ts";

/** What conditions and rules may ask of the edition. */
export type EditionFacts = { startsOn: Day; hasOverseasRecipient: boolean };

/**
 * Every value conditions and rules may name: the answers that count, what is computed from them, and the edition's facts.
 * Answers to hidden fields are left out; they are kept in the draft, but nobody asked for them.
 */
export function valuesOf(definition: CallDefinition, answers: Answers, edition: EditionFacts): Values {
  const fields = fieldsOf(definition);
  const known = new Set(fields.map((field) => field.id));
  const given = Object.fromEntries(Object.entries(answers).filter(([id]) => known.has(id)));
  let values = withDerived(given, edition);
  // A hidden answer may itself hide another; a form of conditions that chase each other is cut off, not followed.
  for (let pass = 0; pass < PASSES; pass += 1) {
    const hidden = new Set(fields.filter((field) => !isShown(field, values)).map((field) => field.id));
    const next = withDerived(Object.fromEntries(Object.entries(given).filter(([id]) => !hidden.has(id))), edition);
    if (Object.keys(next).length === Object.keys(values).length) return next;
    values = next;
  }
  return values;
}

/** The answers that count: those to fields which are shown. This is what is sealed and judged. */
export function answersShown(definition: CallDefinition, answers: Answers, edition: EditionFacts): Answers {
  const values = valuesOf(definition, answers, edition);
  const fields = fieldsOf(definition).filter((field) => field.type !== "computed" && isShown(field, values));
  return Object.fromEntries(
    fields.flatMap(({ id }) => {
      const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
      return answer === undefined ? [] : [[id, answer] as const];
    }),
  );
}

/** Whether a field is asked for, given everything else. */
export function isShown(field: Field, values: Values): boolean {
  return field.showIf === undefined || holds(field.showIf, values);
}

/** The computed values by name; one that cannot be known yet is left out. */
export function derivedValues(answers: Answers, { startsOn }: Pick<EditionFacts, "startsOn">): Record<string, Answer> {
  const people = rowsOf(answers, "people");
  const born = answers.lead_birth_date;
  const total = answers.total_budget;
  const secured = answers.secured_amount;
  const made = people[0]?.features_made;
  return {
    ...(typeof born === "string" && isDay(born) ? { lead_age: yearsBetween(born, startsOn) } : {}),
    ...(typeof total === "number" && typeof secured === "number" && total > 0
      ? { secured_pct: Math.round((secured / total) * 10_000) / 100 }
      : {}),
    ...(typeof made === "number" ? { lead_features_made: made } : {}),
    ...(people.length > 0
      ? { has_director_and_producer: ["director", "producer"].every((role) => people.some((one) => one.role === role)) }
      : {}),
  };
}

/** Completed years on a day. Who was born on 29 February is a year older on 1 March of common years. */
export function yearsBetween(born: Day, on: Day): number {
  return Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < born.slice(5) ? 1 : 0);
}

/** What a work is called in lists: its title in the form's own words, Chinese first; empty while unnamed. */
export function titleOf(answers: Answers): string {
  for (const id of ["title_zh", "title_en", "venture_name", "nominee_name"]) {
    const title = Object.hasOwn(answers, id) ? answers[id] : undefined;
    if (typeof title === "string" && title !== "") return title;
  }
  return "";
}

const PASSES = 5;

function withDerived(answers: Answers, edition: EditionFacts): Values {
  return {
    ...answers,
    ...derivedValues(answers, edition),
    "edition.has_overseas_recipient": edition.hasOverseasRecipient,
  };
}

function rowsOf(answers: Answers, id: string): Row[] {
  const value = Object.hasOwn(answers, id) ? answers[id] : undefined;
  return Array.isArray(value) ? value.filter((row): row is Row => typeof row === "object") : [];
}

function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
