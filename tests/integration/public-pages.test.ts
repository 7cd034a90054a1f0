import { describe, expect, test } from "vitest";
import { listHonourItems } from "#app/features/honour/queries.server.ts";
import { lineUpsOf } from "#app/features/publication/line-up.ts";
import { listPublishedHonours, listPublishedLineUp } from "#app/features/publication/queries.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Database } from "#db/database.server.ts";
import { afterCall, given, smallDefinition, smallWeek } from "#tests/support/builders.ts";
import { expectQueries, onEveryDatabase } from "#tests/support/databases.ts";

const definition = {
  ...smallDefinition,
  sections: [
    ...smallDefinition.sections,
    {
      id: "people",
      title: { zh: "主创", en: "People" },
      fields: [
        {
          id: "people",
          label: { zh: "主创", en: "People" },
          type: "people" as const,
          required: true,
          visibility: "open" as const,
          stage: "submit" as const,
        },
      ],
    },
  ],
};

const people = [{ name_zh: "林晓", name_en: "Lin Xiao" }];
const agreed = JSON.stringify({ c_publish: true, people });

/** A call with two rounds and one honoured entry; nothing is published. */
async function honouredEntry(db: Database, { sealed = agreed, current = agreed } = {}) {
  const make = given(db);
  const { edition, programme } = await smallWeek(db);
  const call = await make.call({ programmeId: programme.id, definition });
  const lead = await make.person();
  const application = await make.application({
    callId: call.id,
    definitionId: call.definitionId,
    leadId: lead.id,
    title: "Low Water",
    state: "honoured",
    answers: current,
  });
  await make.submission({
    applicationId: application.id,
    definitionId: call.definitionId,
    submittedBy: lead.id,
    answers: sealed,
  });
  const first = await make.round({ callId: call.id, position: 1 });
  const last = await make.round({ callId: call.id, position: 2 });
  // Deliberation has no marks and is never opened: it does not keep the honours back.
  await make.round({ callId: call.id, position: 3, kind: "deliberation" });
  for (const round of [first, last])
    await make.decision({ roundId: round.id, applicationId: application.id, decidedBy: lead.id });
  await db
    .insertInto("honour")
    .values({
      id: newId(),
      callId: call.id,
      applicationId: application.id,
      awardId: "sl_short_of_year",
      citationZh: "",
      citationEn: "It waits for the sea.",
      decidedBy: lead.id,
      decidedAt: afterCall,
    })
    .execute();
  const publish = (roundId: string) => make.publication({ callId: call.id, roundId, publishedBy: lead.id });
  return { edition, application, first, last, publish };
}

onEveryDatabase("what the public may read of results", (db) => {
  describe("before and after publication", () => {
    test("nothing shows while nothing is published", async () => {
      const { edition } = await honouredEntry(db());
      expect(await listPublishedHonours(db(), edition.id)).toEqual([]);
      expect(await listPublishedLineUp(db(), edition.id)).toEqual([]);
    });

    test("a published early round shows titles, but no honour and no person", async () => {
      const { edition, first, publish } = await honouredEntry(db());
      await publish(first.id);
      expect(await listPublishedHonours(db(), edition.id)).toEqual([]);
      const lineUps = lineUpsOf(await listPublishedLineUp(db(), edition.id), "en");
      expect(lineUps.map(({ works }) => works.map(({ title }) => title))).toEqual([["Low Water"]]);
      expect(JSON.stringify(lineUps)).not.toContain("Lin Xiao");
    });

    test("the last round's publication shows the honour, the jury's words and makers who agreed", async () => {
      const { edition, last, publish } = await honouredEntry(db());
      await publish(last.id);
      const [item] = await listHonourItems(db(), { editionId: edition.id, language: "en" });
      expect(item).toMatchObject({
        title: "Low Water",
        honour: "Short of the Year",
        citation: "It waits for the sea.",
        makers: [{ name: "Lin Xiao", role: "" }],
      });
    });

    test("a withdrawn entry shows nowhere", async () => {
      const { edition, application, first, last, publish } = await honouredEntry(db());
      await publish(first.id);
      await publish(last.id);
      await db().updateTable("application").set({ state: "withdrawn" }).where("id", "=", application.id).execute();
      expect(await listPublishedHonours(db(), edition.id)).toEqual([]);
      expect(await listPublishedLineUp(db(), edition.id)).toEqual([]);
    });
  });

  test.each([
    ["was never given", JSON.stringify({ people }), agreed],
    ["was taken back since", agreed, JSON.stringify({ c_publish: false, people })],
  ])("a maker whose consent %s is not named", async (_when, sealed, current) => {
    const { edition, last, publish } = await honouredEntry(db(), { sealed, current });
    await publish(last.id);
    const items = await listHonourItems(db(), { editionId: edition.id, language: "zh" });
    expect(items.map(({ makers }) => makers)).toEqual([[]]);
  });

  test("two published line-ups take as many queries as one", async () => {
    const { edition, first, last, publish } = await honouredEntry(db());
    await publish(first.id);
    await expectQueries(1, () => listPublishedLineUp(db(), edition.id));
    await publish(last.id);
    await expectQueries(1, () => listPublishedLineUp(db(), edition.id));
    await expectQueries(1, () => listPublishedHonours(db(), edition.id));
  });
});
