import { describe, expect, test } from "vitest";
import type { Catalogue } from "#app/i18n/text.ts";
import { sources } from "#tests/support/sources.ts";

const modules = import.meta.glob<Record<string, unknown>>("../../app/i18n/messages/*.ts", { eager: true });

const catalogues = Object.entries(modules).flatMap(([path, exports]) =>
  Object.entries(exports)
    .filter((entry): entry is [string, Catalogue<Record<string, string>>] => isCatalogue(entry[1]))
    .map(([name, { en, zh }]) => ({ name: `${path.split("/").at(-1)} · ${name}`, en, zh })),
);

function isCatalogue(value: unknown) {
  return typeof value === "object" && value !== null && "en" in value && "zh" in value;
}

/** The facts a message asks for: `{name}` and `{count|file|files}` ask for `name` and `count`. */
function namesIn(message: string) {
  return [...new Set([...message.matchAll(/\{([^{}|]+)/g)].map(([, name]) => name))].sort();
}

const writers = sources.filter(({ path }) => /^(app|db)\//.test(path) && !path.startsWith("app/i18n/messages/"));
const words = new Set(
  writers.flatMap(({ text }) => [...text.matchAll(/["'`]([\w.-]+)["'`]/g)].map(([, word]) => word)),
);
const beginnings = writers.flatMap(({ text }) =>
  [...text.matchAll(/`([a-z][\w.-]*[.-])\$\{/g)].map(([, beginning = ""]) => beginning),
);

function isUsed(key: string) {
  return words.has(key) || beginnings.some((beginning) => key.startsWith(beginning));
}

test("every file of messages holds a catalogue", () => {
  expect(catalogues.length).toBeGreaterThanOrEqual(Object.keys(modules).length);
});

describe.each(catalogues)("$name", ({ en, zh }) => {
  test("speaks both languages with the same keys", () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  });

  test("asks for the same facts in both languages", () => {
    const facts = (messages: Record<string, string>) =>
      Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, namesIn(message)]));
    expect(facts(zh)).toEqual(facts(en));
  });

  test("leaves no message empty and Chinese none with half-width punctuation", () => {
    const empty = [...Object.entries(en), ...Object.entries(zh)].filter(([, message]) => message.trim() === "");
    const halfWidth = Object.entries(zh).filter(([, message]) => /\p{Script=Han}[,;:!?]/u.test(message));
    expect([...empty, ...halfWidth]).toEqual([]);
  });

  test("has no key that nobody uses", () => {
    expect(Object.keys(en).filter((key) => !isUsed(key))).toEqual([]);
  });
});
