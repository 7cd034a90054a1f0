import { expect, test } from "vitest";
import { findCall, findDefinition, listCalls } from "#app/features/call/queries.server.ts";
import { createEdition } from "#app/features/edition/create-edition.server.ts";
import { planEdition } from "#app/features/edition/plan-edition.ts";
import { findCurrentEdition, listActivities, listUnits } from "#app/features/edition/queries.server.ts";
import { weekTemplate } from "#app/features/edition/template/week.ts";
import { parseDay } from "#app/lib/moment.ts";
import { Refused } from "#app/lib/refusal.ts";
import { duringCall } from "#tests/support/builders.ts";
import { expectQueries, onEveryDatabase } from "#tests/support/databases.ts";

const plan = planEdition(weekTemplate, { openingDay: parseDay("2027-07-16") });

onEveryDatabase("an edition made from the template", (db) => {
  test("has its units, activities, programmes, calls and rounds", async () => {
    const { editionId, programmes, calls } = await createEdition(db(), { plan, now: duringCall });
    expect(await findCurrentEdition(db())).toMatchObject({
      id: editionId,
      nameEn: "2027 Qingdao Film and TV Week",
      startsOn: "2027-07-16",
    });
    expect((await listUnits(db(), editionId)).map((unit) => unit.number)).toEqual([1, 2, 3, 4, 5]);
    expect(await listActivities(db(), editionId)).toHaveLength(
      plan.ceremonies.length + plan.units.flatMap((unit) => unit.activities).length,
    );
    expect(Object.keys(programmes)).toEqual(["golden-key", "sea-level", "golden-seagull"]);
    expect(Object.keys(calls)).toEqual(["GK-F", "GK-W", "GK-S", "GK-V", "SL-W", "SL-S", "SL-M", "SL-R", "GS"]);
    const rounds = await db()
      .selectFrom("round")
      .select("code")
      .where("callId", "=", calls["SL-S"] ?? "")
      .orderBy("position")
      .execute();
    expect(rounds.map((round) => round.code)).toEqual(["r0", "r1", "r2", "r4"]);
  });

  test("keeps every call's definition word for word", async () => {
    await createEdition(db(), { plan, now: duringCall });
    const call = await findCall(db(), "sl-s");
    const planned = plan.programmes.flatMap((programme) => programme.calls).find((known) => known.code === "SL-S");
    expect(await findDefinition(db(), call?.definitionId ?? "")).toEqual(planned?.definition);
    expect(call).toMatchObject({ opensAt: planned?.opensAt, closesAt: planned?.closesAt, timeZone: "Asia/Shanghai" });
  });

  test("is refused a second time, with nothing left behind", async () => {
    await createEdition(db(), { plan, now: duringCall });
    await expect(createEdition(db(), { plan, now: duringCall })).rejects.toThrow(Refused);
    expect(await db().selectFrom("call").select("id").execute()).toHaveLength(9);
  });

  test("lists its calls in one query", async () => {
    const { editionId } = await createEdition(db(), { plan, now: duringCall });
    const listed = await expectQueries(1, () => listCalls(db(), editionId));
    expect(listed.map((call) => call.code)).toEqual([
      "GK-F",
      "GK-W",
      "GK-S",
      "GK-V",
      "SL-W",
      "SL-S",
      "SL-M",
      "SL-R",
      "GS",
    ]);
  });
});
