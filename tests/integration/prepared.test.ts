import { expect, test } from "vitest";
import { prepared } from "#db/prepared.server.ts";
import { given } from "#tests/support/builders.ts";
import { onEveryDatabase } from "#tests/support/databases.ts";

const named = prepared((db, { id, language }: { id: string; language: "zh" | "en" }) =>
  db
    .selectFrom("person")
    .select(["id", "name", "emailFolded"])
    .where((eb) => eb.or([eb("id", "=", id), eb("name", "=", id)]))
    .where("language", "=", language)
    .orderBy("id")
    .limit(5),
);

onEveryDatabase("a prepared query", (database) => {
  test("asks for what it is given each time, also inside a transaction and on another engine", async () => {
    const db = database();
    const make = given(db);
    const [one, other] = [await make.person({ language: "zh" }), await make.person({ language: "en" })];
    const asked = async () => [
      (await named(db, { id: one.id, language: "zh" })).map((row) => row.emailFolded),
      (await named(db, { id: other.id, language: "en" })).map((row) => row.emailFolded),
      (await named(db, { id: other.id, language: "zh" })).length,
    ];
    const expected = [[one.emailFolded], [other.emailFolded], 0];
    expect(await asked()).toEqual(expected);
    expect(await asked()).toEqual(expected);
    const within = await db.transaction().execute(async (trx) => {
      await trx.updateTable("person").set({ name: "Renamed" }).where("id", "=", one.id).execute();
      return named(trx, { id: "Renamed", language: "zh" });
    });
    expect(within.map((row) => row.id)).toEqual([one.id]);
  });
});
