import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { callDefinition, type Field, type RoundPlan, type Rule, type Slot } from "#app/features/call/definition.ts";
import { fieldsOf } from "#app/features/call/fields.ts";
import { editionTemplate, type TemplateActivity } from "#app/features/edition/template/shape.ts";
import { weekTemplate } from "#app/features/edition/template/week.ts";

/** What the data sheet of the Week says, without its prose: ids, types, limits, settings. */
type Sheet = { [key: string]: Sheet } & { id: string } & Sheet[];
const sheet: Sheet = JSON.parse(readFileSync(new URL("../fixtures/week-facts.json", import.meta.url), "utf8"));

const calls = weekTemplate.programmes.flatMap((programme) => programme.calls);
const sheetCalls = Object.values(sheet.programmes ?? {}).flatMap((programme) =>
  Object.values(programme.categories ?? {}),
);

/** Leaves out what is not set, as the sheet does. */
function set<Facts extends object>(facts: Facts) {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** `max_total` → `maxTotal`, all the way down: the sheet's spelling of settings in ours. */
function camel(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camel);
  if (typeof value !== "object" || value === null) return value;
  const spelled = (key: string) => key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [spelled(key), camel(inner)]));
}

function factsOfField(field: Field, inSheet: Sheet) {
  const columns = field.columns?.map((column) =>
    set({
      id: column.id,
      type: column.type,
      req: column.required,
      min: column.min,
      max: column.max,
      unit: column.unit,
      options: column.options?.map(({ id }) => id),
    }),
  );
  // The sheet names only the ids of a table's columns, and of one table not even those.
  const namedOnly = field.type === "table" ? field.columns?.map(({ id }) => id) : columns;
  return set({
    id: field.id,
    type: field.type,
    ...("req" in inSheet ? { req: field.required } : {}),
    min: field.min,
    max: field.max,
    unit: field.unit,
    max_choices: field.maxChoices,
    min_rows: field.minRows,
    max_rows: field.maxRows,
    options: field.options?.map(({ id }) => id),
    columns: "columns" in inSheet ? namedOnly : undefined,
    from: "from" in inSheet ? field.from : undefined,
    vis: field.visibility,
    stage: field.stage,
    show_if: field.showIf,
    req_if: field.requiredIf,
    sensitive: field.sensitive,
  });
}

function factsOfSlot(slot: Slot, inSheet: Sheet) {
  return set({
    id: slot.id,
    formats: slot.formats,
    max_mib: slot.maxBytes / 1024 ** 2,
    max_pages: slot.maxPages,
    max_minutes: slot.maxMinutes,
    min_px: slot.minPixels,
    min_height: slot.minHeight,
    codec: slot.codec,
    count: "count" in inSheet ? slot.count : undefined,
    req: slot.required,
    req_if: slot.requiredIf,
    vis: slot.visibility,
    stage: slot.stage,
    sensitive: slot.sensitive,
    keep_days: slot.keepDays,
    lock_hours_before: slot.lockHoursBefore,
  });
}

function factsOfRule({ message: _, ...facts }: Rule) {
  return set(facts);
}

function factsOfRound(round: RoundPlan, inSheet: Sheet) {
  const { name: _, blind, reviews, criteria, further, ...rest } = round;
  return set({
    ...rest,
    ...("blind" in inSheet ? { blind } : {}),
    ...("reviews" in inSheet ? { reviews } : {}),
    ...(criteria.length > 0 ? { rubric: Object.fromEntries(criteria.map(({ id, weight }) => [id, weight])) } : {}),
    ...further,
  });
}

function groupsOf(call: Sheet, kind: "fields" | "slots"): Sheet[] {
  const names = Object.values(call[kind === "fields" ? "fields" : "files"] ?? {}) as unknown as string[];
  return names.flatMap((name) => Object.values(sheet[kind]?.[name.replace(/^(fields|files)_/, "")] ?? {}));
}

