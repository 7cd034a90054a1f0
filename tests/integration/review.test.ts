import { expect, test } from "vitest";
import {
  countChampionsElsewhere,
  findOwnReview,
  listPile,
  listRoundsOfJuror,
} from "#app/features/review/queries.server.ts";
import { recuseJuror } from "#app/features/review/recuse-juror.server.ts";
import { saveReview, type Written } from "#app/features/review/save-review.server.ts";
import { later } from "#app/lib/moment.ts";
import { NotFound, Refused, Stale } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { afterCall, given, smallWeek } from "#tests/support/builders.ts";
import { expectQueries, onEveryDatabase } from "#tests/support/databases.ts";

const whole: Written = {
  version: 0,
  verdict: "recommend",
  privateNote: "between us",
  panelText: "A sure hand.",
  applicantText: "Your sound tells the story.",
  marks: new Map([
    ["s_story", "7.5"],
    ["s_craft", "8"],
  ]),
};

async function openRound(db: Database, entries = 1) {
  const make = given(db);
  const { call, programme } = await smallWeek(db);
  const juror = await make.person();
  await make.role({ personId: juror.id, kind: "juror", programmeId: programme.id });
  const round = await make.round({ callId: call.id, openedAt: afterCall });
  await make.panelist({ roundId: round.id, personId: juror.id });
  const assignments = [];
  for (let number = 0; number < entries; number++) {
    const lead = await make.person();
    const application = await make.application({
      callId: call.id,
      definitionId: call.definitionId,
      leadId: lead.id,
      state: "in_review",
    });
    const submission = await make.submission({
      applicationId: application.id,
      definitionId: call.definitionId,
      submittedBy: lead.id,
    });
    await make.roundEntry({ roundId: round.id, applicationId: application.id, submissionId: submission.id });
    assignments.push(await make.assignment({ roundId: round.id, applicationId: application.id, jurorId: juror.id }));
  }
  const [assignment] = assignments;
  if (!assignment) throw new Error("a round without entries");
  return { call, juror, round, assignment, assignments };
}

