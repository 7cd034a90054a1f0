import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMarks, roundObstacles, sendObstacles } from "#app/features/review/rules.ts";
import { totalOf } from "#app/features/review/total.ts";
import { parseMoment } from "#app/lib/moment.ts";
import { smallDefinition } from "#tests/support/builders.ts";

const criteria = smallDefinition.rounds[0]?.criteria ?? [];
const { scale } = smallDefinition;
const at = (time: string) => parseMoment(`2027-06-01T${time}:00.000Z`);

test.each([
  ["7.5", 750, []],
  ["7,5", 750, []],
  [" 10 ", 1000, []],
  ["1", 100, []],
  ["", undefined, []],
  ["0.5", undefined, ["mark-off-scale"]],
  ["10.5", undefined, ["mark-off-scale"]],
  ["7.3", undefined, ["mark-off-scale"]],
  ["1e1", undefined, ["mark-off-scale"]],
  ["ten", undefined, ["mark-off-scale"]],
  ["-3", undefined, ["mark-off-scale"]],
])("the mark «%s» is read as %s", (typed, hundredths, codes) => {
  const { marks, problems } = readMarks(new Map([["s_story", typed]]), criteria, scale);
  expect(marks.get("s_story")).toBe(hundredths);
  expect(problems.map((problem) => problem.code)).toEqual(codes);
});

test("a mark for a criterion the rubric does not have is refused", () => {
  const { marks, problems } = readMarks(new Map([["__proto__", "5"]]), criteria, scale);
  expect([...marks]).toEqual([]);
  expect(problems).toEqual([{ code: "criterion-unknown" }]);
});

describe("a round", () => {
  const open = { openedAt: at("08:00"), closesAt: at("18:00"), closedAt: null };
  test.each([
    ["before it opens", open, at("07:59"), ["round-not-open"]],
    ["while it runs", open, at("12:00"), []],
    ["at its very end", open, at("18:00"), []],
    ["after its end", open, at("18:01"), ["round-closed"]],
    ["closed early by an organiser", { ...open, closedAt: at("10:00") }, at("11:00"), ["round-closed"]],
    ["never opened", { ...open, openedAt: null }, at("12:00"), ["round-not-open"]],
  ])("takes reviews or says why: %s", (_when, round, now, codes) => {
    expect(roundObstacles(round, now).map((obstacle) => obstacle.code)).toEqual(codes);
  });
});

describe("sending a review", () => {
  const whole = {
    marks: new Map([
      ["s_story", 700],
      ["s_craft", 800],
    ]),
    verdict: "recommend",
    panelText: "",
    applicantText: "",
  };
  test.each([
    ["with everything", whole, 0, []],
    ["with one mark missing", { ...whole, marks: new Map([["s_story", 700]]) }, 0, ["mark-missing"]],
    ["without a verdict", { ...whole, verdict: null }, 0, ["verdict-missing"]],
    [
      "with a very low mark and no word",
      { ...whole, marks: new Map([...whole.marks, ["s_craft", 350]]) },
      0,
      ["reason-needed"],
    ],
    [
      "with a very high mark and no word",
      { ...whole, marks: new Map([...whole.marks, ["s_craft", 950]]) },
      0,
      ["reason-needed"],
    ],
    [
      "with a low mark and its reason",
      { ...whole, marks: new Map([...whole.marks, ["s_craft", 350]]), applicantText: "The sound hides the dialogue." },
      0,
      [],
    ],
    ["as the last champion", { ...whole, verdict: "champion" }, 1, []],
    ["as one champion too many", { ...whole, verdict: "champion" }, 2, ["champion-quota-spent"]],
  ])("%s", (_how, draft, champions, codes) => {
    expect(sendObstacles(draft, { criteria, scale }, champions).map((obstacle) => obstacle.code)).toEqual(codes);
  });
});

describe("the weighted total", () => {
  test("weighs each mark as its share of the highest mark", () => {
    expect(
      totalOf(
        new Map([
          ["s_story", 1000],
          ["s_craft", 500],
        ]),
        criteria,
        10,
      ),
    ).toBe(8000);
  });
  test("is unknown while a mark is missing", () => {
    expect(totalOf(new Map([["s_story", 1000]]), criteria, 10)).toBeUndefined();
  });
  test("lies between the least and the greatest mark", () => {
    const mark = fc.integer({ min: 2, max: 20 }).map((half) => half * 50);
    fc.assert(
      fc.property(mark, mark, (story, craft) => {
        const total =
          totalOf(
            new Map([
              ["s_story", story],
              ["s_craft", craft],
            ]),
            criteria,
            10,
          ) ?? Number.NaN;
        expect(total).toBeGreaterThanOrEqual(Math.min(story, craft) * 10);
        expect(total).toBeLessThanOrEqual(Math.max(story, craft) * 10);
      }),
    );
  });
});