describe("the template", () => {
  test("is a valid edition, and each call in it a valid definition", () => {
    expect(editionTemplate.parse(weekTemplate)).toEqual(weekTemplate);
    for (const call of calls) expect(callDefinition.parse(call.definition)).toEqual(call.definition);
  });

  test("has the programmes and calls of the sheet, with their settings", () => {
    const programmes = weekTemplate.programmes.map((programme) =>
      set({
        id: programme.slug,
        unit: programme.unit,
        intake: programme.intake === "open" ? undefined : programme.intake,
        max_entries_per_lead: programme.maxEntriesPerLead ?? undefined,
        fee: programme.intake === "open" ? programme.fee : undefined,
        categories: programme.calls.map((call) => call.code),
      }),
    );
    expect(programmes).toEqual(
      Object.values(sheet.programmes ?? {}).map((programme) => ({
        ...programme,
        categories: Object.values(programme.categories ?? {}).map(({ id }) => id),
      })),
    );
    expect(calls.map((call) => call.slug)).toEqual(calls.map((call) => call.code.toLowerCase()));
    expect(calls.map((call) => call.isCompetitive)).toEqual(sheetCalls.map((call) => !("competitive" in call)));
    const crafts = calls.find((call) => call.code === "GS")?.crafts;
    const nomination = sheetCalls.find((call) => call.id === "GS");
    expect(crafts).toEqual({ sourced: nomination?.crafts_sourced, proposed: nomination?.crafts_proposed });
  });

  test("holds 119 fields, 37 slots, 37 criteria, 59 rules and 22 honours, those of the sheet and no others", () => {
    const distinct = (ids: string[]) => [...new Set(ids)].sort();
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
    const grouped = (kind: "fields" | "slots") =>
      ids(Object.values(sheet[kind] ?? {}).flatMap((group) => Object.values(group)));
    const definitions = calls.map((call) => call.definition);
    const fields = distinct(ids(definitions.flatMap(fieldsOf)));
    const slots = distinct(ids(definitions.flatMap((definition) => definition.slots)));
    const criteria = distinct(ids(definitions.flatMap(({ rounds }) => rounds.flatMap((round) => round.criteria))));
    const rules = distinct(ids(definitions.flatMap((definition) => definition.rules)));
    const awards = distinct(ids(definitions.flatMap((definition) => definition.awards)));
    expect([fields, slots, criteria, rules, awards].map((list) => list.length)).toEqual([119, 37, 37, 59, 22]);
    expect(fields).toEqual(grouped("fields").sort());
    expect(slots).toEqual(grouped("slots").sort());
    expect(criteria).toEqual(Object.values(sheet.criteria ?? {}).sort());
    expect(awards).toEqual(Object.keys(sheet.awards ?? {}).sort());
  });
});

