import { z } from "zod";
import type { Answer } from "#app/features/call/answers.ts";
import type { Column, Field } from "#app/features/call/definition.ts";
import { lengthOf } from "#app/features/call/length.ts";
import { isCountry } from "#app/lib/countries.ts";
import { parseDay } from "#app/lib/moment.ts";
import type { Obstacle } from "#app/lib/refusal.ts";

/**
 * What is wrong with an answer that is there. Whether it has to be there is `completeness.ts`.
 * `at` is the field, or `people[0].name_zh` for a cell.
 */
export function answerProblems(field: Field | Column, answer: Answer, at = field.id): Obstacle[] {
  const read = schemaOf(field).safeParse(answer);
  return read.success ? [] : read.error.issues.map((issue) => obstacleOf(issue, at));
}

/** The zod schema of a field's stored answer. Its issues carry obstacles in `params`. */
export function answerSchema(field: Field | Column): z.ZodType {
  switch (field.type) {
    case "text":
    case "longtext":
      return z.string().superRefine((text, issues) => report(issues, lengthProblem(field, text)));
    case "email":
      return formatted(field, z.email(), "email-invalid");
    case "phone":
      return formatted(field, z.string().regex(PHONE), "phone-invalid");
    case "url":
      return formatted(field, z.url({ protocol: /^https?$/, hostname: z.regexes.domain }), "url-invalid");
    case "date":
      return z
        .string()
        .superRefine((text, issues) => report(issues, isDate(text) ? undefined : { code: "date-invalid" }));
    case "country":
      return z
        .string()
        .superRefine((code, issues) => report(issues, isCountry(code) ? undefined : { code: "choice-unknown" }));
    case "select":
      return z.string().superRefine((id, issues) => report(issues, choiceProblem(field, [id])));
    case "multi":
      return z.array(z.string()).superRefine((ids, issues) => report(issues, choiceProblem(field, ids)));
    case "int":
    case "decimal":
    case "money":
      return z.number().superRefine((number, issues) => report(issues, numberProblem(field, number)));
    case "bool":
      return z.boolean();
    case "table":
    case "people":
      return rowsSchema(field);
    case "computed":
      return z.never();
  }
}

/** Whether a text is a calendar day anybody alive may mean. */
export function isDate(text: string): boolean {
  if (!/^(1[89]|2[01])\d{2}-/.test(text)) return false;
  try {
    return parseDay(text) === text;
  } catch {
    return false;
  }
}

const PHONE = /^(?=(?:\D*\d){5,15}\D*$)\+?[\d\s().-]+$/;
const LONGEST_LINK = 2000;

const schemas = new WeakMap<Field | Column, z.ZodType>();

function schemaOf(field: Field | Column): z.ZodType {
  const made = schemas.get(field) ?? answerSchema(field);
  schemas.set(field, made);
  return made;
}

function formatted(field: Field | Column, format: z.ZodType, code: string): z.ZodType {
  return z.string().superRefine((text, issues) => {
    const tooLong = lengthProblem({ ...field, max: field.max ?? LONGEST_LINK }, text);
    report(issues, tooLong ?? (format.safeParse(text).success ? undefined : { code }));
  });
}

function rowsSchema(field: Field | Column): z.ZodType {
  const columns = "columns" in field ? (field.columns ?? []) : [];
  const cells = z.record(z.string(), z.union([z.string(), z.number()])).superRefine((row, issues) => {
    for (const column of columns) {
      const cell = Object.hasOwn(row, column.id) ? row[column.id] : undefined;
      if (cell === undefined) continue;
      for (const problem of answerProblems(column, cell)) report(issues, problem, [column.id]);
    }
  });
  return z.array(cells).superRefine((rows, issues) => {
    const { minRows = 0, maxRows = Number.POSITIVE_INFINITY } = field as Field;
    const count = rows.length;
    if (count > maxRows) report(issues, { code: "too-many-rows", facts: { limit: maxRows, count } });
    if (count < minRows) report(issues, { code: "too-few-rows", facts: { limit: minRows, count } });
  });
}

type Limits = { min?: number | undefined; max?: number | undefined; unit?: "char" | "word" | undefined };

function lengthProblem({ min, max, unit = "char" }: Limits, text: string): Obstacle | undefined {
  const count = lengthOf(text, unit);
  const [tooLong, tooShort] =
    unit === "word" ? (["words-too-long", "words-too-short"] as const) : (["text-too-long", "text-too-short"] as const);
  if (max !== undefined && count > max) return { code: tooLong, facts: { limit: max, count } };
  if (min !== undefined && count < min) return { code: tooShort, facts: { limit: min, count } };
  return undefined;
}

function numberProblem({ type, min, max }: Field | Column, number: number): Obstacle | undefined {
  if (type === "int" && !Number.isInteger(number)) return { code: "number-not-whole" };
  const isTooSmall = min !== undefined && number < min;
  const isTooLarge = max !== undefined && number > max;
  if (!isTooSmall && !isTooLarge) return undefined;
  if (min !== undefined && max !== undefined) return { code: "number-out-of-range", facts: { min, max } };
  return min === undefined
    ? { code: "number-too-large", facts: { max: max ?? 0 } }
    : { code: "number-too-small", facts: { min } };
}

/** An option called `none` says that nothing else applies. */
function choiceProblem(field: Field | Column, ids: readonly string[]): Obstacle | undefined {
  const offered = new Set((field.options ?? []).map((option) => option.id));
  if (ids.some((id) => !offered.has(id))) return { code: "choice-unknown" };
  const limit = "maxChoices" in field ? field.maxChoices : undefined;
  if (limit !== undefined && ids.length > limit)
    return { code: "too-many-choices", facts: { limit, count: ids.length } };
  return ids.length > 1 && ids.includes("none") ? { code: "none-with-others" } : undefined;
}

type Issues = { addIssue: (issue: { code: "custom"; params: { obstacle: Obstacle }; path?: PropertyKey[] }) => void };

function report(issues: Issues, obstacle: Obstacle | undefined, path?: PropertyKey[]) {
  if (obstacle) issues.addIssue({ code: "custom", params: { obstacle }, ...(path ? { path } : {}) });
}

function obstacleOf(issue: z.core.$ZodIssue, at: string): Obstacle {
  const [row, column] = issue.path;
  const place = typeof row === "number" && typeof column === "string" ? `${at}[${row}].${column}` : at;
  const params = issue.code === "custom" ? issue.params : undefined;
  const obstacle = params?.obstacle as Obstacle | undefined;
  return obstacle ? { ...obstacle, at: place } : { code: "answer-malformed", at: place };
}
