import { describe, expect, test } from "vitest";
import { endOfSecond, planEdition, startOfDay } from "#app/features/edition/plan-edition.ts";
import { weekTemplate } from "#app/features/edition/template/week.ts";
import { parseDay } from "#app/lib/moment.ts";

const source = planEdition(weekTemplate, { openingDay: parseDay("2023-04-07") });
const other = planEdition(weekTemplate, { openingDay: parseDay("2028-03-01") });

function callOf(plan: typeof source, code: string) {
  const call = plan.programmes.flatMap((programme) => programme.calls).find((one) => one.code === code);
  if (!call) throw new Error(`no call ${code}`);
  return call;
}

describe("an edition planned for a day", () => {
  test("is the source itself on the source's own day", () => {
    expect([source.startsOn, source.endsOn]).toEqual([weekTemplate.source.startsOn, weekTemplate.source.endsOn]);
    expect([source.slug, source.name.en, source.name.zh]).toEqual([
      "2023",
      "2023 Qingdao Film and TV Week",
      "2023青岛影视周",
    ]);
    const films = source.units[1]?.activities[0];
    expect([films?.startsOn, films?.endsOn, films?.isDayProposed]).toEqual(["2023-04-07", "2023-04-16", false]);
    expect(source.ceremonies.map(({ startsOn }) => startsOn)).toEqual(["2023-04-07", "2023-04-09"]);
  });

  test("takes its year into its name and drops what belonged to the source's year", () => {
    expect([other.name.en, other.endsOn]).toEqual(["2028 Qingdao Film and TV Week", "2028-03-03"]);
    const names = other.units.flatMap((unit) => unit.activities.map(({ name }) => name.zh)).join();
    expect(names).not.toMatch(/2022|第三届/);
  });

  test("leaves the unnamed activity without a day", () => {
    const unnamed = other.units[0]?.activities.find(({ status }) => status === "placeholder");
    expect([unnamed?.startsOn, unnamed?.endsOn]).toEqual([null, null]);
  });

  test("counts across a leap day", () => {
    expect(other.days).toEqual({
      shortlistPrivateOn: "2028-01-31",
      shortlistPublicOn: "2028-02-14",
      publicNoticeUntil: "2028-02-18",
      classStartsOn: "2028-02-29",
      pitchOn: "2028-03-02",
      deliberationOn: "2028-03-02",
      honoursOn: "2028-03-03",
      complaintsUntil: "2028-03-06",
      filesOfUnselectedDeletedOn: "2028-06-01",
    });
  });

  test("opens calls at midnight and closes them with the last second of the day, in its zone", () => {
    expect([callOf(source, "SL-S").opensAt, callOf(source, "SL-S").closesAt]).toEqual([
      "2022-11-27T16:00:00.000Z",
      "2023-02-04T15:59:59.999Z",
    ]);
    const abroad = planEdition(weekTemplate, { openingDay: parseDay("2023-05-20"), timeZone: "Europe/London" });
    expect([callOf(abroad, "SL-S").opensAt, callOf(abroad, "SL-S").closesAt]).toEqual([
      "2023-01-10T00:00:00.000Z",
      "2023-03-19T23:59:59.999Z",
    ]);
  });

  test("gives every round a time after the call and before the honours, and enough days", () => {
    for (const call of source.programmes.flatMap((programme) => programme.calls)) {
      for (const { plan, opensAt, closesAt } of call.rounds) {
        expect(opensAt < closesAt && opensAt > call.closesAt).toBe(true);
        const days = (Date.parse(closesAt) + 1 - Date.parse(opensAt)) / 86_400_000;
        expect(days).toBeGreaterThanOrEqual(plan.days ?? 1);
      }
    }
  });

  test("ends the rounds of a feature project at the timetable's milestones", () => {
    expect(callOf(source, "GK-F").rounds.map(({ plan, opensAt, closesAt }) => [plan.id, opensAt, closesAt])).toEqual([
      ["r0", "2023-02-04T16:00:00.000Z", "2023-02-11T15:59:59.999Z"],
      ["r1", "2023-02-11T16:00:00.000Z", "2023-03-06T15:59:59.999Z"],
      ["r2", "2023-03-08T16:00:00.000Z", "2023-03-20T15:59:59.999Z"],
      ["t1", "2023-04-05T16:00:00.000Z", "2023-04-07T15:59:59.999Z"],
      ["r3", "2023-04-07T16:00:00.000Z", "2023-04-08T15:59:59.999Z"],
      ["r4", "2023-04-07T16:00:00.000Z", "2023-04-08T15:59:59.999Z"],
    ]);
  });

  test("keeps with the edition what has no place of its own", () => {
    expect(Object.keys(source.settings).sort()).toEqual([
      "activityCountStated",
      "ageReference",
      "days",
      "derived",
      "entryCode",
      "entryStates",
      "judging",
      "lengthRatioZhPerEnWord",
      "proceduralComplaintDays",
      "provenance",
      "retention",
      "stageMeanings",
      "timetable",
      "visibilityMeanings",
    ]);
    expect(JSON.parse(JSON.stringify(source))).toEqual(source);
  });
});

describe("days in a zone", () => {
  test.each([
    ["Asia/Shanghai", "2026-03-01", "2026-02-28T16:00:00.000Z", "2026-03-01T15:59:59.999Z"],
    // The day the clocks go forward has 23 hours, the day they go back 25.
    ["Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00.000Z", "2026-03-29T21:59:59.999Z"],
    ["Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00.000Z", "2026-10-25T22:59:59.999Z"],
  ])("in %s, %s is from %s to %s", (zone, day, start, end) => {
    expect(startOfDay(parseDay(day), zone)).toBe(start);
    expect(endOfSecond(parseDay(day), "23:59:59", zone)).toBe(end);
  });
});
