import { expect, test } from "vitest";
import { differencesOf } from "#app/features/application/differences.ts";
import type { Answers } from "#app/features/call/answers.ts";
import { parseDay } from "#app/lib/moment.ts";
import { smallDefinition } from "#tests/support/builders.ts";

const film = (id: string, name: string) => ({
  id,
  slot: "screener",
  name,
  bytes: 1,
  format: "mp4",
  sha256: "0".repeat(64),
  storageKey: id,
});
const between = (before: Answers, after: Answers, [had, has] = [[film("a", "a.mp4")], [film("a", "a.mp4")]]) =>
  differencesOf(
    smallDefinition,
    { standing: { answers: before, files: had ?? [] }, draft: { answers: after, files: has ?? [] } },
    { edition: { startsOn: parseDay("2027-07-17"), hasOverseasRecipient: false }, language: "en" },
  );

test("two equal versions differ in nothing", () => {
  const answers = { title_zh: "潮水", legal_name: "王小海" };
  expect(between(answers, { ...answers })).toEqual([]);
});

test("what was changed, added, taken out and exchanged is named in the order of the form", () => {
  const differences = between(
    { title_zh: "潮水", synopsis_zh: "等", legal_name: "王小海" },
    { title_zh: "还海", company_profile: "工作室", legal_name: "王小海" },
    [[film("a", "first.mp4")], [film("b", "final <b>.mp4")]],
  );
  expect(differences.map(({ at, part, before, after }) => [part, at, before, after])).toEqual([
    ["work", "title_zh", "潮水", "还海"],
    ["work", "synopsis_zh", "等", null],
    ["work", "company_profile", null, "工作室"],
    ["files", "screener", "first.mp4", "final <b>.mp4"],
  ]);
});
