import { expect, test } from "vitest";
import { eventWords } from "#app/i18n/messages/event.ts";
import { filesBelow, readText } from "#tests/support/sources.ts";

test("every action that is logged can be read", () => {
  const actions = filesBelow("app/features")
    .flatMap((path) => [...readText(path).matchAll(/action: "([a-z]+\.[a-z-]+)"/g)])
    .map(([, action = ""]) => action);
  expect(actions.length).toBeGreaterThan(30);
  expect(actions.filter((action) => !Object.hasOwn(eventWords.en, action))).toEqual([]);
});
