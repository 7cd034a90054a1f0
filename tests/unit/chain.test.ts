import { expect, test } from "vitest";
import { brokenLink } from "#app/features/event/chain.ts";

const hashOf = (line: { sequence: number; previousHash: string; text: string }) =>
  `${line.sequence}/${line.previousHash}/${line.text}`;

function chain(texts: readonly string[]) {
  let previousHash = "";
  return texts.map((text, index) => {
    const line = { sequence: index + 1, previousHash, text };
    previousHash = hashOf(line);
    return { ...line, hash: previousHash };
  });
}

test("a log that was changed, shortened or reordered shows where", () => {
  const whole = chain(["a", "b", "c", "d"]);
  expect(brokenLink(whole, hashOf)).toBeNull();
  expect(brokenLink(whole.slice(2), hashOf, whole[1])).toBeNull();
  expect(
    brokenLink(
      whole.map((line) => (line.text === "b" ? { ...line, text: "x" } : line)),
      hashOf,
    ),
  ).toBe(2);
  expect(
    brokenLink(
      whole.filter((line) => line.text !== "c"),
      hashOf,
    ),
  ).toBe(4);
  const forged = { ...(whole[1] ?? { sequence: 2, previousHash: "" }), text: "x" };
  const rehashed = whole.map((line) => (line.sequence === 2 ? { ...forged, hash: hashOf(forged) } : line));
  expect(brokenLink(rehashed, hashOf)).toBe(3);
});
