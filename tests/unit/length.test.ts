import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lengthOf, tidyText } from "#app/features/call/length.ts";

describe("characters", () => {
  test.each([
    ["", 0],
    ["   ", 0],
    ["海平面", 3],
    ["海平面，青年影人。", 9],
    ["Sea Level", 9],
    ["café", 4],
    ["cafe\u0301", 4],
    ["n\u0303o\u0308", 2],
    ["👨‍👩‍👧‍👦", 1],
    ["👍🏽👍🏽", 2],
    ["🇨🇳", 1],
    ["❤️", 1],
    ["a\r\nb", 3],
    ["a\rb", 3],
    ["a\nb", 3],
    ["\r\n两行\r\n", 2],
    ["𠮷野家", 3],
    ["葛\u{e0100}飾", 2],
    ["가나다", 3],
    ["\u1100\u1161", 1],
    ["हिन्दी", 2],
    ["ﾊﾟ", 1],
    ["a\0b", 2],
    ["a\ud800b", 2],
  ])("%j has %i", (text, count) => {
    expect(lengthOf(text, "char")).toBe(count);
  });

  test("are counted one by one as a reader sees them, by the short way and by the long", () => {
    const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
    const letters = fc.constantFrom(
      "a",
      "é",
      "中",
      "，",
      "　",
      "\n",
      "“",
      "…",
      "Ａ",
      "·",
      "e\u0301",
      "👩‍🚀",
      "〇",
      "㐀",
    );
    const texts = fc.oneof(
      fc.array(letters, { maxLength: 60 }).map((parts) => parts.join("")),
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.string({ unit: "binary", maxLength: 60 }),
    );
    fc.assert(
      fc.property(texts, (text) => lengthOf(text) === [...segmenter.segment(tidyText(text))].length),
      { numRuns: 2000 },
    );
  });

  test("are the same however accents and line ends are spelled", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const spelled = text.normalize("NFD").replaceAll("\n", "\r\n");
        return lengthOf(spelled) === lengthOf(text.normalize("NFC"));
      }),
    );
  });
});

describe("words", () => {
  test.each([
    ["", 0],
    ["One girl, one boat.", 4],
    ["don't stop — well-known", 3],
    ["the director’s cut", 3],
    ["3.5 million (2026)", 3],
    ["海平面", 3],
    ["海平面 Sea Level 2026", 6],
    ["混合mixed文字", 5],
    ["スーパーマン", 6],
    ["、。！", 0],
    ["— … !", 0],
    ["naïve café", 2],
    ["nai\u0308ve", 1],
    ["one\r\ntwo", 2],
    ["R&D and user@example.com", 3],
    ["Ελλάδα Россия", 2],
  ])("%j has %i", (text, count) => {
    expect(lengthOf(text, "word")).toBe(count);
  });
});

describe("a tidy text", () => {
  test("is tidy already", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => tidyText(tidyText(text)) === tidyText(text)));
  });

  test("holds nothing that a database refuses", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => !/[\0\r\p{Surrogate}]/u.test(tidyText(text))));
  });
});

test("long texts are counted window by window as if at once", () => {
  const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
  const letters = fc.constantFrom(
    "a",
    "中",
    "👨‍👩‍👧‍👦",
    "🇨🇳",
    "葛\u{e0100}",
    "ไทย",
    "हिन्दी",
    "e\u0301\u0323",
    "\u200d",
    "\r\n",
    "𠮷",
    "가",
  );
  const texts = fc.array(letters, { minLength: 100, maxLength: 700, size: "max" }).map((parts) => parts.join(""));
  const overlong = `a${"\u0301".repeat(900)}中`.repeat(3);
  expect(lengthOf(overlong)).toBe(6);
  fc.assert(
    fc.property(texts, (text) => lengthOf(text) === [...segmenter.segment(tidyText(text))].length),
    { numRuns: 200 },
  );
});

test("a hundred thousand hostile characters are counted in no time", () => {
  const parts = ["e\u0301", "👨‍👩‍👧‍👦", "a-", "a'", "中\u3099", "\u0301", "--------a", "\u200d", "ไทย", "हिन्दी", "🇨🇳"];
  const begun = performance.now();
  for (const part of parts) {
    const text = part.repeat(100_000 / part.length);
    lengthOf(text, "char");
    lengthOf(text, "word");
  }
  expect(performance.now() - begun).toBeLessThan(3000);
});
