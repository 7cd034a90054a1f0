import { describe, expect, test } from "vitest";
import { type EligibilityFacts, findingsFor, monthsLater } from "#app/features/application/eligibility.ts";
import type { Answers, FileFacts } from "#app/features/call/answers.ts";
import type { CallDefinition, Rule } from "#app/features/call/definition.ts";
import { weekTemplate } from "#app/features/edition/template/week.ts";
import { later, parseDay, parseMoment } from "#app/lib/moment.ts";

const closesAt = parseMoment("2027-02-04T15:59:59.999Z");
const facts: EligibilityFacts = {
  edition: { startsOn: parseDay("2027-04-07"), hasOverseasRecipient: false },
  arrivedAt: closesAt,
  closesAt,
  otherEntriesOfLead: 0,
};

function definitionOf(code: string): CallDefinition {
  const call = weekTemplate.programmes.flatMap(({ calls }) => calls).find((one) => one.code === code);
  if (!call) throw new Error(`no call ${code}`);
  return call.definition;
}

const declared: Answers = {
  rights_basis: "owner",
  c_rules: true,
  c_privacy: true,
  c_rights: true,
  c_share_jury: true,
  lead_birth_date: "1995-01-01",
};

function file(slot: string, more: Partial<FileFacts> = {}): FileFacts {
  return { slot, name: "x", bytes: 1, format: "pdf", ...more };
}

const letter = file("rights_letter");

/** The ids of the broken rules in the three groups. */
function broken(code: string, answers: Answers, files: FileFacts[] = [letter], more: Partial<EligibilityFacts> = {}) {
  const { block, warn, staff } = findingsFor(definitionOf(code), { ...declared, ...answers }, files, {
    ...facts,
    ...more,
  });
  return [block, warn, staff].map((list) => list.map(({ rule }) => rule));
}

describe("the rules for all", () => {
  test("are kept by an application that declares what it has to", () => {
    expect(broken("GK-F", {})).toEqual([[], [], []]);
  });

  test("are all told at once, with message and place", () => {
    const { block } = findingsFor(definitionOf("SL-W"), { rights_basis: "none" }, [], facts);
    expect(block.map(({ rule }) => rule)).toEqual(["C1", "C2", "C3", "C4", "C5", "C9"]);
    expect(block[0]).toEqual({
      rule: "C1",
      severity: "block",
      at: "rights_basis",
      message: { zh: "须为权利人或其授权代表", en: "Owner or authorised representative only" },
    });
  });

  test.each([
    ["in the last millisecond", 0, []],
    ["a millisecond later", 1, ["C6"]],
  ])("count what arrives %s", (_when, milliseconds, expected) => {
    expect(broken("SL-W", {}, [letter], { arrivedAt: later(closesAt, milliseconds) })[0]).toEqual(expected);
  });

  test.each([
    ["2009-04-07", []],
    ["2009-04-08", ["C7"]],
  ])("ask for 18 years on the opening day of somebody born on %s", (lead_birth_date, expected) => {
    expect(broken("SL-W", { lead_birth_date })[0]).toEqual(expected);
  });

  test("warn of names in blind files once somebody has looked", () => {
    expect(broken("SL-W", {}, [letter], { anonymityHits: 2 })[1]).toEqual(["C8"]);
    expect(broken("SL-W", {}, [letter], { anonymityHits: 0 })[1]).toEqual([]);
  });
});

