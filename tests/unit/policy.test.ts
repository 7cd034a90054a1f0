import { describe, expect, test } from "vitest";
import { type Ability, abilities, type Letter, type State } from "#app/auth/abilities.ts";
import { holds, judge, stateOf } from "#app/auth/policy.ts";
import { requirement } from "#tests/fixtures/policy.matrix.ts";

const letters: Letter[] = ["V", "A", "O", "T", "W", "J", "N", "C", "M", "X", "S"];
const states: State[] = ["0", "1", "2", "3", "4", "r", "5", "6", "7", "8", "9", "w"];

const required = new Map(
  requirement
    .trim()
    .split("\n")
    .map((line) => {
      const [ability = "", ...cells] = line.trim().split(/\s+/);
      return [
        ability,
        new Map(
          cells.map((cell) => {
            const [letter = "", list = ""] = cell.split("=");
            return [letter, list === "*" ? states : list.split(",")] as const;
          }),
        ),
      ] as const;
    }),
);

test("the policy has every ability of the requirement and no other", () => {
  expect(Object.keys(abilities).sort()).toEqual([...required.keys()].sort());
});

describe.each(Object.keys(abilities) as Ability[])("%s", (ability) => {
  describe.each(letters)("for %s", (letter) => {
    test.each(states)("in state %s is as required", (state) => {
      const may =
        required
          .get(ability)
          ?.get(letter)
          ?.some((listed) => listed === state) ?? false;
      expect(holds(ability, { letters: new Set([letter]), state })).toBe(may);
    });
  });
});

describe("who sees more sees less too", () => {
  const chain: [Ability, Ability][] = [
    ["application.read", "application.see"],
    ["application.edit", "application.read"],
    ["application.submit", "application.edit"],
    ["file.upload", "application.see"],
    ["file.read-original", "application.read"],
    ["review.write", "review.read-own"],
    ["review.recuse", "review.read-own"],
  ];
  test.each(chain)("%s implies %s", (more, less) => {
    let fired = 0;
    for (const letter of letters)
      for (const state of states) {
        const standing = { letters: new Set([letter]), state };
        if (!holds(more, standing)) continue;
        fired++;
        expect(holds(less, standing), `${letter} in ${state}`).toBe(true);
      }
    expect(fired).toBeGreaterThan(0);
  });
});

test.each([
  ["a visitor is asked to sign in", "V", "1", "application.edit", "sign-in"],
  ["a stranger learns nothing", "A", "1", "application.edit", "hidden"],
  ["a viewer of the team sees it but may not", "W", "1", "application.edit", "forbidden"],
  ["an editor may", "T", "1", "application.edit", "allowed"],
  ["an organiser of another programme learns nothing", "X", "4", "application.edit", "hidden"],
] as const)("%s", (_who, letter, state, ability, verdict) => {
  expect(judge(ability, { letters: new Set<Letter>([letter]), state }, "application.see")).toBe(verdict);
});

test.each([
  ["a draft while the call is open", { state: "draft", isOpen: true, isInGrace: false, round: null }, "1"],
  ["a draft in the grace for uploads", { state: "draft", isOpen: false, isInGrace: true, round: null }, "3"],
  ["a draft that missed the deadline", { state: "draft", isOpen: false, isInGrace: false, round: null }, "0"],
  ["handed in while the call is open", { state: "submitted", isOpen: true, isInGrace: false, round: null }, "2"],
  ["handed in, call closed", { state: "submitted", isOpen: false, isInGrace: false, round: null }, "4"],
  ["returned for correction", { state: "returned", isOpen: false, isInGrace: false, round: null }, "r"],
  ["in an open round", { state: "in_review", isOpen: false, isInGrace: false, round: round({ isOpen: true }) }, "5"],
  ["after the round", { state: "in_review", isOpen: false, isInGrace: false, round: round({ isClosed: true }) }, "6"],
  [
    "decided, unpublished",
    { state: "in_review", isOpen: false, isInGrace: false, round: round({ isClosed: true, isDecided: true }) },
    "7",
  ],
  [
    "published",
    {
      state: "shortlisted",
      isOpen: false,
      isInGrace: false,
      round: round({ isClosed: true, isDecided: true, isPublished: true }),
    },
    "8",
  ],
  [
    "withdrawn during a round",
    { state: "withdrawn", isOpen: false, isInGrace: false, round: round({ isOpen: true }) },
    "w",
  ],
] as const)("%s", (_what, facts, state) => {
  expect(stateOf(facts)).toBe(state);
});

function round(facts: { isOpen?: boolean; isClosed?: boolean; isDecided?: boolean; isPublished?: boolean }) {
  return { isOpen: false, isClosed: false, isDecided: false, isPublished: false, ...facts };
}
