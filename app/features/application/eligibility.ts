import type { Answer, Answers, FileFacts } from "#app/features/call/answers.ts";
import { holds, isUnanswered, type Values } from "#app/features/call/condition.ts";
import type { CallDefinition, Rule, Text } from "#app/features/call/definition.ts";
import { fieldsOf } from "#app/features/call/fields.ts";
import { type Day, type Moment, parseDay } from "#app/lib/moment.ts";
import { isDate } from "./answer-schema.ts";
import { type EditionFacts, valuesOf } from "./derived.ts";

/** What the system knows beyond answers and files. */
export type EligibilityFacts = {
  edition: EditionFacts;
  /** When the request to hand in reached us, and the last instant that counts for this applicant. */
  arrivedAt: Moment;
  closesAt: Moment;
  /** How many other entries of this edition the same lead creator has handed in where only one is allowed. */
  otherEntriesOfLead: number;
  /** Passages of blind files that may name a person; left out while nobody has looked. */
  anonymityHits?: number;
};

export type Finding = { rule: string; severity: Rule["severity"]; message: Text; at: string };
export type Findings = Record<Rule["severity"], Finding[]>;

/**
 * Every rule an application breaks: `block` stops it, `warn` is told to the applicant, `staff` to the organisers only.
 * A rule about an answer or a file that is not there yet says nothing; that it is missing is said elsewhere.
 */
export function findingsFor(
  definition: CallDefinition,
  answers: Answers,
  files: readonly FileFacts[],
  facts: EligibilityFacts,
): Findings {
  const values: Values = {
    ...valuesOf(definition, answers, facts.edition),
    ...(facts.anonymityHits === undefined ? {} : { anonymity_hits: facts.anonymityHits }),
  };
  const computed = new Set(fieldsOf(definition).flatMap(({ id, type }) => (type === "computed" ? [id] : [])));
  const findings: Findings = { block: [], warn: [], staff: [] };
  for (const rule of definition.rules) {
    if (rule.when !== undefined && !holds(rule.when, values)) continue;
    const slotFiles = files.filter((file) => file.slot === rule.field);
    // What is computed is only known once the answers it comes from are there.
    if (computed.has(rule.field) && values[rule.field] === undefined) continue;
    if (isKept(rule, { values, files: slotFiles, facts })) continue;
    findings[rule.severity].push({ rule: rule.id, severity: rule.severity, message: rule.message, at: rule.field });
  }
  return findings;
}

/** The day `months` months after another; the last of the month where that month is shorter. */
export function monthsLater(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const count = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const last = new Date(Date.UTC(newYear, newMonth, 0)).getUTCDate();
  const two = (number: number) => String(number).padStart(2, "0");
  return parseDay(`${newYear}-${two(newMonth)}-${two(Math.min(date, last))}`);
}

type World = { values: Values; files: readonly FileFacts[]; facts: EligibilityFacts };

function isKept(rule: Rule, { values, files, facts }: World): boolean {
  const value = Object.hasOwn(values, rule.field) ? values[rule.field] : undefined;
  switch (rule.op) {
    case "truthy":
      return !isUnanswered(value) && value !== false && value !== 0;
    case "empty":
      return isUnanswered(value);
    case "before_deadline":
      return facts.arrivedAt <= facts.closesAt;
    case "unique_per_edition":
      return facts.otherEntriesOfLead === 0;
    case "file_present":
      return files.length > 0;
    case "count_gte":
      return files.length >= numberOf(rule);
    case "file_duration_between":
      return files.every(({ seconds }) => seconds === undefined || isBetween(wholeSeconds(rule, seconds), rule));
    case "file_pages_lte":
      return files.every(({ pages }) => pages === undefined || pages <= numberOf(rule));
    default:
      return isUnanswered(value) || isAnswerKept(rule, value, facts.edition.startsOn);
  }
}

function isAnswerKept(rule: Rule, value: Answer, referenceOn: Day): boolean {
  const held: unknown[] = Array.isArray(value) ? value : [value];
  const wanted: unknown[] = Array.isArray(rule.value) ? rule.value : [rule.value];
  switch (rule.op) {
    case "in":
      return held.every((one) => wanted.includes(one));
    case "eq":
      return held.length === wanted.length && held.every((one) => wanted.includes(one));
    case "ne":
      return held.length !== wanted.length || !held.every((one) => wanted.includes(one));
    case "contains_any":
      return held.some((one) => wanted.includes(one));
    case "gte":
      return typeof value === "number" && value >= numberOf(rule);
    case "lte":
      return typeof value === "number" && value <= numberOf(rule);
    case "between":
      return typeof value === "number" && isBetween(value, rule);
    case "months_since_lte":
      return typeof value === "string" && isDate(value) && monthsLater(value as Day, numberOf(rule)) >= referenceOn;
    default:
      return true;
  }
}

function numberOf({ id, value }: Rule): number {
  if (typeof value !== "number") throw new Error(`rule ${id} needs a number`);
  return value;
}

function isBetween(number: number, { id, value }: Rule): boolean {
  const [least, most] = Array.isArray(value) ? value : [];
  if (typeof least !== "number" || typeof most !== "number") throw new Error(`rule ${id} needs two numbers`);
  return number >= least && number <= most;
}

/** Whole seconds count: a film of 30 minutes and a few frames is one of 30 minutes. */
function wholeSeconds({ unit }: Rule, seconds: number): number {
  return unit === "min" ? Math.floor(seconds) / 60 : Math.floor(seconds);
}
