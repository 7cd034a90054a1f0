import type { Obstacle } from "#app/lib/refusal.ts";
import type { Answer } from "./answers.ts";

/**
 * The small language of «show if», «required if» and «when»:
 * `lead_age < 18`, `prior_entry_code set`, `prior_entry_code empty`, `ai_uses != [none]`, `languages contains zh`,
 * `stage in [idea, financing]`, `edition.has_overseas_recipient`, joined by `and`, `or`, `not` and parentheses.
 */
export type Condition =
  | { kind: "and"; parts: Condition[] }
  | { kind: "or"; parts: Condition[] }
  | { kind: "not"; part: Condition }
  | { kind: "true"; name: string }
  | { kind: "set"; name: string }
  | { kind: "empty"; name: string }
  | { kind: "compare"; name: string; operator: Operator; value: Literal };

type Operator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "contains";
type Scalar = string | number | boolean;
type Literal = Scalar | Scalar[];

/** What the names of a condition stand for: answers, derived values, facts of the edition. */
export type Values = Readonly<Record<string, Answer | null | undefined>>;

/** Reads a condition; a text that is none is answered with the reason, for whoever builds the form. */
export function parseCondition(text: string): { condition: Condition } | { problem: Obstacle } {
  if (text.length > LONGEST) return { problem: { code: "condition-too-long", facts: { limit: LONGEST } } };
  const tokens = text.match(TOKEN) ?? [];
  if (tokens.join("").replace(/\s+/g, "") !== text.replace(/\s+/g, "")) return unreadable(text);
  const reader: Reader = { tokens, place: 0, depth: 0 };
  const condition = either(reader);
  if (!condition || reader.place < tokens.length) return unreadable(tokens[reader.place] ?? text);
  return { condition };
}

/** The reason why a text is no condition, or undefined when it is one. */
export function conditionProblem(text: string): Obstacle | undefined {
  const read = parseCondition(text);
  return "problem" in read ? read.problem : undefined;
}

/**
 * Whether a condition is true. What is not answered compares with nothing: `lead_age < 18` and `origin != original` are
 * both false while the question is open. Throws on a text that is no condition; definitions hold none.
 */
export function holds(condition: string | Condition, values: Values): boolean {
  const known = typeof condition === "string" ? readCondition(condition) : condition;
  if (known.kind === "and") return known.parts.every((part) => holds(part, values));
  if (known.kind === "or") return known.parts.some((part) => holds(part, values));
  if (known.kind === "not") return !holds(known.part, values);
  const value = Object.hasOwn(values, known.name) ? values[known.name] : undefined;
  if (known.kind === "empty") return isUnanswered(value);
  if (known.kind === "set") return !isUnanswered(value);
  if (isUnanswered(value)) return false;
  if (known.kind === "true") return value === true;
  return compare(value, known.operator, known.value);
}

/** Every name a condition speaks of, once each. */
export function namesIn(condition: string | Condition): string[] {
  const known = typeof condition === "string" ? readCondition(condition) : condition;
  if (known.kind === "and" || known.kind === "or") return [...new Set(known.parts.flatMap(namesIn))];
  return known.kind === "not" ? namesIn(known.part) : [known.name];
}

/** Whether an answer is as good as none. A ticked-off «false» is an answer. */
export function isUnanswered(value: Answer | null | undefined): value is null | undefined {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  return Array.isArray(value) && value.length === 0;
}

const LONGEST = 500;
const DEEPEST = 20;
const TOKEN = /==|!=|<=|>=|[<>()[\],]|"[^"]*"|[^\s<>=!()[\],"]+/g;
const NAME = /^[@\p{L}_][\p{L}\p{N}_.]*$/u;
const WORDS = new Set(["and", "or", "not", "set", "empty", "in", "contains", "true", "false"]);
const OPERATORS = new Set(["==", "!=", "<", "<=", ">", ">=", "in", "contains"]);

type Reader = { tokens: readonly string[]; place: number; depth: number };

function either(reader: Reader): Condition | undefined {
  return chain(reader, "or", (inner) => chain(inner, "and", single));
}

