import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyReading, readSection } from "#app/features/application/read-section.ts";
import type { Answer } from "#app/features/call/answers.ts";
import type { Field, Section } from "#app/features/call/definition.ts";
import { weekTemplate } from "#app/features/edition/template/week.ts";

const calls = weekTemplate.programmes.flatMap((programme) => programme.calls);
const sections = [
  ...new Map(calls.flatMap((call) => call.definition.sections).map((part) => [part.id, part])).values(),
];

function sectionNamed(id: string): Section {
  const found = sections.find((section) => section.id === id);
  if (!found) throw new Error(`no section ${id}`);
  return found;
}

function sectionOf(field: Partial<Field> & Pick<Field, "type">): Section {
  const label = { zh: "问", en: "Q" };
  const whole: Field = { id: "q", label, required: false, visibility: "blind", stage: "submit", ...field };
  return { id: "s", title: label, fields: [whole] };
}

/** What one field makes of what was typed into it. */
function read(field: Partial<Field> & Pick<Field, "type">, ...typed: unknown[]) {
  return readSection(
    sectionOf(field),
    typed.map((value) => ["q", value] as const),
  );
}

const option = (id: string) => ({ id, label: { zh: id, en: id } });
const options = ["a", "b", "c", "none"].map(option);

describe("one answer", () => {
  const kept: [string, Partial<Field> & Pick<Field, "type">, string, Answer][] = [
    ["a text", { type: "text" }, "  渡海  ", "渡海"],
    ["a text of one line", { type: "text" }, "one\r\ntwo", "one two"],
    ["a long text", { type: "longtext" }, "one\r\n\r\ntwo ", "one\n\ntwo"],
    ["an accent", { type: "text" }, "cafe\u0301", "café"],
    ["a whole number", { type: "int" }, "12", 12],
    ["a number in full width", { type: "int" }, "１２", 12],
    ["a grouped number", { type: "money" }, "1,200,000.50", 1_200_000.5],
    ["a sum with its sign", { type: "money" }, "￥3000 元", 3000],
    ["nothing less than zero", { type: "int" }, "-0", 0],
    ["a decimal", { type: "decimal" }, "2.125", 2.125],
    ["a day", { type: "date" }, "2026-03-01", "2026-03-01"],
    ["a day with slashes", { type: "date" }, "2026/3/1", "2026-03-01"],
    ["a day in Chinese", { type: "date" }, "2026年3月1日", "2026-03-01"],
    ["a leap day", { type: "date" }, "2028-02-29", "2028-02-29"],
    ["yes", { type: "bool" }, "true", true],
    ["a ticked box", { type: "bool" }, "on", true],
    ["no", { type: "bool" }, "false", false],
    ["an address", { type: "email" }, " li.na@example.com ", "li.na@example.com"],
    ["an address in full width", { type: "email" }, "lina＠example．com", "lina@example.com"],
    ["a phone", { type: "phone" }, "+86 138-0000-0000", "+86 138-0000-0000"],
    ["a link", { type: "url" }, "https://example.com/a?b=c", "https://example.com/a?b=c"],
    ["a link without its beginning", { type: "url" }, "example.com/a", "https://example.com/a"],
    ["a country", { type: "country" }, "cn", "CN"],
    ["a choice", { type: "select", options }, "b", "b"],
  ];

  test.each(kept)("%s is kept", (_what, field, typed, answer) => {
    expect(read(field, typed)).toEqual({ answers: { q: answer }, emptied: [], problems: [], raw: {} });
  });

  const refused: [string, Partial<Field> & Pick<Field, "type">, string, string][] = [
    ["words for a number", { type: "int" }, "twelve", "number-not-a-number"],
    ["a number in scientific spelling", { type: "int" }, "1e3", "number-not-a-number"],
    ["a number in hexadecimal", { type: "int" }, "0x10", "number-not-a-number"],
    ["a number without end", { type: "int" }, "9".repeat(400), "number-not-a-number"],
    ["endlessness", { type: "decimal" }, "Infinity", "number-not-a-number"],
    ["a wrongly grouped number", { type: "int" }, "1,20,000", "number-not-a-number"],
    ["a broken whole number", { type: "int" }, "1.5", "number-not-whole"],
    ["a third decimal of money", { type: "money" }, "0.005", "too-many-decimals"],
    ["a day there is not", { type: "date" }, "2026-02-30", "date-invalid"],
    ["a day of another age", { type: "date" }, "0026-03-01", "date-invalid"],
    ["a word for a day", { type: "date" }, "tomorrow", "date-invalid"],
    ["a choice not offered", { type: "select", options }, "z", "choice-unknown"],
    ["a country there is not", { type: "country" }, "XX", "choice-unknown"],
    ["neither yes nor no", { type: "bool" }, "perhaps", "answer-malformed"],
  ];

  test.each(refused)("%s is refused, and comes back as it was typed", (_what, field, typed, code) => {
    const reading = read(field, typed);
    expect([reading.answers, reading.emptied, reading.raw]).toEqual([{}, [], { q: [typed] }]);
    expect(reading.problems.map((problem) => [problem.code, problem.at])).toEqual([[code, "q"]]);
  });

  const faulty: [string, Partial<Field> & Pick<Field, "type">, string, object][] = [
    ["too long", { type: "text", max: 3 }, "四个汉字", { code: "text-too-long", facts: { limit: 3, count: 4 } }],
    [
      "too many words",
      { type: "text", max: 1, unit: "word" },
      "a b",
      { code: "words-too-long", facts: { limit: 1, count: 2 } },
    ],
    [
      "too short",
      { type: "longtext", min: 3, max: 9 },
      "两字",
      { code: "text-too-short", facts: { limit: 3, count: 2 } },
    ],
    [
      "too few words",
      { type: "text", min: 2, unit: "word" },
      "one",
      { code: "words-too-short", facts: { limit: 2, count: 1 } },
    ],
    ["out of range", { type: "int", min: 1, max: 9 }, "10", { code: "number-out-of-range", facts: { min: 1, max: 9 } }],
    ["too small", { type: "money", min: 0 }, "-1", { code: "number-too-small", facts: { min: 0 } }],
    ["too large", { type: "int", max: 9 }, "10", { code: "number-too-large", facts: { max: 9 } }],
    ["no address", { type: "email" }, "li.na@", { code: "email-invalid" }],
    ["no phone", { type: "phone" }, "call me", { code: "phone-invalid" }],
    ["no link", { type: "url" }, "my film", { code: "url-invalid" }],
    ["a link that would run", { type: "url" }, "javascript:alert(1)", { code: "url-invalid" }],
  ];

  test.each(faulty)("what is %s stays in the draft with its fault", (_what, field, typed, problem) => {
    const reading = read(field, typed);
    expect(Object.keys(reading.answers)).toEqual(["q"]);
    expect([reading.problems, reading.raw]).toEqual([[{ ...problem, at: "q" }], {}]);
  });

  test("an empty input empties the answer; an absent one leaves it", () => {
    expect(read({ type: "text" }, " ")).toEqual({ answers: {}, emptied: ["q"], problems: [], raw: {} });
    expect(read({ type: "text" })).toEqual({ answers: {}, emptied: [], problems: [], raw: {} });
    expect(applyReading({ q: "before", r: "other" }, read({ type: "text" }, ""))).toEqual({ r: "other" });
    expect(applyReading({ q: "before" }, read({ type: "text" }))).toEqual({ q: "before" });
  });

  test("what cannot be stored leaves the earlier answer alone", () => {
    expect(applyReading({ q: 3 }, read({ type: "int" }, "three"))).toEqual({ q: 3 });
  });

  test("two different answers to one question are refused, a ticked box with its empty mark is not", () => {
    expect(read({ type: "text" }, "one", "two").problems).toEqual([{ code: "answer-ambiguous", at: "q" }]);
    expect(read({ type: "bool" }, "", "true").answers).toEqual({ q: true });
    expect(read({ type: "bool" }, "").emptied).toEqual(["q"]);
  });

  test("computed fields are never read", () => {
    expect(read({ type: "computed" }, "12")).toEqual({ answers: {}, emptied: [], problems: [], raw: {} });
  });
});

