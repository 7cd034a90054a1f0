import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conditionProblem, holds, namesIn, parseCondition } from "#app/features/call/condition.ts";

describe("a condition", () => {
  test.each([
    ["lead_age < 18", { lead_age: 17 }, true],
    ["lead_age < 18", { lead_age: 18 }, false],
    ["lead_age < 18", {}, false],
    ["not lead_age < 18", {}, true],
    ["lead_age >= 18 and lead_age <= 45", { lead_age: 45 }, true],
    ["prior_entry_code set", { prior_entry_code: "GK-2022-1" }, true],
    ["prior_entry_code set", { prior_entry_code: "  " }, false],
    ["prior_entry_code empty", {}, true],
    ["origin == adapted", { origin: "adapted" }, true],
    ["origin == adapted", { origin: "original" }, false],
    ["origin != adapted", { origin: "original" }, true],
    ["origin != adapted", {}, false],
    ["ai_uses != [none]", { ai_uses: ["none"] }, false],
    ["ai_uses != [none]", { ai_uses: ["writing"] }, true],
    ["ai_uses != [none]", { ai_uses: [] }, false],
    ["ai_uses != [none]", {}, false],
    ["ai_uses == [writing, image]", { ai_uses: ["image", "writing"] }, true],
    ["languages contains zh", { languages: ["en", "zh"] }, true],
    ["languages contains [dialect, zh]", { languages: ["en"] }, false],
    ["stage in [idea, financing]", { stage: "financing" }, true],
    ["stage in [idea, financing]", { stage: "shooting" }, false],
    ["released == true", { released: true }, true],
    ["released == true", { released: false }, false],
    ["released == true", { released: "true" }, false],
    ["released set", { released: false }, true],
    ["edition.has_overseas_recipient", { "edition.has_overseas_recipient": true }, true],
    ["edition.has_overseas_recipient", { "edition.has_overseas_recipient": false }, false],
    ["spread >= 25 or straddles_cut", { spread: 10, straddles_cut: true }, true],
    ["spread >= 25 or straddles_cut", { spread: 24.9, straddles_cut: false }, false],
    ["entries_of_juror < 6 or jurors < 3", { entries_of_juror: 8, jurors: 2 }, true],
    ["a == 1 or b == 1 and c == 1", { a: 0, b: 1, c: 0 }, false],
    ["(a == 1 or b == 1) and c == 1", { a: 1, b: 0, c: 1 }, true],
    ["not (a == 1 or b == 1)", { a: 0, b: 0 }, true],
    ['city == "Qing dao"', { city: "Qing dao" }, true],
    ["delta > -2.5", { delta: -2 }, true],
  ])("%s with %o is %s", (condition, values, expected) => {
    expect(holds(condition, values)).toBe(expected);
  });

  test.each([
    ["", "condition-unreadable"],
    ["lead_age <", "condition-unreadable"],
    ["lead_age < 18 and", "condition-unreadable"],
    ["lead_age = 18", "condition-unreadable"],
    ["< 18", "condition-unreadable"],
    ["(a == 1", "condition-unreadable"],
    ["a == [1, 2", "condition-unreadable"],
    ["a == 1 b == 2", "condition-unreadable"],
    ['a == "open', "condition-unreadable"],
    ["__proto__.polluted; drop", "condition-unreadable"],
    ["(".repeat(100), "condition-unreadable"],
    ["not ".repeat(100), "condition-unreadable"],
    [`a == ${"x".repeat(600)}`, "condition-too-long"],
  ])("%s is refused", (text, code) => {
    expect(conditionProblem(text)?.code).toBe(code);
    expect(() => holds(text, {})).toThrow(/not a condition/);
  });

  test("never looks beyond the values' own names", () => {
    expect(holds("constructor set", {})).toBe(false);
    expect(holds("__proto__ set", {})).toBe(false);
    expect(holds("toString empty", {})).toBe(true);
  });

  test("names what it speaks of, once each", () => {
    expect(namesIn("not (lead_age < 18 or origin == adapted) and lead_age set")).toEqual(["lead_age", "origin"]);
  });

  test("is read or refused, whatever the text", () => {
    const words = fc.constantFrom(
      "a",
      "b.c",
      "and",
      "or",
      "not",
      "set",
      "empty",
      "in",
      "==",
      "<",
      "(",
      ")",
      "[",
      "]",
      ",",
      "1",
      '"',
      "中",
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 40 }).map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const read = parseCondition(text);
        if ("problem" in read) return read.problem.code.startsWith("condition-");
        return typeof holds(read.condition, { a: 1, "b.c": ["x"] }) === "boolean";
      }),
      { numRuns: 1000 },
    );
  });
});
