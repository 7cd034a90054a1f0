import { expect, test } from "vitest";
import { given, smallWeek } from "#tests/support/builders.ts";
import { freshDatabase, onEveryDatabase } from "#tests/support/databases.ts";

test("both engines have the same tables and columns with the same nullability", async () => {
  const shapes = [];
  for (const engine of ["sqlite", "postgres"] as const) {
    const { db, drop } = await freshDatabase(engine);
    const found = await db.withoutPlugins().introspection.getTables();
    shapes.push(
      found
        .filter((table) => !table.name.startsWith("kysely_"))
        .map((table) => ({
          table: table.name,
          columns: table.columns
            .map((column) => `${column.name}${column.isNullable ? "?" : ""}${column.hasDefaultValue ? "=" : ""}`)
            .sort(),
        }))
        .sort((a, b) => (a.table < b.table ? -1 : 1)),
    );
    await drop();
  }
  expect(shapes[0]).toEqual(shapes[1]);
  expect(shapes[0]?.length).toBeGreaterThan(30);
});

onEveryDatabase("the engines", (db) => {
  test("keep a row byte for byte", async () => {
    const { call } = await smallWeek(db());
    const lead = await given(db()).person({ name: "欧阳娜娜 «[1917]» 🌊 é" });
    const kept = await given(db()).application({
      callId: call.id,
      definitionId: call.definitionId,
      leadId: lead.id,
      title: "[1917]",
    });
    expect(await db().selectFrom("application").selectAll().executeTakeFirstOrThrow()).toEqual(kept);
    expect(await db().selectFrom("person").selectAll().executeTakeFirstOrThrow()).toEqual(lead);
  });

  test.each([
    ["a malformed moment", { createdAt: "yesterday" }],
    ["an unknown word", { language: "fr" }],
  ])("refuse %s", async (_what, wrong) => {
    await expect(given(db()).person(wrong as never)).rejects.toThrow();
  });

  test("refuse a flag of seven and text in a number", async () => {
    const { programme } = await smallWeek(db());
    await expect(given(db()).call({ programmeId: programme.id, isCompetitive: 7 as never })).rejects.toThrow();
    await expect(given(db()).call({ programmeId: programme.id, position: "first" as never })).rejects.toThrow();
  });

  test("refuse a child without its parent", async () => {
    await expect(given(db()).role({ personId: "nobody", kind: "juror" })).rejects.toThrow();
  });

  test("answer an empty list for an empty choice", async () => {
    expect(await db().selectFrom("person").selectAll().where("id", "in", []).execute()).toEqual([]);
  });

  test("count as numbers", async () => {
    await given(db()).person();
    const { count } = await db()
      .selectFrom("person")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    expect(count).toBe(1);
  });
});
