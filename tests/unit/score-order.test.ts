import { expect, test } from "vitest";
import { pageOfDecisions } from "#app/features/decision/decision-page.ts";
import { chooseRound } from "#app/features/round/choose-round.ts";
import { orderScores, pageOfScores } from "#app/features/score/score-order.ts";

const entry = (id: string, mean: number | null, spread: number | null, readings: number) => ({
  id,
  code: id,
  title: id,
  mean,
  spread,
  readings,
  verdicts: {},
  totals: [],
});
const entries = [
  entry("b", 7000, 100, 2),
  entry("a", 7000, 900, 3),
  entry("d", null, null, 0),
  entry("c", 9000, null, 1),
];
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).join("");

test("scores stand best first, those without a number last, equal ones by their code", () => {
  expect(ids(orderScores(entries, "mean"))).toBe("cabd");
  expect(ids(orderScores(entries, "spread"))).toBe("abcd");
  expect(ids(orderScores(entries, "readings"))).toBe("dcba");
  expect(ids(orderScores(entries, "code"))).toBe("abcd");
});

test("a page of scores keeps the numbers of the whole", () => {
  const many = Array.from({ length: 130 }, (_, index) => entry(String(index).padStart(3, "0"), index * 50, null, 2));
  const page = pageOfScores(many, { order: "code", page: 9, wanted: 2 });
  expect(page).toMatchObject({ count: 130, covered: 130, readings: 260, page: 2, pages: 2 });
  expect(page.entries).toHaveLength(30);
  expect(page.bands.reduce((sum, count) => sum + count, 0)).toBe(130);
});

test("the first of the undecided come ticked, whatever is decided above them", () => {
  const decided = orderScores(entries, "mean").map((row, index) => ({
    ...row,
    outcome: index === 0 ? ("advance" as const) : null,
    reservePosition: null,
    reason: null,
    version: 0,
  }));
  const page = pageOfDecisions(decided, { show: "all", top: 2, page: 1 });
  expect(page.rows.filter((row) => row.isTicked).map((row) => row.id)).toEqual(["a", "b"]);
  expect(page.counts).toEqual({ all: 4, undecided: 3, advance: 1, reserve: 0, decline: 0 });
  expect(ids(pageOfDecisions(decided, { show: "advance", top: 0, page: 1 }).rows)).toBe("c");
});

test("a page is about the round that was asked for, else the last that was opened", () => {
  const rounds = [
    { code: "r1", openedAt: "2027-06-01" },
    { code: "r2", openedAt: "2027-07-01" },
    { code: "r3", openedAt: null },
  ];
  expect(chooseRound(rounds, "r1").round?.code).toBe("r1");
  expect(chooseRound(rounds, "r3").round?.code).toBe("r2");
  expect(chooseRound([], "").round).toBeNull();
});
