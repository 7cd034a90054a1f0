import type { Answer } from "#app/features/call/answers.ts";
import type { Column, Field } from "#app/features/call/definition.ts";
import { tidyText } from "#app/features/call/length.ts";
import { isCountry } from "#app/lib/countries.ts";
import type { Obstacle } from "#app/lib/refusal.ts";
import { isDate } from "./answer-schema.ts";

/** What one input said: an answer that can be stored (with or without faults), nothing, or something that cannot be. */
export type InputReading = { answer: Answer } | { empty: true } | { refused: Obstacle };

/** More than anybody types: beyond it a text is refused, not counted. Four times its limit is kept all the same. */
export function storableLength(field: Field | Column): number {
  const usual = field.type === "longtext" ? 20_000 : 2_000;
  return Math.max(usual, (field.max ?? 0) * (field.unit === "word" ? 40 : 4));
}

/** Reads the one text a scalar input holds. Understands full-width digits, grouped numbers and the usual ways to write a day. */
export function readScalar(field: Field | Column, typed: string): InputReading {
  const limit = storableLength(field);
  if (typed.length > limit) return { refused: { code: "text-too-long", facts: { limit, count: typed.length } } };
  const text = tidyText(typed);
  if (text === "") return { empty: true };
  switch (field.type) {
    case "longtext":
      return { answer: text };
    case "text":
      return { answer: oneLine(text) };
    case "email":
    case "phone":
      return { answer: oneLine(text.normalize("NFKC")) };
    case "url":
      return { answer: /^[^\s:/]+\.[^\s]+$/.test(text) ? `https://${text}` : oneLine(text) };
    case "int":
    case "decimal":
    case "money":
      return readNumber(field, text);
    case "date":
      return readDate(text);
    case "bool":
      return readTruth(text);
    case "country":
      return isCountry(text.toUpperCase()) ? { answer: text.toUpperCase() } : { refused: { code: "choice-unknown" } };
    case "select":
      return field.options?.some((option) => option.id === text)
        ? { answer: text }
        : { refused: { code: "choice-unknown" } };
    default:
      return { refused: { code: "answer-malformed" } };
  }
}

const DECIMALS = { int: 0, decimal: 6, money: 2 } as const;
const NUMBER = /^[-+]?(?:\d{1,13}|\d{1,3}(?:,\d{3}){1,4})(?:\.(\d{1,6}))?$/;

function readNumber({ type }: Field | Column, text: string): InputReading {
  const plain = text.normalize("NFKC").replace(/\s/g, "").replace(/^¥/, "").replace(/元$/, "").replaceAll("−", "-");
  const match = NUMBER.exec(plain);
  if (!match) return { refused: { code: "number-not-a-number" } };
  const limit = DECIMALS[type as keyof typeof DECIMALS];
  if ((match[1]?.replace(/0+$/, "").length ?? 0) > limit)
    return { refused: limit === 0 ? { code: "number-not-whole" } : { code: "too-many-decimals", facts: { limit } } };
  const number = Number(plain.replaceAll(",", ""));
  return { answer: number === 0 ? 0 : number };
}

function readDate(text: string): InputReading {
  const match = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/.exec(
    text.normalize("NFKC").replace(/\s/g, ""),
  );
  const [, year = "", month = "", day = ""] = match ?? [];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDate(date) ? { answer: date } : { refused: { code: "date-invalid" } };
}

function readTruth(text: string): InputReading {
  if (["true", "on", "1", "yes"].includes(text)) return { answer: true };
  if (["false", "off", "0", "no"].includes(text)) return { answer: false };
  return { refused: { code: "answer-malformed" } };
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}
