import { expect, test } from "vitest";
import { choose } from "#tests/support/selection.mjs";

test("without a word everything is tested", () => {
  const all = choose([]);
  expect([all.checks, all.build, all.vitest.wanted, all.vitest.needsServices, all.e2e.wanted]).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  expect([all.vitest.filters, all.e2e.filters]).toEqual([[], []]);
});

test("unit tests need neither servers nor a build", () => {
  const { checks, build, vitest, e2e } = choose(["unit"]);
  expect([checks, build, vitest.needsServices, e2e.wanted]).toEqual([false, false, false, false]);
  expect(vitest.filters).toContain("tests/unit/selection.test.ts");
});

test("a piece of a name chooses the files that hold it, of whatever kind", () => {
  expect(choose(["selection.test"]).vitest.filters).toEqual(["tests/unit/selection.test.ts"]);
  expect(choose(["e2e/start"])).toMatchObject({ build: true, e2e: { filters: ["tests/e2e/start.spec.ts"] } });
});

test("a word that matches nothing is an error, not an empty success", () => {
  expect(() => choose(["no-such-test"])).toThrow(/No test file matches/);
});
