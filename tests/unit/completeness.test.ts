import { describe, expect, test } from "vitest";
import {
  fieldsShown,
  isRequired,
  missingFor,
  progressOf,
  slotsAsked,
  totalProgress,
} from "#app/features/application/completeness.ts";
import { valuesOf } from "#app/features/application/derived.ts";
import type { Answers, FileFacts } from "#app/features/call/answers.ts";
import type { CallDefinition } from "#app/features/call/definition.ts";
import { weekTemplate } from "#app/features/edition/template/week.ts";
import { parseDay } from "#app/lib/moment.ts";

const edition = { startsOn: parseDay("2027-04-07"), hasOverseasRecipient: false };
const context = { edition };

function definitionOf(code: string): CallDefinition {
  const call = weekTemplate.programmes.flatMap(({ calls }) => calls).find((one) => one.code === code);
  if (!call) throw new Error(`no call ${code}`);
  return call.definition;
}

const short = definitionOf("SL-S");

const answers: Answers = {
  applicant_type: "individual",
  legal_name: "李娜",
  contact_person: "李娜",
  email: "li.na@example.com",
  mobile: "+86 138 0000 0000",
  region: "CN",
  lead_birth_date: "1999-05-01",
  rights_basis: "owner",
  title_zh: "渡海",
  title_en: "Crossing",
  logline_zh: "少年在台风夜独自渡海寻找父亲。",
  synopsis_zh: "海".repeat(120),
  genres: ["drama"],
  languages: ["zh"],
  origin: "original",
  ai_uses: ["none"],
  people: [{ role: "director", name_zh: "李娜", region: "CN", bio_zh: "导演。", features_made: 0 }],
  film_kind: "fiction",
  completed_on: "2026-09-01",
  subtitles: ["zh_hans", "en"],
  aspect: "horizontal",
  has_ads_or_watermark: false,
  student_film: false,
  film_statement: "关于离开与归来。",
  music_cleared: true,
  c_rules: true,
  c_privacy: true,
  c_true: true,
  c_rights: true,
  c_share_jury: true,
  c_anonymous: true,
};

const letter: FileFacts = { slot: "rights_letter", name: "letter.pdf", bytes: 9_000, format: "pdf", pages: 2 };
const film: FileFacts = {
  slot: "screener",
  name: "film.mp4",
  bytes: 900_000_000,
  format: "mp4",
  seconds: 900,
  width: 1920,
  height: 1080,
  codec: "avc",
};

function without(...ids: string[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.includes(id)));
}