describe("the rules of calls", () => {
  const cases: [string, string, Answers, FileFacts[], Partial<EligibilityFacts>, string[][]][] = [
    ["a film too short", "GK-F", { est_runtime_min: 89 }, [letter], {}, [["F1"], [], []]],
    ["a project already shooting", "GK-F", { stage: "shooting" }, [letter], {}, [["F2"], [], []]],
    ["no Chinese language", "GK-F", { languages: ["en", "other"] }, [letter], {}, [["F3"], [], []]],
    ["a dialect", "GK-F", { languages: ["en", "dialect"] }, [letter], {}, [[], [], []]],
    [
      "a lead with three features and no producer",
      "GK-F",
      { people: [{ role: "director", features_made: 3 }] },
      [letter],
      {},
      [["F5"], ["F4"], []],
    ],
    ["a lead of 46", "GK-F", { lead_birth_date: "1981-04-07" }, [letter], {}, [["F6"], [], []]],
    ["a lead of 45", "GK-F", { lead_birth_date: "1981-04-08" }, [letter], {}, [[], [], []]],
    ["a project nearly financed", "GK-F", { total_budget: 100, secured_amount: 81 }, [letter], {}, [[], ["F7"], []]],
    ["a licensed film", "GK-F", { has_screening_licence: true }, [letter], {}, [["F8"], [], []]],
    ["a second entry", "GK-F", {}, [letter], { otherEntriesOfLead: 1 }, [["F9"], [], []]],
    ["a repeat entry that says nothing new", "GK-F", { prior_entry_code: "GK-1" }, [letter], {}, [[], [], ["F10"]]],
    [
      "a repeat entry that does",
      "GK-F",
      { prior_entry_code: "GK-1", revision_note: "新结局" },
      [letter],
      {},
      [[], [], []],
    ],
    ["too many episodes", "GK-S", { episodes: 41 }, [letter], {}, [["S1"], [], []]],
    ["just enough episodes", "GK-S", { episodes: 4 }, [letter], {}, [[], [], []]],
    ["an individual as a venture", "GK-V", { applicant_type: "individual" }, [letter], {}, [["V0"], [], []]],
    [
      "a company too old, listed, rich and late",
      "GK-V",
      {
        applicant_type: "company",
        founded_on: "2022-04-06",
        listed: true,
        revenue_last_year: 200_000_000.01,
        funding_stage: "b_or_later",
        sector: "none",
        product_stage: "idea",
        lead_birth_date: "1970-01-01",
      },
      [letter],
      {},
      [["V1", "V2", "V3", "V4"], ["V5", "V7"], ["V6"]],
    ],
    [
      "a company of exactly five years",
      "GK-V",
      { applicant_type: "company", founded_on: "2022-04-07" },
      [letter],
      {},
      [[], [], []],
    ],
    ["a clip too short", "GK-W", {}, [letter, file("wip_clip", { seconds: 1199 })], {}, [["W3"], ["W5"], []]],
    [
      "a clip of forty minutes and some frames",
      "GK-W",
      {},
      [letter, file("wip_clip", { seconds: 2400.9 }), file("shooting_permit")],
      {},
      [[], [], []],
    ],
    ["a clip a second too long", "GK-W", {}, [letter, file("wip_clip", { seconds: 2401 })], {}, [["W3"], ["W5"], []]],
    ["a script too long", "SL-W", {}, [letter, file("script_full", { pages: 161 })], {}, [["SW4"], [], []]],
    ["two episodes", "SL-M", {}, [letter, file("episode_files"), file("episode_files")], {}, [["SM1"], [], []]],
    [
      "three episodes, one of them long, and a release without its number",
      "SL-M",
      { released: true },
      [letter, ...[60, 61, 901].map((seconds) => file("episode_files", { seconds }))],
      {},
      [["SM3"], ["SM2"], []],
    ],
    ["foreign subtitles", "SL-S", { subtitles: ["en"] }, [letter], {}, [["SS5"], [], []]],
    ["an old short", "SL-S", { completed_on: "2025-04-06" }, [letter], {}, [["SS2"], [], []]],
    ["an earlier entry", "SL-S", { prior_entry_code: "SL-1" }, [letter], {}, [[], [], ["SS7"]]],
    ["a nomination without consent", "GS", { work_year: 2020 }, [], {}, [["GS2"], ["GS1"], []]],
  ];

  test.each(cases)("tell of %s in %s", (_what, code, answers, files, more, expected) => {
    expect(broken(code, answers, files, more)).toEqual(expected);
  });

  test("say nothing about answers to fields that are hidden", () => {
    expect(broken("GK-V", { applicant_type: "individual", founded_on: "1990-01-01" })[0]).toEqual(["V0"]);
  });
});

describe("every operator", () => {
  const message = { zh: "否", en: "no" };
  const finds = (rule: Partial<Rule> & Pick<Rule, "op">, answers: Answers, files: FileFacts[] = []) => {
    const whole: Rule = { id: "X", field: "x", severity: "block", message, ...rule };
    const field = {
      id: "x",
      label: message,
      type: "text",
      required: false,
      visibility: "blind",
      stage: "submit",
    } as const;
    const definition = { ...definitionOf("GS"), rules: [whole] };
    const asking = { ...definition, sections: [{ id: "s", title: message, fields: [field] }] };
    return findingsFor(asking, answers, files, facts).block.length > 0;
  };

  test.each<[Rule["op"], Rule["value"], Answers[string] | undefined, boolean]>([
    ["in", ["a"], "a", false],
    ["in", ["a"], "b", true],
    ["in", ["a"], undefined, false],
    ["eq", "a", "a", false],
    ["eq", "a", "b", true],
    ["eq", true, false, true],
    ["ne", "a", "a", true],
    ["ne", "a", "b", false],
    ["gte", 3, 3, false],
    ["gte", 3, 2, true],
    ["gte", 3, "3", true],
    ["lte", 3, 3, false],
    ["lte", 3, 4, true],
    ["between", [1, 3], 1, false],
    ["between", [1, 3], 4, true],
    ["truthy", undefined, true, false],
    ["truthy", undefined, false, true],
    ["truthy", undefined, 0, true],
    ["truthy", undefined, undefined, true],
    ["empty", undefined, undefined, false],
    ["empty", undefined, "x", true],
    ["contains_any", ["a"], ["a", "b"], false],
    ["contains_any", ["a"], ["b"], true],
    ["months_since_lte", 24, "2025-04-07", false],
    ["months_since_lte", 24, "2025-04-06", true],
    ["months_since_lte", 24, "soon", true],
  ])("%s %j finds in %j: %s", (op, value, answer, found) => {
    const rule = value === undefined ? { op } : { op, value };
    expect(finds(rule, answer === undefined ? {} : { x: answer })).toBe(found);
  });

  test("a rule that lacks its number is an error of the form, not a finding", () => {
    expect(() => finds({ op: "gte" }, { x: 3 })).toThrow(/rule X needs a number/);
    expect(() => finds({ op: "between", value: [1] }, { x: 3 })).toThrow(/rule X needs two numbers/);
  });

  test("of files says nothing where the fact is not known", () => {
    expect(finds({ op: "file_duration_between", value: [1, 2], unit: "min" }, {}, [file("x")])).toBe(false);
    expect(finds({ op: "file_pages_lte", value: 1 }, {}, [file("x")])).toBe(false);
    expect(finds({ op: "file_present" }, {}, [])).toBe(true);
    expect(finds({ op: "count_gte", value: 1 }, {}, [])).toBe(true);
  });
});

test.each([
  ["2024-02-29", 12, "2025-02-28"],
  ["2024-12-31", 2, "2025-02-28"],
  ["2024-11-30", 1, "2024-12-30"],
  ["2024-01-31", -1, "2023-12-31"],
])("%s and %i months is %s", (day, months, expected) => {
  expect(monthsLater(parseDay(day), months)).toBe(expected);
});
