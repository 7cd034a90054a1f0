import { expect, test } from "vitest";
import { bandsOf, medianOf, paceOf, summariseEntries } from "#app/features/score/summary.ts";
import { smallDefinition } from "#tests/support/builders.ts";

const rubric = { criteria: smallDefinition.rounds[0]?.criteria ?? [], highest: 10 };
const review = (applicationId: string, story: number, craft: number, verdict: string | null = null) => ({
  applicationId,
  jurorId: `${applicationId}${story}${craft}`,
  verdict,
  marks: new Map([
    ["s_story", story],
    ["s_craft", craft],
  ]),
});

test("an entry's totals are weighted by the rubric, with mean, spread and verdicts", () => {
  const [one, none] = summariseEntries(["a", "b"], [review("a", 800, 500, "champion"), review("a", 600, 600)], rubric);
  expect(one).toMatchObject({ readings: 2, totals: [6000, 6800], mean: 6400, spread: 800, champions: 1 });
  expect(none).toMatchObject({ readings: 0, totals: [], mean: null, spread: null, champions: 0 });
});

test("a review that lacks a mark is a reading without a total", () => {
  const partial = { applicationId: "a", jurorId: "j", verdict: null, marks: new Map([["s_story", 800]]) };
  expect(summariseEntries(["a"], [partial], rubric)).toMatchObject([
    { readings: 1, totals: [], mean: null, spread: null },
  ]);
});

test("bands, medians and paces hold at their edges", () => {
  expect(bandsOf([0, 999, 1000, 9999, 10000])).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
  expect([medianOf([]), medianOf([3]), medianOf([4, 1, 3, 2])]).toEqual([null, 3, 2.5]);
  const at = (minute: number) => new Date(minute * 60_000).toISOString();
  expect(paceOf([at(0), at(20), at(50), at(900), at(940)])).toBe(30);
  expect(paceOf([at(0)])).toBeNull();
});
