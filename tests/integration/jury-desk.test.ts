import { expect, test } from "vitest";
import { applyAssignmentPlan } from "#app/features/assignment/apply-assignment-plan.server.ts";
import { draftAssignments } from "#app/features/assignment/draft-assignments.server.ts";
import { readAssignments } from "#app/features/assignment/read-assignments.server.ts";
import { readPanel } from "#app/features/panel/read-panel.server.ts";
import { listRounds } from "#app/features/round/queries.server.ts";
import { readOpening, readRound } from "#app/features/round/read-round.server.ts";
import { DAY, later } from "#app/lib/moment.ts";
import type { Database } from "#db/database.server.ts";
import { afterCall, given, smallWeek } from "#tests/support/builders.ts";
import { expectQueries, onEveryDatabase } from "#tests/support/databases.ts";

const now = later(afterCall, DAY);

/** A round at work: so many entries and jurors, each entry read by everybody, one juror asked by letter for each. */
async function jury(db: Database, size: number) {
  const make = given(db);
  const { call, programme } = await smallWeek(db);
  const organiser = await make.person({ name: "Manager" });
  await make.role({ personId: organiser.id, kind: "organiser", programmeId: programme.id });
  const { id: roundId } = await make.round({ callId: call.id, openedAt: afterCall, reviewsPerEntry: size });
  const entries = [];
  for (let number = 1; number <= size; number++) {
    const lead = await make.person({ name: `Lead ${number}` });
    const { id: callId, definitionId } = call;
    const entry = await make.application({
      callId,
      definitionId,
      leadId: lead.id,
      state: "in_review",
      title: `Reef ${number}`,
    });
    const { id: submissionId } = await make.submission({
      applicationId: entry.id,
      definitionId,
      submittedBy: lead.id,
    });
    await make.roundEntry({ roundId, applicationId: entry.id, submissionId });
    entries.push(entry);
  }
  const people = [];
  for (let number = 1; number <= size; number++) {
    const person = await make.person({ name: `Juror ${number}` });
    await make.role({ personId: person.id, kind: "juror", programmeId: programme.id });
    await make.panelist({ roundId, personId: person.id, addedBy: organiser.id });
    people.push(person);
  }
  const [round] = await listRounds(db, call.id);
  if (!round) throw new Error("a call without a round");
  const asked = { callId: call.id, round, personId: organiser.id };
  return { make, call, programme, organiser, round, entries, people, asked };
}

async function apply(db: Database, { round, organiser, programme }: Awaited<ReturnType<typeof jury>>) {
  const { fingerprint } = await draftAssignments(db, { round, seed: 1 });
  const plan = { roundId: round.id, programmeId: programme.id, organiserId: organiser.id, seed: 1, fingerprint, now };
  return applyAssignmentPlan(db, plan);
}

onEveryDatabase("the organisers' desk of a jury", (db) => {
  test("asks as often for three entries and jurors as for one", async () => {
    for (const size of [1, 3]) {
      const world = await jury(db(), size);
      await apply(db(), world);
      const { call, programme, round, organiser, asked } = world;
      const read = await expectQueries(7, () => readRound(db(), { ...asked, call, now }));
      expect([read.jury?.jurors.length, read.jury?.lacking.length, read.unsent]).toEqual([size, size, size * size]);
      const desk = await expectQueries(11, () => readAssignments(db(), { ...asked, seed: 2, page: 1 }));
      expect(desk?.desk.entries.map(({ readers }) => readers.length)).toEqual(Array(size).fill(size));
      expect(desk?.desk.covered).toBe(size);
      const panel = await expectQueries(11, () =>
        readPanel(db(), {
          callId: call.id,
          programmeId: programme.id,
          roundId: round.id,
          personId: organiser.id,
          language: "en",
          now,
        }),
      );
      expect(panel?.jurors.map(({ assigned }) => assigned)).toEqual(Array(size).fill(size));
      await expectQueries(3, () => readOpening(db(), { round, call, now }));
    }
  });

  test("tells who is tied to an entry nothing of it, and who has one nothing at all", async () => {
    const world = await jury(db(), 3);
    const { make, call, organiser, entries, people, asked } = world;
    await apply(db(), world);
    const [own] = entries;
    const [juror] = people;
    await make.conflict({ applicationId: own?.id ?? "", personId: organiser.id, declaredBy: juror?.id ?? "" });
    const desk = await readAssignments(db(), { ...asked, seed: 5, page: 1 });
    expect(desk?.desk.entries.map(({ title }) => title).sort()).toEqual(["Reef 2", "Reef 3"]);
    expect(JSON.stringify(desk)).not.toContain("Reef 1");
    const read = await readRound(db(), { ...asked, call, now });
    expect(JSON.stringify(read)).not.toContain("Reef 1");
    expect(read.jury?.jurors.map(({ assigned }) => assigned)).toEqual([2, 2, 2]);
    await make.teamMember({ applicationId: own?.id ?? "", personId: organiser.id, role: "viewer" });
    expect(await readAssignments(db(), { ...asked, seed: 5, page: 1 })).toBeNull();
    expect(await readRound(db(), { ...asked, call, now })).toMatchObject({
      isEntrant: true,
      jury: null,
      opening: null,
      unsent: 0,
    });
  });
});