describe("several choices", () => {
  test("are kept in the order they came, once each", () => {
    expect(read({ type: "multi", options }, "", "b", "a", "b").answers).toEqual({ q: ["b", "a"] });
  });

  test("beyond the limit stay with their fault", () => {
    const reading = read({ type: "multi", options, maxChoices: 1 }, "a", "b");
    expect(reading.answers).toEqual({ q: ["a", "b"] });
    expect(reading.problems).toEqual([{ code: "too-many-choices", at: "q", facts: { limit: 1, count: 2 } }]);
  });

  test("not offered are refused, the others kept", () => {
    const reading = read({ type: "multi", options }, "a", "z");
    expect([reading.answers, reading.raw]).toEqual([{ q: ["a"] }, { q: ["z"] }]);
    expect(reading.problems).toEqual([{ code: "choice-unknown", at: "q" }]);
  });

  test("do not go together with none", () => {
    expect(read({ type: "multi", options }, "a", "none").problems).toEqual([{ code: "none-with-others", at: "q" }]);
  });
});

describe("people", () => {
  const people = sectionNamed("people");

  test("are read row by row; empty rows close up", () => {
    const reading = readSection(people, [
      ["people", ""],
      ["people[0].role", "director"],
      ["people[0].name_zh", "林涛"],
      ["people[0].features_made", "0"],
      ["people[1].role", ""],
      ["people[1].name_zh", " "],
      ["people[7].name_zh", "王海"],
    ]);
    expect(reading).toEqual({
      answers: { people: [{ role: "director", name_zh: "林涛", features_made: 0 }, { name_zh: "王海" }] },
      emptied: [],
      problems: [],
      raw: {},
    });
  });

  test("come back with what could not be stored, under the row it is now in", () => {
    const reading = readSection(people, [
      ["people[4].name_zh", "王海"],
      ["people[4].features_made", "many"],
    ]);
    expect(reading.answers).toEqual({ people: [{ name_zh: "王海" }] });
    expect(reading.problems).toEqual([{ code: "number-not-a-number", at: "people[0].features_made" }]);
    expect(reading.raw).toEqual({ "people[0].features_made": ["many"] });
  });

  test("name the cell of a fault", () => {
    const reading = readSection(people, [["people[0].name_zh", "名".repeat(41)]]);
    expect(reading.problems).toEqual([
      { code: "text-too-long", at: "people[0].name_zh", facts: { limit: 40, count: 41 } },
    ]);
  });

  test("beyond the limit stay with their fault; a flood is cut off but comes back", () => {
    const nine = Array.from({ length: 9 }, (_, row) => [`people[${row}].name_zh`, "名"] as const);
    expect(readSection(people, nine).problems).toEqual([
      { code: "too-many-rows", at: "people", facts: { limit: 8, count: 9 } },
    ]);
    const flood = Array.from({ length: 900 }, (_, row) => [`people[${row}].name_zh`, "名"] as const);
    const reading = readSection(people, flood);
    expect(reading.answers.people).toHaveLength(50);
    expect(Object.keys(reading.raw)).toHaveLength(850);
  });

  test("can all be removed", () => {
    expect(readSection(people, [["people", ""]]).emptied).toEqual(["people"]);
  });
});

