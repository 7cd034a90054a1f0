import { expect, test } from "vitest";
import { placePairs } from "#app/features/assignment/order.ts";

const entries = Array.from({ length: 60 }, (_, number) => `entry-${number}`);
const jurors = Array.from({ length: 6 }, (_, number) => `juror-${number}`);
const pairs = entries.flatMap((applicationId, row) =>
  [0, 1, 2].map((turn) => ({ applicationId, jurorId: jurors[(row + turn * (1 + (row % 2))) % 6] ?? "" })),
);

test("the same seed gives the same labels and order, another seed others", () => {
  expect(placePairs(pairs, "7")).toEqual(placePairs(pairs, "7"));
  expect(placePairs(pairs, "7")).not.toEqual(placePairs(pairs, "8"));
});

test("within a pile labels differ and places run from one without gaps", () => {
  const placed = placePairs(pairs, "7");
  for (const juror of jurors) {
    const own = placed.filter((one) => one.jurorId === juror);
    expect(own.map((one) => one.position).sort((a, b) => a - b)).toEqual(own.map((_, index) => index + 1));
    expect(new Set(own.map((one) => one.label)).size).toBe(own.length);
    expect(own.every((one) => /^[2-9A-HJ-NP-Z]{3,}$/.test(one.label))).toBe(true);
  }
});

test("an entry that comes early for one juror comes late for another", () => {
  const placed = placePairs(pairs, "7");
  const size = new Map(jurors.map((juror) => [juror, placed.filter((one) => one.jurorId === juror).length]));
  const means = entries.map((entry) => {
    const own = placed.filter((one) => one.applicationId === entry);
    return own.reduce((sum, one) => sum + one.position / (size.get(one.jurorId) ?? 1), 0) / own.length;
  });
  expect(Math.min(...means)).toBeGreaterThan(0.25);
  expect(Math.max(...means)).toBeLessThan(0.8);
});

test("later assignments follow the pile and never repeat a label", () => {
  const first = placePairs([{ applicationId: "a", jurorId: "j" }], "1");
  const label = first[0]?.label ?? "";
  const more = placePairs(
    [{ applicationId: "a", jurorId: "j" }],
    "1",
    new Map([["j", { labels: new Set([label]), last: 1 }]]),
  );
  expect(more).toMatchObject([{ position: 2 }]);
  expect(more[0]?.label).not.toBe(label);
});
