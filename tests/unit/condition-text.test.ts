import { describe, expect, test } from "vitest";
import { conditionText } from "#app/features/call/condition-text.ts";
import { callDefinition } from "#app/features/call/definition.ts";
import { fieldsOf } from "#app/features/call/fields.ts";
import { weekTemplate } from "#app/features/edition/template/week.ts";
import { languages } from "#app/i18n/text.ts";
import { smallDefinition } from "#tests/support/builders.ts";

const definitions = weekTemplate.programmes.flatMap(({ calls }) =>
  calls.map((call) => callDefinition.parse(call.definition)),
);

describe("a condition in words", () => {
  const definition = callDefinition.parse({
    ...smallDefinition,
    sections: [
      {
        id: "work",
        title: { zh: "作品", en: "The work" },
        fields: [
          {
            id: "origin",
            type: "select",
            label: { zh: "来源", en: "Origin" },
            required: true,
            visibility: "blind",
            stage: "submit",
            options: [
              { id: "original", label: { zh: "原创", en: "Original" } },
              { id: "adapted", label: { zh: "改编", en: "Adapted" } },
            ],
          },
        ],
      },
    ],
  });

  test.each([
    ["origin == adapted", "“Origin” is “Adapted”", "“来源”为“改编”"],
    ["origin != adapted", "“Origin” is anything but “Adapted”", "“来源”不是“改编”"],
    ["origin in [original, adapted]", "“Origin” is “Original” or “Adapted”", "“来源”为“原创”或“改编”"],
    ["origin set", "“Origin” is filled in", "已填写“来源”"],
    ["not origin empty", "it is not so that “Origin” is left empty", "并非未填写“来源”"],
    [
      "lead_age < 18 and origin set",
      "the age of the lead creator on the opening day is under 18 and “Origin” is filled in",
      "主创在开幕日的年龄小于 18，且已填写“来源”",
    ],
    ["edition.has_overseas_recipient", "data goes to a recipient abroad in this edition", "本届有境外接收方"],
  ])("%s", (condition, en, zh) => {
    expect(conditionText(condition, definition, "en")).toBe(en);
    expect(conditionText(condition, definition, "zh")).toBe(zh);
  });

  test("names every question and answer of the Week's own forms as the form does", () => {
    const seen = definitions.flatMap((form) =>
      [...fieldsOf(form), ...form.slots]
        .flatMap((asked) => [asked.requiredIf, "showIf" in asked ? asked.showIf : undefined])
        .filter((condition) => condition !== undefined)
        .flatMap((condition) => languages.map((language) => conditionText(condition, form, language))),
    );
    expect(seen.length).toBeGreaterThan(50);
    expect(seen.filter((words) => /“[a-z_]+”|undefined/.test(words))).toEqual([]);
  });
});