describe("hostile input", () => {
  const work = sectionNamed("work");

  test("under names nobody asked for is not read", () => {
    const reading = readSection(work, [
      ["__proto__", "x"],
      ["constructor", "x"],
      ["title_zh[0].x", "x"],
      ["title_zh[__proto__]", "x"],
      ["csrf", "x"],
    ]);
    expect([reading.answers, reading.raw]).toEqual([{}, {}]);
    expect(({} as { x?: string }).x).toBeUndefined();
  });

  test.each([
    ["a file", new File([], "x")],
    ["an object", { toString: (): string => "x" }],
    ["null", null],
    ["a list", ["x"]],
  ])("%s instead of a text is named", (_what, value) => {
    expect(readSection(work, [["title_zh", value]]).problems).toEqual([{ code: "answer-malformed", at: "title_zh" }]);
  });

  test("a text for a table and a cell for a text are named", () => {
    expect(readSection(sectionNamed("people"), [["people", "all"]]).problems).toEqual([
      { code: "answer-malformed", at: "people" },
    ]);
    expect(readSection(work, [["title_zh[0].name", "x"]]).problems).toEqual([
      { code: "answer-malformed", at: "title_zh" },
    ]);
  });

  test("thousands of inputs and megabytes of text end in a named problem, soon", () => {
    const hard = ["e\u0301", "👨‍👩‍👧‍👦", "ไทย", "9,", "a@", "\u0301", "a."].map((part) =>
      part.repeat(200_000 / part.length),
    );
    const floods = [
      Array.from({ length: 100_000 }, (_, index) => [`people[${index % 9999}].name_zh`, "x"] as const),
      Array.from({ length: 100_000 }, () => ["genres", "drama"] as const),
      work.fields.flatMap((field) => hard.map((text) => [field.id, text] as const)),
      sectionNamed("applicant").fields.map((field) => [field.id, "a".repeat(100_000)] as const),
    ];
    for (const section of sections) {
      const begun = performance.now();
      for (const flood of floods) readSection(section, flood);
      expect(performance.now() - begun).toBeLessThan(1500);
    }
    expect(readSection(work, floods[1] ?? []).problems.map(({ code }) => code)).toContain("too-many-inputs");
    expect(readSection(work, floods[2] ?? []).problems.map(({ code }) => code)).toContain("section-too-long");
  });

  const anyValue = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string(),
    fc.anything(),
    fc.constantFrom("", "1", "true", "2026-03-01"),
  );

  test.each(sections)("never breaks the section $id", (section) => {
    const names = fc.oneof(
      fc.constantFrom(...section.fields.map(({ id }) => id)),
      fc
        .tuple(
          fc.constantFrom(...section.fields.map(({ id }) => id)),
          fc.nat(10_000),
          fc.constantFrom("role", "name_zh", "event", "amount", "__proto__", "x"),
        )
        .map(([id, row, column]) => `${id}[${row}].${column}`),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, anyValue), { maxLength: 30 }), (entries) => {
        const reading = readSection(section, entries);
        const known = new Set(section.fields.map(({ id }) => id));
        expect(Object.keys(reading.answers).filter((id) => !known.has(id))).toEqual([]);
        for (const name of Object.keys(reading.raw))
          expect(reading.problems.some(({ at }) => at === name || name.startsWith(`${at}[`))).toBe(true);
        expect(JSON.parse(JSON.stringify(reading.answers))).toEqual(reading.answers);
      }),
      { numRuns: 100 },
    );
  });
});

