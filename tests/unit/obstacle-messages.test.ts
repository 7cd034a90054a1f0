import { expect, test } from "vitest";
import { obstacle } from "#app/i18n/messages/obstacle.ts";
import { readText } from "#tests/support/sources.ts";

const modules = [
  "app/features/call/condition.ts",
  "app/features/application/answer-schema.ts",
  "app/features/application/read-answer.ts",
  "app/features/application/read-section.ts",
  "app/features/application/completeness.ts",
  "app/features/file/slot-rules.ts",
  "app/features/assignment/rules.ts",
  "app/features/check/rules.ts",
  "app/features/decision/rules.ts",
  "app/features/panel/rules.ts",
  "app/features/round/rules.ts",
];

test.each(modules)("every obstacle of %s has a message", (path) => {
  const codes = [...readText(path).matchAll(/code: "([a-z-]+)"/g)]
    .map(([, code = ""]) => code)
    .filter((code) => code !== "custom");
  expect(codes.length).toBeGreaterThan(0);
  expect(codes.filter((code) => !Object.hasOwn(obstacle.en, code))).toEqual([]);
});
