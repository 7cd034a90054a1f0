import { describe, expect, test } from "vitest";
import {
  inputsFrom,
  inputsOf,
  liveValues,
  rowCount,
  savedInputs,
  withoutRow,
} from "#app/features/application/form-values.ts";
import { partOf, partsOf, placeLabel, withRules } from "#app/features/application/parts.ts";
import { readSection } from "#app/features/application/read-section.ts";
import { weekTemplate } from "#app/features/edition/template/week.ts";
import { parseDay } from "#app/lib/moment.ts";
import { smallDefinition } from "#tests/support/builders.ts";

const definition = weekTemplate.programmes
  .flatMap((programme) => programme.calls)
  .find((call) => call.code === "SL-S")?.definition;
const section = (id: string) => {
  const found = definition?.sections.find((one) => one.id === id);
  if (!found) throw new Error(`no section ${id}`);
  return found;
};

describe("the inputs of a section", () => {
  test("say again what was stored: reading them back changes nothing", () => {
    const people = section("people");
    const answers = {
      people: [
        { role: "director", name_zh: "王小海" },
        { role: "producer", name_zh: "[1917]" },
      ],
    };
    const inputs = inputsOf(people, answers);
    const posted = Object.entries(inputs).flatMap(([name, values]) => values.map((value) => [name, value] as const));
    expect(readSection(people, posted).answers).toEqual(answers);
    expect(rowCount("people", inputs)).toBe(2);
  });

  test("show what was typed where nothing could be stored", () => {
    expect(inputsOf(section("work"), { title_zh: "潮" }, { title_zh: ["x"] })).toEqual({ title_zh: ["x"] });
  });

  test("leave out the names of acts, and one row when it is taken away", () => {
    const form: [string, unknown][] = [
      ["version", "3"],
      ["intent", "save"],
      ["add-row", "people"],
      ["people[1].name_zh", "甲"],
      ["people[10].name_zh", "乙"],
      ["genres", "drama"],
      ["genres", "comedy"],
      ["upload", {}],
    ];
    const entries = withoutRow(inputsFrom(form), "people[1]");
    expect(savedInputs(entries)).toEqual({ "people[10].name_zh": ["乙"], genres: ["drama", "comedy"] });
    expect(withoutRow(entries, "")).toEqual(entries);
  });

  test("count for conditions as they are typed", () => {
    const edition = { startsOn: parseDay("2027-07-16"), hasOverseasRecipient: false };
    const applicant = section("applicant");
    const values = liveValues(applicant, {}, { lead_birth_date: ["2010-01-01"] }, edition);
    expect(values.lead_age).toBe(17);
    expect(liveValues(applicant, { lead_birth_date: "2010-01-01" }, {}, edition).lead_age).toBeUndefined();
  });
});

describe("the parts of an application", () => {
  const broken = {
    rule: "r",
    severity: "block" as const,
    at: "title_zh",
    message: { zh: "不可", en: "It may not be" },
  };

  test("name a place once, by what is missing before what is broken", () => {
    const missing = { code: "answer-required", at: "title_zh" };
    expect(withRules([missing], [broken])).toEqual([missing]);
    expect(withRules([], [broken])).toMatchObject([{ code: "rule-broken", facts: { en: "It may not be" } }]);
  });

  test("hold what stands in the way with its label, files last", () => {
    const progress = [
      { id: "work", done: 0, total: 1, obstacles: [] },
      { id: "files", done: 0, total: 1, obstacles: [{ code: "file-required", at: "screener" }] },
    ];
    const parts = partsOf(smallDefinition, progress, { broken: [broken], language: "zh", filesTitle: "文件" });
    expect(parts.map(({ title, missing }) => [title, missing.map(({ label }) => label)])).toEqual([
      ["作品", ["作品名称"]],
      ["文件", ["正片"]],
    ]);
  });

  test("are found from a place, also from a cell", () => {
    expect(partOf(smallDefinition, { code: "x", at: "screener" })).toBe("files");
    expect(partOf(smallDefinition, { code: "x", at: "legal_name" })).toBe("work");
    expect(partOf(smallDefinition, { code: "call-closed" })).toBeUndefined();
    if (!definition) throw new Error("no definition");
    expect(placeLabel(definition, "people[1].name_zh", "en")).toBe("Key people 2: Name");
  });
});
