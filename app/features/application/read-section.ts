import type { Answer, Answers, Row } from "#app/features/call/answers.ts";
import type { Field, Section } from "#app/features/call/definition.ts";
import type { Obstacle } from "#app/lib/refusal.ts";
import { answerProblems } from "./answer-schema.ts";
import { readScalar } from "./read-answer.ts";

/** What a posted section says. */
export type SectionReading = {
  /** What can be stored, by field. It may still have problems: an over-long text is kept in the draft. */
  answers: Answers;
  /** Fields that were posted and left empty: their earlier answers are to be forgotten. */
  emptied: string[];
  problems: Obstacle[];
  /** What was typed where nothing could be stored, by input name, so that the page shows it again. */
  raw: Record<string, string[]>;
};

/**
 * Reads the inputs of one section: `title_zh`; `genres` once for each tick; `people[0].name_zh` for a cell.
 * A field whose name is not posted at all is left as it was. So a group of boxes or radios, a single box and a table
 * need a hidden input of their own name with an empty value before them, or else they could never be emptied.
 * Never throws, and never refuses because something is missing.
 */
export function readSection(section: Section, entries: Iterable<readonly [string, unknown]>): SectionReading {
  const reading: Reading = { answers: [], emptied: [], problems: [], raw: [] };
  const { inputs, problems } = collect(section, entries);
  reading.problems.push(...problems);
  for (const field of section.fields) {
    const input = inputs.get(field.id);
    if (!input) continue;
    if (isTable(field)) readRows(field, input, reading);
    else if (field.type === "multi") readChoices(field, input, reading);
    else readSingle(field, input, reading);
  }
  return {
    answers: Object.fromEntries(reading.answers),
    emptied: reading.emptied,
    problems: reading.problems.slice(0, MOST_PROBLEMS),
    raw: Object.fromEntries(reading.raw),
  };
}

/** The answers of a draft after a section was read into them. Where nothing could be stored, the earlier answer stays. */
export function applyReading(previous: Answers, { answers, emptied }: SectionReading): Answers {
  const gone = new Set(emptied);
  return { ...Object.fromEntries(Object.entries(previous).filter(([id]) => !gone.has(id))), ...answers };
}

const MOST_INPUTS = 5_000;
const MOST_CHARACTERS = 500_000;
const MOST_PROBLEMS = 200;
const MOST_VALUES = 200;
const MOST_ROWS = 50;
const NAME = /^([A-Za-z][\w-]{0,79})(?:\[(\d{1,4})\]\.([A-Za-z][\w-]{0,79}))?$/;

type Reading = {
  answers: [string, Answer][];
  emptied: string[];
  problems: Obstacle[];
  raw: [string, string[]][];
};

/** The texts posted under a field's own name, and those under its cells, by row and column. */
type Input = { plain: string[]; rows: Map<number, Map<string, string[]>> };

function collect(section: Section, entries: Iterable<readonly [string, unknown]>) {
  const fields = new Map(section.fields.filter((field) => field.type !== "computed").map((field) => [field.id, field]));
  const inputs = new Map<string, Input>();
  const problems: Obstacle[] = [];
  let count = 0;
  let characters = 0;
  for (const [name, value] of entries) {
    count += 1;
    if (count > MOST_INPUTS) {
      problems.push({ code: "too-many-inputs", facts: { limit: MOST_INPUTS } });
      break;
    }
    const [, id = "", row, column = ""] = typeof name === "string" && name.length <= 200 ? (NAME.exec(name) ?? []) : [];
    const field = fields.get(id);
    if (!field) continue;
    characters += typeof value === "string" ? value.length : 0;
    const isCell = row !== undefined;
    // An empty text under a table's own name only says that the table was on the page.
    const fits = isTable(field) ? isCell || value === "" : !isCell;
    if (typeof value !== "string" || !fits) {
      problems.push({ code: "answer-malformed", at: id });
    } else if (characters > MOST_CHARACTERS) {
      problems.push({ code: "section-too-long", at: id, facts: { limit: MOST_CHARACTERS } });
    } else {
      const input = inputs.get(id) ?? { plain: [], rows: new Map() };
      inputs.set(id, input);
      if (!isCell) keep(input.plain, value);
      else if (field.columns?.some((known) => known.id === column))
        keepCell(input, { row: Number(row), column, value });
    }
  }
  return { inputs, problems };
}

