import { expect, test } from "vitest";
import { planEdition } from "#app/features/edition/plan-edition.ts";
import { editionTemplate } from "#app/features/edition/template/shape.ts";
import { weekTemplate } from "#app/features/edition/template/week.ts";
import { parseDay } from "#app/lib/moment.ts";

test("the template is a valid edition, call by call", () => {
  expect(editionTemplate.parse(weekTemplate)).toEqual(weekTemplate);
});

test("a plan for the source's own opening day has the source's dates", () => {
  const plan = planEdition(weekTemplate, { openingDay: parseDay("2023-04-07") });
  expect([plan.startsOn, plan.endsOn, plan.name]).toEqual(["2023-04-07", "2023-04-09", weekTemplate.source.name]);
  const call = plan.programmes[0]?.calls[0];
  expect([call?.opensAt, call?.closesAt]).toEqual(["2022-11-27T16:00:00.000Z", "2023-02-04T15:59:59.999Z"]);
});
