import type { Answer, Answers } from "#app/features/call/answers.ts";
import type { Values } from "#app/features/call/condition.ts";
import type { Field, Section } from "#app/features/call/definition.ts";
import { derivedValues, type EditionFacts } from "./derived.ts";

/** What the inputs of a section hold, by input name. */
export type Inputs = Readonly<Record<string, readonly string[]>>;

/** How a section's answers stand in its inputs. `raw` is what was typed where nothing could be stored, and wins. */
export function inputsOf(section: Section, answers: Answers, raw: Inputs = {}): Inputs {
  const inputs: Record<string, readonly string[]> = {};
  for (const field of section.fields) {
    const answer = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
    if (answer === undefined) continue;
    if (!Array.isArray(answer)) inputs[field.id] = [String(answer)];
    else if (!field.columns) inputs[field.id] = answer.filter((item) => typeof item === "string");
    else
      for (const [row, cells] of answer.entries())
        if (typeof cells === "object")
          for (const [column, cell] of Object.entries(cells)) inputs[`${field.id}[${row}].${column}`] = [String(cell)];
  }
  return { ...inputs, ...raw };
}

const ACTS = new Set(["version", "intent", "add-row", "remove-row"]);

/** What was posted for the fields of a section, in order, without the names of acts. */
export function inputsFrom(form: Iterable<readonly [string, unknown]>): [string, string][] {
  return [...form].flatMap(([name, value]) => (typeof value === "string" && !ACTS.has(name) ? [[name, value]] : []));
}

/** The posted inputs without one row: `people[2]` names it. */
export function withoutRow(entries: readonly [string, string][], row: string): [string, string][] {
  return entries.filter(([name]) => row === "" || !name.startsWith(`${row}.`));
}

/** Posted inputs by their name. */
export function savedInputs(entries: readonly [string, string][]): Inputs {
  const inputs: Record<string, string[]> = {};
  for (const [name, value] of entries) {
    const values = Object.hasOwn(inputs, name) ? (inputs[name] ?? []) : [];
    inputs[name] = [...values, value];
  }
  return inputs;
}

/** How many rows of a table field the inputs speak of. */
export function rowCount(fieldId: string, inputs: Inputs): number {
  const rows = Object.keys(inputs)
    .filter((name) => name.startsWith(`${fieldId}[`))
    .map((name) => Number.parseInt(name.slice(fieldId.length + 1), 10) + 1);
  return Math.max(0, ...rows.filter(Number.isFinite));
}

/**
 * The values conditions are judged by while somebody types: the stored answers with what the inputs hold now over them.
 * A quick reading for showing and hiding; the server reads again, in full.
 */
export function liveValues(section: Section, base: Answers, inputs: Inputs, edition: EditionFacts): Values {
  const answers: Answers = { ...base };
  for (const field of section.fields) {
    if (field.columns || field.type === "computed") continue;
    const answer = quickAnswer(field, inputs[field.id] ?? []);
    if (answer === undefined) delete answers[field.id];
    else answers[field.id] = answer;
  }
  return {
    ...answers,
    ...derivedValues(answers, edition),
    "edition.has_overseas_recipient": edition.hasOverseasRecipient,
  };
}

function quickAnswer({ type }: Field, typed: readonly string[]): Answer | undefined {
  const said = typed.filter((text) => text !== "");
  const [first] = said;
  if (first === undefined) return undefined;
  if (type === "multi") return said;
  if (type === "bool") return first === "true";
  if (type !== "int" && type !== "decimal" && type !== "money") return first;
  const number = Number(first.replaceAll(",", ""));
  return Number.isFinite(number) ? number : undefined;
}