describe.each(calls)("$code", ({ code, definition }) => {
  const inSheet = sheetCalls.find((call) => call.id === code) as Sheet;

  test("asks for every field of its groups, with type, limits, options, visibility, stage and conditions", () => {
    const wanted = groupsOf(inSheet, "fields");
    const byId = new Map(fieldsOf(definition).map((field) => [field.id, field]));
    expect([...byId.keys()].sort()).toEqual(wanted.map(({ id }) => id).sort());
    for (const field of wanted) expect(factsOfField(byId.get(field.id) as Field, field)).toEqual(field);
  });

  test("asks for every file of its groups", () => {
    const wanted = groupsOf(inSheet, "slots");
    const byId = new Map(definition.slots.map((slot) => [slot.id, slot]));
    expect([...byId.keys()].sort()).toEqual(wanted.map(({ id }) => id).sort());
    for (const slot of wanted) expect(factsOfSlot(byId.get(slot.id) as Slot, slot)).toEqual(slot);
  });

  test("has the rules for all and its own", () => {
    const own = Object.values(inSheet.rules ?? {});
    const forAll = Object.values(sheet.rulesForAll ?? {});
    const wanted = code === "GS" ? [...forAll.filter(({ id }) => id === "C6"), ...own] : [...forAll, ...own];
    expect(definition.rules.map(factsOfRule)).toEqual(wanted);
  });

  test("has its rounds with every setting, and weights that sum to 100", () => {
    const wanted = Object.values(sheet.rounds?.[String(inSheet.rounds)] ?? {});
    const spelled = wanted.map(({ rubric, ...rest }) => set({ ...(camel(rest) as object), rubric }));
    expect(definition.rounds.map((round, index) => factsOfRound(round, wanted[index] as Sheet))).toEqual(spelled);
    for (const { criteria } of definition.rounds)
      if (criteria.length > 0) expect(criteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });

  test("has its honours with number and kinds", () => {
    const ids = Object.values(inSheet.awards ?? {}) as unknown as string[];
    const wanted = ids.map((id) => ({ id, count: sheet.awards?.[id]?.count, kinds: sheet.awards?.[id]?.kind }));
    expect(definition.awards.map(({ id, count, kinds }) => ({ id, count, kinds }))).toEqual(wanted);
  });

  test("has no two fields or slots of one name, and rules and conditions speak of what is there", () => {
    const ids = [...fieldsOf(definition), ...definition.slots].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set([...ids, ...weekTemplate.derived, "@submitted_at", "@lead_identity"]);
    expect(definition.rules.map((rule) => rule.field).filter((name) => !known.has(name))).toEqual([]);
  });
});

describe("marking and juries", () => {
  test("the scale, its bands and the verdicts are the sheet's", () => {
    const { scale } = calls[0]?.definition ?? {};
    const bands = (list: { from: number; to: number }[] = []) => list.map(({ from, to }) => [from, to]);
    expect([scale?.min, scale?.max, scale?.step, scale?.commentRequiredBelow, scale?.commentRequiredAbove]).toEqual(
      Object.values(sheet.scale ?? {}),
    );
    expect([bands(scale?.bands), bands(scale?.totalBands)]).toEqual([sheet.bands, sheet.totalBands]);
    expect(scale?.verdicts.map(({ id }) => id)).toEqual(sheet.verdict?.options);
    expect(scale?.championQuota).toBe(sheet.verdict?.champion_quota_per_juror);
  });

  test("the ballot is the sheet's", () => {
    const { std_ballot: ballot } = weekTemplate.judging.ballots;
    const { note: _, ...quorum } = ballot.quorum;
    const { required, ...citation } = ballot.citation;
    expect({ ...ballot, quorum, citation: { req: required, ...citation } }).toEqual(camel(sheet.ballot));
  });

  test("conflicts, assignment and aggregation are the sheet's", () => {
    const { kinds, autoHints, effect, ...conflicts } = weekTemplate.judging.conflicts;
    expect({
      ...conflicts,
      kinds: kinds.map(({ id }) => id),
      autoHints: autoHints.map(({ id }) => id),
      effect: {
        ...effect,
        kindsHard: kinds
          .filter(({ isHard }) => isHard)
          .map(({ id }) => id)
          .sort(),
      },
    }).toEqual(
      camel({
        ...sheet.conflicts,
        effect: {
          ...sheet.conflicts?.effect,
          kinds_hard: Object.values(sheet.conflicts?.effect?.kinds_hard ?? {}).sort(),
        },
      }),
    );
    expect(weekTemplate.judging.assignment).toEqual(camel(sheet.assignment));
    expect(weekTemplate.judging.aggregation).toEqual(camel(sheet.aggregation));
  });
});

describe("the edition", () => {
  function factsOf({ name: _, nameInOtherYears: __, days: ___, call, ...facts }: TemplateActivity) {
    return set({ ...facts, ...(call ? { category: call } : {}) });
  }

  test("has five units with the activities of the sheet, and one placeholder", () => {
    const units = Object.values(sheet.edition?.units ?? {});
    expect(weekTemplate.units.map((unit) => unit.number)).toEqual(units.map((unit) => unit.unit_no));
    for (const [index, unit] of weekTemplate.units.entries()) {
      const wanted = Object.values(units[index]?.activities ?? {}).map(({ from, to, ...rest }) => camel(rest));
      expect(unit.activities.map(factsOf)).toEqual(wanted);
    }
    const all = weekTemplate.units.flatMap((unit) => unit.activities);
    expect(all.filter(({ status }) => status === "placeholder").map(({ id }) => id)).toEqual(["a19"]);
    expect(all).toHaveLength(weekTemplate.source.activityCountStated);
  });

  test("has the ceremonies of the sheet", () => {
    const wanted = Object.values(sheet.edition?.ceremonies ?? {}).map(({ date, ...rest }) => camel(rest));
    expect(weekTemplate.ceremonies.map(({ kind, ...ceremony }) => factsOf({ kind, ...ceremony }))).toEqual(
      wanted.map((ceremony) => ({ kind: "ceremony", ...(ceremony as object) })),
    );
  });

  test("has the sheet's timetable, states, entry codes and reference values", () => {
    expect(weekTemplate.timetable).toEqual(camel(sheet.timetable));
    expect(weekTemplate.entryStates).toEqual(sheet.entryStates);
    // Without the programme, which the call's code begins with: so that a code fits the form's own field for one.
    const parts = (pattern: string) => new Set(pattern.replace("{call}", "{category}").match(/\{[^}]+\}/g));
    expect(parts(weekTemplate.entryCode)).toEqual(parts(String(sheet.entryCode).replace("{programme}", "")));
    expect(weekTemplate.derived).toEqual(sheet.derived);
    expect(weekTemplate.proceduralComplaintDays).toBe(sheet.proceduralComplaintDays);
    expect(weekTemplate.source.activityCountStated).toBe(sheet.edition?.activity_count_stated);
    expect([weekTemplate.timeZone, weekTemplate.deadlineTime]).toEqual([
      sheet.meta?.timezone,
      sheet.meta?.deadline_time,
    ]);
    expect([weekTemplate.ageReference, weekTemplate.lengthRatioZhPerEnWord]).toEqual([
      sheet.meta?.age_reference,
      sheet.meta?.length_ratio_zh_per_en_word,
    ]);
    expect(Object.keys(weekTemplate.visibilityMeanings)).toEqual(sheet.meta?.visibility);
    expect(Object.keys(weekTemplate.stageMeanings)).toEqual(sheet.meta?.stage);
    for (const { definition } of calls)
      expect([definition.graceMinutes, definition.fixWindowHours]).toEqual([
        sheet.meta?.upload_grace_minutes,
        sheet.meta?.fix_window_hours,
      ]);
  });
});

test("every text has both languages, and Chinese is never left in English", () => {
  const bare: string[] = [];
  const visit = (value: unknown, path: string) => {
    if (typeof value !== "object" || value === null) return;
    if ("zh" in value && "en" in value) {
      const { zh, en } = value as { zh: string; en: string };
      const isChinese = /\p{Script=Han}/u.test(zh) && !/[\p{Script=Han}][,;:!?]/u.test(zh);
      if (!isChinese || !/[A-Za-z]/.test(en) || /\p{Script=Han}/u.test(en)) bare.push(`${path}: ${zh} / ${en}`);
      return;
    }
    for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
  };
  visit(weekTemplate, "week");
  expect(bare).toEqual([]);
});
