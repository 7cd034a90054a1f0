import { describe, expect, test } from "vitest";
import { answersShown, derivedValues, titleOf, valuesOf, yearsBetween } from "#app/features/application/derived.ts";
import type { CallDefinition } from "#app/features/call/definition.ts";
import { weekTemplate } from "#app/features/edition/template/week.ts";
import { parseDay } from "#app/lib/moment.ts";

const edition = { startsOn: parseDay("2027-04-07"), hasOverseasRecipient: false };

function definitionOf(code: string): CallDefinition {
  const call = weekTemplate.programmes.flatMap(({ calls }) => calls).find((one) => one.code === code);
  if (!call) throw new Error(`no call ${code}`);
  return call.definition;
}

describe("an age", () => {
  test.each([
    ["2009-04-07", 18],
    ["2009-04-08", 17],
    ["2009-04-06", 18],
    ["2027-04-07", 0],
  ])("of somebody born on %s is %i on the opening day", (born, age) => {
    expect(derivedValues({ lead_birth_date: born }, edition).lead_age).toBe(age);
  });

  test("changes on 1 March for who was born on 29 February", () => {
    const born = parseDay("2008-02-29");
    expect(yearsBetween(born, parseDay("2026-02-28"))).toBe(17);
    expect(yearsBetween(born, parseDay("2026-03-01"))).toBe(18);
  });
});

describe("derived values", () => {
  test("are left out while what they come from is open", () => {
    expect(derivedValues({}, edition)).toEqual({});
    expect(derivedValues({ lead_birth_date: "soon", total_budget: 0, secured_amount: 0, people: [] }, edition)).toEqual(
      {},
    );
  });

  test("take the lead from the first row and look for director and producer in all", () => {
    const people = [
      { role: "director", features_made: 2 },
      { role: "producer", features_made: 9 },
    ];
    expect(derivedValues({ people }, edition)).toEqual({ lead_features_made: 2, has_director_and_producer: true });
    expect(derivedValues({ people: people.slice(1) }, edition).has_director_and_producer).toBe(false);
  });

  test("say how much of the budget is secured, to two decimals", () => {
    expect(derivedValues({ total_budget: 3_000_000, secured_amount: 1_000_000 }, edition).secured_pct).toBe(33.33);
  });
});

describe("the values of an application", () => {
  const definition = definitionOf("GK-V");

  test("leave out answers to hidden fields, and answers nobody asked for", () => {
    const answers = { applicant_type: "individual", founded_on: "2024-01-01", invented: "x" };
    expect(valuesOf(definition, answers, edition)).toEqual({
      applicant_type: "individual",
      "edition.has_overseas_recipient": false,
    });
    expect(answersShown(definition, answers, edition)).toEqual({ applicant_type: "individual" });
    const company = { ...answers, applicant_type: "company" };
    expect(answersShown(definition, company, edition)).toEqual({ applicant_type: "company", founded_on: "2024-01-01" });
  });

  test("follow a field that is hidden by a hidden field", () => {
    const chain = (id: string, showIf?: string) => ({
      id,
      label: { zh: id, en: id },
      type: "text" as const,
      required: false,
      visibility: "staff" as const,
      stage: "submit" as const,
      ...(showIf ? { showIf } : {}),
    });
    const fields = [chain("a"), chain("c", "b set"), chain("b", "a == yes")];
    const chained = { ...definition, sections: [{ id: "s", title: { zh: "s", en: "s" }, fields }] };
    expect(answersShown(chained, { a: "no", b: "1", c: "2" }, edition)).toEqual({ a: "no" });
    expect(answersShown(chained, { a: "yes", b: "1", c: "2" }, edition)).toEqual({ a: "yes", b: "1", c: "2" });
  });

  test("come to an end when two conditions chase each other", () => {
    const [field] = definition.sections[0]?.fields ?? [];
    if (!field) throw new Error("no field");
    const fields = [
      { ...field, id: "a", showIf: "b empty" },
      { ...field, id: "b", showIf: "a empty" },
    ];
    const chasing = { ...definition, sections: [{ id: "s", title: { zh: "s", en: "s" }, fields }] };
    expect(answersShown(chasing, { a: "1", b: "2" }, edition)).toEqual(
      answersShown(chasing, { a: "1", b: "2" }, edition),
    );
  });
});

test("a title is the work's, the venture's or the nominee's, Chinese first", () => {
  expect(titleOf({ title_zh: "渡海", title_en: "Crossing" })).toBe("渡海");
  expect(titleOf({ title_en: "Crossing" })).toBe("Crossing");
  expect(titleOf({ venture_name: "潮位科技" })).toBe("潮位科技");
  expect(titleOf({ nominee_name: "林涛" })).toBe("林涛");
  expect(titleOf({})).toBe("");
});