function isTable({ type }: Field): boolean {
  return type === "table" || type === "people";
}

function keep(values: string[], value: string) {
  if (values.length <= MOST_VALUES) values.push(value);
}

function keepCell({ rows }: Input, { row, column, value }: { row: number; column: string; value: string }) {
  const cells = rows.get(row) ?? new Map<string, string[]>();
  rows.set(row, cells);
  const values = cells.get(column) ?? [];
  cells.set(column, values);
  keep(values, value);
}

function readSingle(field: Field, { plain }: Input, reading: Reading) {
  const said = [...new Set(plain.filter((value) => value !== ""))];
  const [typed = ""] = said;
  const read = said.length > 1 ? { refused: { code: "answer-ambiguous" } } : readScalar(field, typed);
  if ("answer" in read) accept(field, read.answer, reading);
  else if ("empty" in read) reading.emptied.push(field.id);
  else refuse(field.id, { obstacle: read.refused, typed: said }, reading);
}

function readChoices(field: Field, { plain }: Input, reading: Reading) {
  const said = [...new Set(plain.filter((value) => value !== ""))];
  const offered = new Set(field.options?.map((option) => option.id));
  const known = said.filter((id) => offered.has(id));
  const strange = said.filter((id) => !offered.has(id));
  if (strange.length > 0) refuse(field.id, { obstacle: { code: "choice-unknown" }, typed: strange }, reading);
  if (known.length > 0) accept(field, known, reading);
  else if (strange.length === 0) reading.emptied.push(field.id);
}

/** Rows nobody wrote in are dropped and the others close up; problems and raw texts speak of the rows as kept. */
function readRows(field: Field, { rows }: Input, reading: Reading) {
  const written = [...rows]
    .sort(([one], [other]) => one - other)
    .filter(([, cells]) => [...cells.values()].flat().some((value) => value.trim() !== ""));
  const limit = Math.max(MOST_ROWS, field.maxRows ?? 0);
  const kept = written.slice(0, limit).map(([, cells], index) => readRow(field, { cells, index }, reading));
  if (kept.length === 0) reading.emptied.push(field.id);
  else accept(field, kept, reading);
  for (const [index, [, cells]] of [...written.entries()].slice(limit))
    for (const [column, typed] of cells) reading.raw.push([`${field.id}[${index}].${column}`, typed]);
  if (written.length > limit && limit <= (field.maxRows ?? Number.POSITIVE_INFINITY))
    reading.problems.push({ code: "too-many-rows", at: field.id, facts: { limit, count: written.length } });
}

function readRow(field: Field, row: { cells: Map<string, string[]>; index: number }, reading: Reading): Row {
  const cells: [string, string | number][] = [];
  for (const column of field.columns ?? []) {
    const name = `${field.id}[${row.index}].${column.id}`;
    const said = [...new Set((row.cells.get(column.id) ?? []).filter((value) => value !== ""))];
    const read = said.length > 1 ? { refused: { code: "answer-ambiguous" } } : readScalar(column, said[0] ?? "");
    if ("refused" in read) refuse(name, { obstacle: read.refused, typed: said }, reading);
    else if ("answer" in read && (typeof read.answer === "string" || typeof read.answer === "number"))
      cells.push([column.id, read.answer]);
  }
  return Object.fromEntries(cells);
}

function accept(field: Field, answer: Answer, reading: Reading) {
  reading.answers.push([field.id, answer]);
  reading.problems.push(...answerProblems(field, answer));
}

function refuse(name: string, { obstacle, typed }: { obstacle: Obstacle; typed: string[] }, reading: Reading) {
  reading.problems.push({ ...obstacle, at: name });
  reading.raw.push([name, typed]);
}
