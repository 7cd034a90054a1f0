import { describe, expect, test } from "vitest";
import { type Audience, shapeEntry } from "#app/features/application/visibility.ts";
import { fieldsOf } from "#app/features/call/fields.ts";
import { weekTemplate } from "#app/features/edition/template/week.ts";
import type { ManifestFile } from "#app/features/submission/manifest.ts";
import { parseDay } from "#app/lib/moment.ts";
import { smallDefinition } from "#tests/support/builders.ts";

const edition = { startsOn: parseDay("2027-07-16"), hasOverseasRecipient: false };
const answers = {
  title_zh: "[1917]",
  synopsis_zh: "two\nlines",
  company_profile: "canary-company",
  legal_name: "canary-person",
  unknown: "canary-unknown",
};
const files: ManifestFile[] = [
  {
    id: "f1",
    slot: "screener",
    name: "canary-name.mp4",
    bytes: 10,
    format: "mp4",
    sha256: "canary-hash",
    storageKey: "canary-key",
  },
];
const read = (audience: Audience) =>
  JSON.stringify(shapeEntry({ definition: smallDefinition, answers, files, edition }, { audience, language: "en" }));

describe("what a reader of an entry is handed", () => {
  test.each([
    ["blind-juror", ["canary-company", "canary-person", "canary-name", "canary-hash", "canary-key", "canary-unknown"]],
    ["open-juror", ["canary-person", "canary-name", "canary-hash", "canary-key", "canary-unknown"]],
    [
      "public",
      ["[1917]", "canary-company", "canary-person", "canary-name", "canary-hash", "canary-key", "canary-unknown", "f1"],
    ],
    ["organiser", ["canary-key", "canary-unknown"]],
    ["team", ["canary-key", "canary-unknown"]],
  ] as const)("has nothing that a %s may not see", (audience, hidden) => {
    const handed = read(audience);
    for (const canary of hidden) expect(handed).not.toContain(canary);
  });

  test.each([
    ["blind-juror", ["[1917]", "two\\nlines", "f1"]],
    ["open-juror", ["[1917]", "canary-company", "f1"]],
    ["organiser", ["canary-person", "canary-name", "canary-hash"]],
    ["team", ["canary-person", "canary-name", "canary-hash"]],
  ] as const)("has what a %s needs", (audience, shown) => {
    const handed = read(audience);
    for (const text of shown) expect(handed).toContain(text);
  });

  test("never has a staff field for a juror in any call of the Week", () => {
    let held = 0;
    for (const { definition } of weekTemplate.programmes.flatMap((programme) => programme.calls))
      for (const audience of ["blind-juror", "open-juror"] as const) {
        const { sections } = shapeEntry({ definition, answers: {}, files: [], edition }, { audience, language: "zh" });
        const staff = new Set(
          fieldsOf(definition)
            .filter((field) => field.visibility === "staff")
            .map((field) => field.id),
        );
        held += staff.size;
        expect(sections.flatMap((section) => section.items).filter((item) => staff.has(item.id))).toEqual([]);
      }
    expect(held).toBeGreaterThan(100);
  });
});