describe("valid answers", () => {
  const day = fc
    .date({ min: new Date("1950-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  /** Answers without a fault, for any field or column. */
  function answerTo(
    field: { type: Field["type"] } & Partial<
      Pick<Field, "min" | "max" | "unit" | "options" | "maxChoices" | "maxRows" | "minRows" | "columns">
    >,
  ): fc.Arbitrary<Answer> {
    const { min = 1, max = 60, options: offered = [] } = field;
    const ids = offered.map(({ id }) => id);
    switch (field.type) {
      case "int":
        return fc.integer({ min: field.min ?? 0, max: field.max ?? 1_000_000 });
      case "decimal":
      case "money":
        return fc.integer({ min: 0, max: 1_000_000_000 }).map((cents) => cents / 100);
      case "date":
        return day;
      case "bool":
        return fc.boolean();
      case "email":
        return fc.constantFrom("li.na@example.com", "a@b.cn");
      case "phone":
        return fc.constantFrom("+86 138 0000 0000", "0532 8888 8888");
      case "url":
        return fc.webUrl().filter((url) => url.length < 500);
      case "country":
        return fc.constantFrom("CN", "FR", "TW", "ZA");
      case "select":
        return fc.constantFrom(...ids);
      case "multi":
        return fc.subarray(
          ids.filter((id) => id !== "none"),
          { minLength: 1, maxLength: Math.min(field.maxChoices ?? 9, ids.length - 1) },
        );
      case "table":
      case "people": {
        const columns = field.columns ?? [];
        const row = fc.record(
          Object.fromEntries(columns.map((column) => [column.id, answerTo(column as Field)])),
        ) as fc.Arbitrary<Record<string, string | number>>;
        return fc.array(row, { minLength: Math.max(1, field.minRows ?? 1), maxLength: field.maxRows ?? 5 });
      }
      default:
        return fc
          .array(fc.constantFrom("海", "平", "面", "é", "👩‍🚀", "w"), {
            minLength: min,
            maxLength: Math.min(max, min + 40),
          })
          .map((letters) => letters.join(field.unit === "word" ? " " : ""))
          .filter((text) => field.unit !== "word" || text.split(" ").length <= max);
    }
  }

  function posted(id: string, answer: Answer): [string, string][] {
    if (!Array.isArray(answer)) return [[id, String(answer)]];
    return [
      [id, ""] as [string, string],
      ...answer.flatMap((item, row) =>
        typeof item === "string"
          ? [[id, item] as [string, string]]
          : Object.entries(item).map(([column, cell]) => [`${id}[${row}].${column}`, String(cell)] as [string, string]),
      ),
    ];
  }

  test.each(sections)("come back as they were posted: $id", (section) => {
    const fields = section.fields.filter(({ type }) => type !== "computed");
    const whole = fc.record(Object.fromEntries(fields.map((field) => [field.id, answerTo(field)])));
    fc.assert(
      fc.property(whole, (answers) => {
        const entries = Object.entries(answers).flatMap(([id, answer]) => posted(id, answer));
        expect(readSection(section, entries)).toEqual({ answers, emptied: [], problems: [], raw: {} });
      }),
      { numRuns: 40 },
    );
  });
});