function chain(reader: Reader, kind: "and" | "or", next: (reader: Reader) => Condition | undefined) {
  const parts: Condition[] = [];
  do {
    const part = next(reader);
    if (!part) return undefined;
    parts.push(part);
  } while (accept(reader, kind));
  return parts.length === 1 ? parts[0] : { kind, parts };
}

function single(reader: Reader): Condition | undefined {
  reader.depth += 1;
  if (reader.depth > DEEPEST) return undefined;
  const condition = accept(reader, "not") ? negation(reader) : accept(reader, "(") ? enclosed(reader) : atom(reader);
  reader.depth -= 1;
  return condition;
}

function negation(reader: Reader): Condition | undefined {
  const part = single(reader);
  return part && { kind: "not", part };
}

function enclosed(reader: Reader): Condition | undefined {
  const inner = either(reader);
  return accept(reader, ")") ? inner : undefined;
}

function atom(reader: Reader): Condition | undefined {
  const name = reader.tokens[reader.place];
  if (name === undefined || WORDS.has(name) || !NAME.test(name)) return undefined;
  reader.place += 1;
  if (accept(reader, "set")) return { kind: "set", name };
  if (accept(reader, "empty")) return { kind: "empty", name };
  const operator = reader.tokens[reader.place];
  if (operator === undefined || !OPERATORS.has(operator)) return { kind: "true", name };
  reader.place += 1;
  const value = accept(reader, "[") ? list(reader) : scalar(reader);
  return value === undefined ? undefined : { kind: "compare", name, operator: operator as Operator, value };
}

function list(reader: Reader): Scalar[] | undefined {
  const values: Scalar[] = [];
  if (accept(reader, "]")) return values;
  do {
    const value = scalar(reader);
    if (value === undefined) return undefined;
    values.push(value);
  } while (accept(reader, ","));
  return accept(reader, "]") ? values : undefined;
}

function scalar(reader: Reader): Scalar | undefined {
  const token = reader.tokens[reader.place];
  if (token === undefined || /^[<>=!()[\],]/.test(token)) return undefined;
  reader.place += 1;
  if (token === "true" || token === "false") return token === "true";
  if (/^-?\d{1,15}(\.\d+)?$/.test(token)) return Number(token);
  return token.startsWith('"') ? token.slice(1, -1) : token;
}

function accept(reader: Reader, token: string): boolean {
  if (reader.tokens[reader.place] !== token) return false;
  reader.place += 1;
  return true;
}

function compare(value: Answer, operator: Operator, wanted: Literal): boolean {
  if (operator === "==") return isSame(value, wanted);
  if (operator === "!=") return !isSame(value, wanted);
  const wantedList = Array.isArray(wanted) ? wanted : [wanted];
  const held: unknown[] = Array.isArray(value) ? value : [value];
  if (operator === "in") return held.every((one) => (wantedList as unknown[]).includes(one));
  if (operator === "contains") return wantedList.some((one) => held.includes(one));
  if (Array.isArray(wanted) || typeof value !== typeof wanted || typeof value === "boolean") return false;
  if (operator === "<") return value < wanted;
  if (operator === "<=") return value <= wanted;
  return operator === ">" ? value > wanted : value >= wanted;
}

/** Lists are the same when they hold the same things, in whatever order they were ticked. */
function isSame(value: Answer, wanted: Literal): boolean {
  if (!Array.isArray(value) && !Array.isArray(wanted)) return value === wanted;
  const held = new Set<unknown>(Array.isArray(value) ? value : [value]);
  const asked = new Set<unknown>(Array.isArray(wanted) ? wanted : [wanted]);
  return held.size === asked.size && [...held].every((one) => asked.has(one));
}

/** Conditions come from definitions, of which there are few; the bound only guards against a flood of edits. */
const known = new Map<string, Condition>();
const KEPT = 1000;

/** A condition as a tree. Throws on a text that is none. */
export function readCondition(text: string): Condition {
  const kept = known.get(text);
  if (kept) return kept;
  const read = parseCondition(text);
  if ("problem" in read) throw new Error(`not a condition: ${text.slice(0, 80)}`);
  if (known.size >= KEPT) known.clear();
  known.set(text, read.condition);
  return read.condition;
}

function unreadable(near: string): { problem: Obstacle } {
  return { problem: { code: "condition-unreadable", facts: { near: near.slice(0, 40) } } };
}
