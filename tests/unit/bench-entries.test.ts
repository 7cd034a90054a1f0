import { expect, test } from "vitest";
import { missingFor } from "#app/features/application/completeness.ts";
import { findingsFor } from "#app/features/application/eligibility.ts";
import { planEdition } from "#app/features/edition/plan-edition.ts";
import { weekTemplate } from "#app/features/edition/template/week.ts";
import { DAY, later, parseDay } from "#app/lib/moment.ts";
import { entriesOf } from "#tests/bench/entries.ts";

const plan = planEdition(weekTemplate, { openingDay: parseDay("2027-07-17") });

test.each(["sl-s", "gk-f"])("what the benchmarks plant in %s could have been handed in by hand", (slug) => {
  const found = plan.programmes
    .flatMap((programme) => programme.calls.map((call) => ({ programme, call })))
    .find(({ call }) => call.slug === slug);
  if (!found) throw new Error(`the Week has no call ${slug}`);
  const { opensAt, closesAt, definition } = found.call;
  const startedAt = later(opensAt, 5 * DAY);
  const sealedAt = later(opensAt, 10 * DAY);
  const call = {
    id: "call",
    slug,
    code: found.call.code,
    definitionId: "definition",
    programmeSlug: found.programme.slug,
    year: plan.year,
    editionStartsOn: plan.startsOn,
  };
  const edition = { startsOn: plan.startsOn, hasOverseasRecipient: false };
  for (const { application, files } of entriesOf({ call, definition, kind: "draft", count: 40, startedAt, sealedAt })) {
    const answers = JSON.parse(application.answers);
    const manifest = files.map(({ facts, sha256, ...file }) => ({
      ...file,
      sha256: sha256 ?? "",
      ...JSON.parse(facts),
    }));
    const context = { edition, arrivedAt: sealedAt, closesAt, otherEntriesOfLead: 0 };
    expect(missingFor(definition, answers, manifest, { edition })).toEqual([]);
    expect(findingsFor(definition, answers, manifest, context).block).toEqual([]);
  }
});