onEveryDatabase("a juror's review", (db) => {
  const now = later(afterCall, 60_000);

  test("is kept as it is written and sent when it is whole", async () => {
    const { juror, assignment } = await openRound(db());
    const ask = { assignmentId: assignment.id, jurorId: juror.id, now };
    const draft = await saveReview(db(), {
      ...ask,
      written: { ...whole, marks: new Map([["s_story", "7"]]) },
      send: false,
    });
    expect(draft).toMatchObject({ version: 1, sentAt: null });
    const sent = await saveReview(db(), { ...ask, written: { ...whole, version: 1 }, send: true });
    expect(sent).toMatchObject({ version: 2, sentAt: now });
    expect(await findOwnReview(db(), { assignmentId: assignment.id, jurorId: juror.id })).toMatchObject({
      verdict: "recommend",
      privateNote: "between us",
      marks: { s_story: 750, s_craft: 800 },
    });
    const events = await db().selectFrom("event").select(["action", "actorId"]).execute();
    expect(events).toEqual([{ action: "review.sent", actorId: juror.id }]);
  });

  test("that is not whole is refused for sending, with everything typed kept", async () => {
    const { juror, assignment } = await openRound(db());
    const written = { ...whole, verdict: "", marks: new Map([["s_story", "3"]]) };
    const sending = saveReview(db(), { assignmentId: assignment.id, jurorId: juror.id, written, send: true, now });
    await expect(sending).rejects.toEqual(
      new Refused([
        { code: "mark-missing", at: "s_craft" },
        { code: "verdict-missing", at: "verdict" },
      ]),
    );
    expect(await findOwnReview(db(), { assignmentId: assignment.id, jurorId: juror.id })).toMatchObject({
      sentAt: null,
      privateNote: "between us",
      marks: { s_story: 300 },
    });
  });

  test("saved on another device in between answers with the newer text and loses neither", async () => {
    const { juror, assignment } = await openRound(db());
    const ask = { assignmentId: assignment.id, jurorId: juror.id, send: false, now };
    await saveReview(db(), { ...ask, written: { ...whole, panelText: "from the phone" } });
    const late = await saveReview(db(), { ...ask, written: { ...whole, panelText: "from the laptop" } }).catch(
      (error) => error,
    );
    expect(late).toBeInstanceOf(Stale);
    expect(late.current).toMatchObject({ panelText: "from the phone", version: 1 });
  });

  test("two saves at the same moment end in one kept and one told", async () => {
    const { juror, assignment } = await openRound(db());
    const ask = { assignmentId: assignment.id, jurorId: juror.id, send: false, now };
    const results = await Promise.allSettled([
      saveReview(db(), { ...ask, written: whole }),
      saveReview(db(), { ...ask, written: whole }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("with the highest verdict is sent no more often at once than the round allows", async () => {
    const { juror, assignments } = await openRound(db(), 5);
    const sent = await Promise.allSettled(
      assignments.map(({ id }) =>
        saveReview(db(), {
          ...{ assignmentId: id, jurorId: juror.id, send: true, now },
          written: { ...whole, verdict: "champion" },
        }),
      ),
    );
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    for (const one of sent)
      if (one.status === "rejected") expect(one.reason.obstacles).toMatchObject([{ code: "champion-quota-spent" }]);
    const kept = await db().selectFrom("review").select("privateNote").execute();
    expect(kept).toEqual(Array(5).fill({ privateNote: whole.privateNote }));
  });

  test("is stepped back from once, however often at once it is asked for", async () => {
    const { juror, assignment } = await openRound(db());
    const asked = { assignmentId: assignment.id, jurorId: juror.id, reason: "family", note: "", now } as const;
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => recuseJuror(db(), asked)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    expect(await db().selectFrom("conflict").select("id").execute()).toHaveLength(1);
  });

  test("of another juror, of an unknown assignment and of a round that is over is refused", async () => {
    const { juror, assignment, round } = await openRound(db());
    const other = await given(db()).person();
    const ask = { written: whole, send: false, now };
    await expect(saveReview(db(), { ...ask, assignmentId: assignment.id, jurorId: other.id })).rejects.toThrow(
      NotFound,
    );
    await expect(saveReview(db(), { ...ask, assignmentId: "unknown", jurorId: juror.id })).rejects.toThrow(NotFound);
    await db().updateTable("round").set({ closedAt: now }).where("id", "=", round.id).execute();
    await expect(saveReview(db(), { ...ask, assignmentId: assignment.id, jurorId: juror.id })).rejects.toEqual(
      new Refused([{ code: "round-closed" }]),
    );
  });

  test("ends with a recusal: the entry is gone at once, and the last word stays sealed", async () => {
    const { juror, assignment, round } = await openRound(db());
    const own = { assignmentId: assignment.id, jurorId: juror.id };
    await saveReview(db(), { ...own, written: { ...whole, verdict: "champion" }, send: true, now });
    await recuseJuror(db(), { ...own, reason: "family", note: "", now });
    expect(await listPile(db(), { jurorId: juror.id, roundId: round.id })).toEqual([]);
    expect(await listRoundsOfJuror(db(), { jurorId: juror.id })).toEqual([]);
    expect(await countChampionsElsewhere(db(), { jurorId: juror.id, roundId: round.id, assignmentId: "" })).toBe(0);
    await expect(saveReview(db(), { ...own, written: { ...whole, version: 1 }, send: false, now })).rejects.toThrow(
      NotFound,
    );
    await expect(recuseJuror(db(), { ...own, reason: "family", note: "", now })).rejects.toThrow(NotFound);
  });

  test.each([1, 3])("with a pile of %i needs the same number of queries", async (entries) => {
    const { juror, round } = await openRound(db(), entries);
    const pile = await expectQueries(1, () => listPile(db(), { jurorId: juror.id, roundId: round.id }));
    expect(pile.length).toBe(entries);
    const rounds = await expectQueries(1, () => listRoundsOfJuror(db(), { jurorId: juror.id }));
    expect(rounds).toMatchObject([{ id: round.id, assigned: entries, sent: 0 }]);
  });
});