describe("what is missing", () => {
  test("is nothing in a complete application", () => {
    expect(missingFor(short, answers, [letter, film], context)).toEqual([]);
  });

  test("is everything required in an empty one, in form order, files last", () => {
    const missing = missingFor(short, {}, [], context);
    expect(missing.slice(0, 2)).toEqual([
      { code: "answer-required", at: "applicant_type" },
      { code: "answer-required", at: "legal_name" },
    ]);
    expect(missing.slice(-2)).toEqual([
      { code: "file-required", at: "screener" },
      { code: "file-required", at: "rights_letter" },
    ]);
    expect(missing).toHaveLength(33);
  });

  test.each([
    ["a required answer", without("title_en"), [{ code: "answer-required", at: "title_en" }]],
    ["an answer of blanks", { ...answers, title_en: "  " }, [{ code: "answer-required", at: "title_en" }]],
    ["a question answered with no", { ...answers, music_cleared: false }, []],
    ["a box that was unticked", { ...answers, c_rules: false }, [{ code: "consent-required", at: "c_rules" }]],
    ["a box never ticked", without("c_true"), [{ code: "consent-required", at: "c_true" }]],
    ["an optional box", { ...answers, c_publish: false }, []],
    [
      "a text below its least",
      { ...answers, synopsis_zh: "海".repeat(99) },
      [{ code: "text-too-short", at: "synopsis_zh", facts: { limit: 100, count: 99 } }],
    ],
    [
      "an optional text over its most",
      { ...answers, logline_en: "word ".repeat(31) },
      [{ code: "words-too-long", at: "logline_en", facts: { limit: 30, count: 31 } }],
    ],
    ["people", without("people"), [{ code: "answer-required", at: "people" }]],
    [
      "a cell of a row that was begun",
      { ...answers, people: [{ role: "director", region: "CN", bio_zh: " ", features_made: 0 }] },
      [
        { code: "answer-required", at: "people[0].name_zh" },
        { code: "answer-required", at: "people[0].bio_zh" },
      ],
    ],
    [
      "a cell of an optional table",
      { ...answers, screenings: [{ year: 2026 }] },
      [{ code: "answer-required", at: "screenings[0].event" }],
    ],
    ["an answer of the wrong kind", { ...answers, title_en: 3 }, [{ code: "answer-malformed", at: "title_en" }]],
  ])("tells of %s", (_what, given, expected) => {
    expect(missingFor(short, given as Answers, [letter, film], context)).toEqual(expected);
  });

  test("does not tell of hidden fields, whatever they hold", () => {
    const school = { ...answers, school: "校".repeat(90) };
    expect(missingFor(short, school, [letter, film], context)).toEqual([]);
    expect(missingFor(short, { ...school, student_film: true }, [letter, film], context)).toEqual([
      { code: "text-too-long", at: "school", facts: { limit: 60, count: 90 } },
    ]);
  });

  test("follows conditions of fields and files", () => {
    const adapted = { ...answers, origin: "adapted", rights_basis: "authorised" };
    expect(missingFor(short, adapted, [letter, film], context)).toEqual([
      { code: "file-required", at: "source_permit" },
      { code: "file-required", at: "agent_letter" },
    ]);
    const micro = definitionOf("SL-M");
    const licence = micro.sections.flatMap(({ fields }) => fields).find(({ id }) => id === "licence_no");
    if (!licence) throw new Error("no licence field");
    expect(isRequired(licence, valuesOf(micro, { released: true }, edition))).toBe(true);
    expect(isRequired(licence, valuesOf(micro, { released: false }, edition))).toBe(false);
  });

  test("tells of files that do not fit, and of too many", () => {
    const long = { ...film, seconds: 1861 };
    expect(missingFor(short, answers, [letter, long], context)).toEqual([
      { code: "too-long-film", at: "screener", facts: { limit: 30, length: "0:31:01" } },
    ]);
    expect(missingFor(short, answers, [letter, film, film], context)).toEqual([
      { code: "too-many-files", at: "screener", facts: { limit: 1, count: 2 } },
    ]);
  });
});

describe("stages", () => {
  test("ask nothing before its time, and keep asking what was asked", () => {
    const declarations = short.sections.find(({ id }) => id === "declarations");
    if (!declarations) throw new Error("no declarations");
    const shown = (stage: "submit" | "shortlist") =>
      fieldsShown(declarations, valuesOf(short, answers, edition), stage).map(({ id }) => id);
    expect(shown("submit")).not.toContain("c_sensitive");
    expect(shown("shortlist")).toEqual([...shown("submit").slice(0, 6), "c_sensitive", ...shown("submit").slice(6)]);
    expect(slotsAsked(short).map(({ stage }) => stage)).not.toContain("selected");
    expect(missingFor(short, answers, [letter, film], { edition, stage: "shortlist" })).toEqual([
      { code: "answer-required", at: "id_number" },
      { code: "consent-required", at: "c_sensitive" },
      { code: "file-required", at: "id_scan" },
    ]);
  });

  test("show the field for sending data abroad only where somebody is abroad", () => {
    const declarations = short.sections.find(({ id }) => id === "declarations");
    if (!declarations) throw new Error("no declarations");
    const shown = (hasOverseasRecipient: boolean) =>
      fieldsShown(declarations, valuesOf(short, answers, { ...edition, hasOverseasRecipient })).map(({ id }) => id);
    expect([shown(false).includes("c_abroad"), shown(true).includes("c_abroad")]).toEqual([false, true]);
  });
});

describe("progress", () => {
  test("counts what has to be there, section by section, files last", () => {
    const parts = progressOf(short, { ...without("title_en"), logline_en: "w ".repeat(40) }, [letter], context);
    expect(parts.map(({ id, done, total }) => [id, done, total])).toEqual([
      ["applicant", 8, 8],
      ["work", 7, 9],
      ["people", 1, 1],
      ["film", 8, 8],
      ["declarations", 6, 6],
      ["files", 1, 2],
    ]);
    expect(totalProgress(parts)).toEqual({ done: 31, total: 34 });
  });

  test("of an empty application is nothing of all", () => {
    expect(totalProgress(progressOf(short, {}, [], context))).toEqual({ done: 0, total: 33 });
  });
});
