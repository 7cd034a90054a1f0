import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "#tests/support/sources.ts";

const folder = mkdtempSync(join(tmpdir(), "tidemark-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const vector = (name: string) => join(root, "tests/fixtures/jury", `${name}.json`);
const contentOf = (name: string) => JSON.parse(readFileSync(vector(name), "utf8"));

function tidemark(...args: string[]) {
  return spawnSync(process.execPath, ["app/cli/tidemark.mjs", ...args], { cwd: root, encoding: "utf8" });
}

function fileWith(content: unknown) {
  const path = join(folder, "file.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

test("rank answers in the form of the vectors, from a vector or from its input alone", () => {
  const { input, expected } = contentOf("1-small");
  const whole = tidemark("rank", vector("1-small"));
  expect(whole.status).toBe(0);
  const answer = JSON.parse(whole.stdout);
  expect(Object.keys(answer)).toEqual(Object.keys(expected.within));
  expect(Object.keys(answer.applications[0])).toEqual(Object.keys(expected.within.applications[0]));
  expect(answer.cut.undecided).toEqual(expected.within.cut.undecided);
  expect(answer.cut.certainty).toBeCloseTo(expected.within.cut.certainty, 5);
  expect(tidemark("rank", fileWith(input)).stdout).toBe(whole.stdout);
});

test("rank uses the method asked for", () => {
  const { stdout } = tidemark("rank", vector("1-small"), "--method", "median");
  expect(JSON.parse(stdout)).toMatchObject({ mode_used: "median", variance: null, cut: { certainty: null } });
});

test("assign meets the optimum, and the seed is its only chance", () => {
  const one = tidemark("assign", vector("assign-1"), "--seed", "5");
  expect(one.status).toBe(0);
  const { feasible, assignment, metrics } = JSON.parse(one.stdout);
  expect(feasible).toBe(true);
  expect(assignment).toHaveLength(72);
  expect(metrics).toMatchObject({ bad: 0, short: 0, comps: 1 });
  expect(metrics.affinity).toBeGreaterThan(0.999 * contentOf("assign-1").optimum);
  expect(tidemark("assign", vector("assign-1"), "--seed", "5").stdout).toBe(one.stdout);
});

test("assign says what is short and why, and that is an answer, not a failure", () => {
  const { status, stdout } = tidemark("assign", vector("assign-4-infeasible"));
  expect(status).toBe(0);
  const answer = JSON.parse(stdout);
  expect(answer).toMatchObject({ feasible: false, wanted: 60, placeable: 46 });
  expect(answer.short).toContainEqual({
    application: 0,
    missing: 2,
    why: "too-few-eligible",
    eligible: 1,
    forbidden: 5,
  });
});

test.each([
  ["no file named", ["rank"], "rank FILE"],
  ["a file that is not there", ["rank", join(folder, "none.json")], "There is no file"],
  ["an unknown method", ["rank", vector("1-small"), "--method", "guess"], "There is no method guess"],
  ["an unknown option", ["assign", vector("assign-1"), "--sed", "1"], "--sed"],
  ["a seed that is no number", ["assign", vector("assign-1"), "--seed", "x"], "The seed is a whole number"],
  ["the wrong kind of file", ["assign", vector("1-small")], "does not have the form"],
])("%s ends with status 2 and says so", (_what, args, words) => {
  const { status, stdout, stderr } = tidemark(...args);
  expect(stderr).toContain(words);
  expect(stderr).not.toContain("    at ");
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
});

test.each([
  ["not JSON", "{", "is not JSON"],
  ["a mark off the scale", { scores: { idea: 11 } }, "reviews.0.scores.idea: 11 lies outside 1 to 10"],
  ["a criterion nobody knows", { scores: { idee: 4 } }, "reviews.0.scores.idee"],
  ["an application nobody knows", { app: "B1" }, "B1 is not among the applications"],
])("a round with %s is refused by the place of the fault", (_what, fault, words) => {
  const content = typeof fault === "string" ? fault : contentOf("1-small").input;
  if (typeof fault !== "string") content.reviews[0] = { ...content.reviews[0], ...fault };
  const { status, stderr } = tidemark("rank", fileWith(content));
  expect(stderr).toContain(words);
  expect(status).toBe(2);
});
