import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { changeState } from "#app/features/application/change-state.server.ts";
import { deleteDraft } from "#app/features/application/delete-draft.server.ts";
import { fixWindowEnd } from "#app/features/application/fix-window.ts";
import { partsOf } from "#app/features/application/parts.ts";
import { findReturn, listLettersAbout, listOwnApplications } from "#app/features/application/queries.server.ts";
import { readDraft } from "#app/features/application/read-draft.server.ts";
import { saveSection } from "#app/features/application/save-section.server.ts";
import { DRAFTS_AT_ONCE, startApplication } from "#app/features/application/start-application.server.ts";
import { restoreApplication, withdrawApplication } from "#app/features/application/withdraw-application.server.ts";
import { checkApplication } from "#app/features/check/check-application.server.ts";
import { listTransitions } from "#app/features/check/queries.server.ts";
import { refuseLocked } from "#app/features/file/refuse-locked.server.ts";
import { removeFile } from "#app/features/file/remove-file.server.ts";
import { listPile } from "#app/features/review/queries.server.ts";
import { openManifest } from "#app/features/submission/manifest.ts";
import { findStandingSubmission } from "#app/features/submission/queries.server.ts";
import { submitApplication } from "#app/features/submission/submit-application.server.ts";
import { DAY, later } from "#app/lib/moment.ts";
import { NotFound, Refused, Stale } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { closing, duringCall, given, opening, smallDefinition, smallWeek } from "#tests/support/builders.ts";
import { expectQueries, onEveryDatabase } from "#tests/support/databases.ts";

const words: [string, string][] = [
  ["title_zh", "[1917]"],
  ["synopsis_zh", "海边的人等潮水。"],
  ["legal_name", "王小海"],
];

/** A draft that lacks nothing: one film verified, every required answer given. */
async function readyDraft(db: Database) {
  const { call, programme } = await smallWeek(db);
  const lead = await given(db).person({ name: "王小海", language: "zh" });
  const applicationId = await startApplication(db, { callSlug: call.slug, personId: lead.id, now: duringCall });
  await saveSection(db, { applicationId, sectionId: "work", version: 1, entries: words, now: duringCall });
  await given(db).file({ applicationId, uploadedBy: lead.id, facts: '{"seconds":600}' });
  return { call, programme, lead, applicationId };
}

const codesOf = (work: Promise<unknown>) =>
  work.then(
    () => "accepted",
    (error) =>
      error instanceof Refused ? error.obstacles.map(({ code, at }) => (at ? `${code}@${at}` : code)) : error,
  );

onEveryDatabase("an applicant", (db) => {
  const handIn = (
    applicationId: string,
    personId: string,
    more: Partial<Parameters<typeof submitApplication>[1]> = {},
  ) =>
    submitApplication(db(), {
      applicationId,
      personId,
      idempotencyKey: "key-1",
      arrivedAt: duringCall,
      now: duringCall,
      ...more,
    });

  test("starts a draft only while the call is open, and not without end", async () => {
    const { call } = await smallWeek(db());
    const { id: personId } = await given(db()).person();
    const start = (now = duringCall, callSlug = call.slug) => startApplication(db(), { callSlug, personId, now });
    expect(await codesOf(start(later(opening, -1)))).toEqual(["call-not-open"]);
    expect(await codesOf(start(later(closing, 1)))).toEqual(["call-closed"]);
    expect(await codesOf(start(duringCall, "unknown"))).toBeInstanceOf(NotFound);
    for (let number = 0; number < DRAFTS_AT_ONCE; number++) await start(later(closing, 0));
    expect(await codesOf(start())).toEqual(["too-many-drafts"]);
  });

  test("keeps a section's words, with what could not be stored named and shown again", async () => {
    const { applicationId } = await readyDraft(db());
    const entries: [string, string][] = [
      ["title_zh", "x".repeat(50)],
      ["synopsis_zh", ""],
      ["nonsense", "1"],
    ];
    const saved = await saveSection(db(), { applicationId, sectionId: "work", version: 2, entries, now: duringCall });
    expect(saved.version).toBe(3);
    expect(saved.answers).toEqual({ title_zh: "x".repeat(50), legal_name: "王小海" });
    expect(saved.problems).toMatchObject([{ code: "text-too-long", at: "title_zh", facts: { limit: 40, count: 50 } }]);
  });

  test("saving over somebody else's save is told, and loses neither text", async () => {
    const { applicationId } = await readyDraft(db());
    const save = (title: string, version: number) =>
      saveSection(db(), { applicationId, sectionId: "work", version, entries: [["title_zh", title]], now: duringCall });
    await save("from the phone", 2);
    const late = await save("from the laptop", 2).catch((error) => error);
    expect(late).toBeInstanceOf(Stale);
    expect(late.current).toMatchObject({ version: 3, answers: { title_zh: "from the phone", legal_name: "王小海" } });
    expect((await save("from the phone", 2)).version).toBe(3);
  });

  test("saving an unknown section or application is not found", async () => {
    const { applicationId } = await readyDraft(db());
    const save = (id: string, sectionId: string) =>
      saveSection(db(), { applicationId: id, sectionId, version: 1, entries: [], now: duringCall });
    await expect(save(applicationId, "unknown")).rejects.toThrow(NotFound);
    await expect(save("unknown", "work")).rejects.toThrow(NotFound);
  });

  test("hands in, and gets a receipt that seals answers and files", async () => {
    const { call, lead, applicationId } = await readyDraft(db());
    const receipt = await handIn(applicationId, lead.id);
    const sealed = await findStandingSubmission(db(), applicationId);
    expect(sealed).toMatchObject({
      id: receipt.submissionId,
      number: 1,
      receiptNumber: receipt.receiptNumber,
      arrivedAt: duringCall,
    });
    expect(sealed?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.parse(sealed?.answers ?? "")).toEqual(Object.fromEntries(words));
    expect(openManifest(sealed?.manifest ?? "")).toMatchObject([{ slot: "screener", seconds: 600 }]);
    expect(receipt.receiptNumber).toContain(`${call.code}-0001`);
    expect(await listTransitions(db(), applicationId)).toMatchObject([{ fromState: "draft", toState: "submitted" }]);
    const letters = await db().selectFrom("letter").select(["kind", "personId", "language", "text"]).execute();
    expect(letters).toMatchObject([{ kind: "receipt", personId: lead.id, language: "zh" }]);
    expect(letters[0]?.text).toContain(receipt.receiptNumber);
  });

  test("handing in fifty times at once makes one submission, one number and one letter", async () => {
    const { lead, applicationId } = await readyDraft(db());
    const receipts = await Promise.all(Array.from({ length: 50 }, () => handIn(applicationId, lead.id)));
    expect(new Set(receipts.map((receipt) => receipt.receiptNumber)).size).toBe(1);
    for (const table of ["submission", "letter", "transition"] as const)
      expect(await db().selectFrom(table).selectAll().execute(), table).toHaveLength(1);
  });

  test.each([
    ["a millisecond before the deadline", -1, "accepted"],
    ["at the deadline", 0, "accepted"],
    ["a millisecond after the deadline", 1, ["call-closed"]],
  ])("who arrives %s is judged by that, not by the queue", async (_when, offset, outcome) => {
    const { lead, applicationId } = await readyDraft(db());
    const arrivedAt = later(closing, offset);
    expect(await codesOf(handIn(applicationId, lead.id, { arrivedAt, now: later(closing, 180_000) }))).toEqual(outcome);
  });

  test("is told everything that is missing at once, each with its place, and nothing is sealed", async () => {
    const { call } = await smallWeek(db());
    const lead = await given(db()).person();
    const applicationId = await startApplication(db(), { callSlug: call.slug, personId: lead.id, now: duringCall });
    await given(db()).file({ applicationId, uploadedBy: lead.id, state: "verifying" });
    expect(await codesOf(handIn(applicationId, lead.id))).toEqual([
      "answer-required@title_zh",
      "answer-required@legal_name",
      "file-required@screener",
      "files-unfinished@files",
    ]);
    expect(await db().selectFrom("submission").selectAll().execute()).toEqual([]);
    expect(await db().selectFrom("letter").selectAll().execute()).toEqual([]);
  });

  test("changes the entry and hands in again; until then the last whole version stands", async () => {
    const { lead, applicationId } = await readyDraft(db());
    const first = await handIn(applicationId, lead.id);
    await saveSection(db(), {
      applicationId,
      sectionId: "work",
      version: 2,
      entries: [["title_zh", "新名"]],
      now: duringCall,
    });
    expect((await findStandingSubmission(db(), applicationId))?.id).toBe(first.submissionId);
    const second = await handIn(applicationId, lead.id, { idempotencyKey: "key-2" });
    expect(await findStandingSubmission(db(), applicationId)).toMatchObject({ id: second.submissionId, number: 2 });
    const sealed = await db().selectFrom("submission").select(["number", "answers"]).orderBy("number").execute();
    expect(sealed.map((one) => JSON.parse(one.answers).title_zh)).toEqual(["[1917]", "新名"]);
    const { code } = await db().selectFrom("application").select("code").executeTakeFirstOrThrow();
    expect(first.receiptNumber.startsWith(code ?? "?")).toBe(true);
    expect(second.receiptNumber.startsWith(code ?? "?")).toBe(true);
  });

  test("may not enter more works than the programme allows", async () => {
    const { call, programme, lead, applicationId } = await readyDraft(db());
    await db().updateTable("programme").set({ maxEntriesPerLead: 1 }).where("id", "=", programme.id).execute();
    const other = await given(db()).application({
      callId: call.id,
      definitionId: call.definitionId,
      leadId: lead.id,
      state: "eligible",
    });
    expect(await codesOf(handIn(applicationId, lead.id))).toEqual(["too-many-entries"]);
    await db().updateTable("application").set({ state: "withdrawn" }).where("id", "=", other.id).execute();
    expect(await codesOf(handIn(applicationId, lead.id))).toEqual("accepted");
  });

  test("hands two works in at once where one is allowed, and one of them is taken", async () => {
    const { call, programme, lead, applicationId } = await readyDraft(db());
    await db().updateTable("programme").set({ maxEntriesPerLead: 1 }).where("id", "=", programme.id).execute();
    const second = await startApplication(db(), { callSlug: call.slug, personId: lead.id, now: duringCall });
    await saveSection(db(), { applicationId: second, sectionId: "work", version: 1, entries: words, now: duringCall });
    await given(db()).file({ applicationId: second, uploadedBy: lead.id, facts: '{"seconds":600}' });
    const outcomes = await Promise.all(
      [applicationId, second].map((id) => codesOf(handIn(id, lead.id, { idempotencyKey: id }))),
    );
    expect(outcomes).toHaveLength(2);
    expect(outcomes).toContain("accepted");
    expect(outcomes).toContainEqual(["too-many-entries"]);
  });

  test("removes a file while it is being sealed: the submission keeps its bytes", async () => {
    const { lead, applicationId } = await readyDraft(db());
    const file = await db().selectFrom("file").selectAll().executeTakeFirstOrThrow();
    const { definitionId } = await db().selectFrom("application").select("definitionId").executeTakeFirstOrThrow();
    const removing: Promise<void>[] = [];
    await db()
      .transaction()
      .execute(async (trx) => {
        await lock(trx, "application", applicationId);
        const manifest = JSON.stringify([{ id: file.id }]);
        await given(trx).submission({ applicationId, definitionId, submittedBy: lead.id, manifest });
        removing.push(removeFile(db(), { file, actorId: lead.id, now: duringCall }));
        // Time enough for a removal that did not wait.
        await Promise.race([...removing, wait(200)]);
      });
    await Promise.all(removing);
    expect(await db().selectFrom("job").select("id").where("kind", "=", "byte-removal").execute()).toEqual([]);
    const { state } = await db().selectFrom("file").select("state").executeTakeFirstOrThrow();
    expect(state).toBe("removed");
  });

  test("withdraws with a reason, and takes it back until the deadline", async () => {
    const { lead, applicationId } = await readyDraft(db());
    await handIn(applicationId, lead.id);
    const act = { applicationId, actorId: lead.id, now: duringCall };
    await withdrawApplication(db(), { ...act, reason: "sold" });
    await withdrawApplication(db(), { ...act, reason: "sold" });
    await restoreApplication(db(), act);
    expect((await listTransitions(db(), applicationId)).map(({ toState, reason }) => [toState, reason])).toEqual([
      ["submitted", ""],
      ["withdrawn", "sold"],
      ["submitted", ""],
    ]);
    await withdrawApplication(db(), { ...act, reason: "" });
    expect(await codesOf(restoreApplication(db(), { ...act, now: later(closing, 1) }))).toEqual(["call-closed"]);
    expect(await codesOf(handIn(applicationId, lead.id, { idempotencyKey: "key-2" }))).toEqual(["not-to-be-submitted"]);
  });

  test("a withdrawal takes the entry out of the jury's piles without a word, and its undoing puts it back", async () => {
    const { call, lead, applicationId } = await readyDraft(db());
    const { submissionId } = await handIn(applicationId, lead.id);
    const make = given(db());
    const juror = await make.person();
    const round = await make.round({ callId: call.id, openedAt: duringCall });
    await make.roundEntry({ roundId: round.id, applicationId, submissionId });
    await make.assignment({ roundId: round.id, applicationId, jurorId: juror.id });
    await db().updateTable("application").set({ state: "in_review" }).where("id", "=", applicationId).execute();
    const pile = async () => (await listPile(db(), { jurorId: juror.id, roundId: round.id })).length;
    const act = { applicationId, actorId: lead.id, now: duringCall };
    expect(await pile()).toBe(1);
    await withdrawApplication(db(), { ...act, reason: "" });
    expect(await pile()).toBe(0);
    await restoreApplication(db(), act);
    expect(await pile()).toBe(1);
    expect((await listTransitions(db(), applicationId))[0]).toMatchObject({ toState: "in_review" });
    expect(await db().selectFrom("letter").select("id").where("personId", "=", juror.id).execute()).toEqual([]);
  });

  test("withdrawing and taking it back is no way around the limit of entries", async () => {
    const { call, lead, applicationId } = await readyDraft(db());
    await handIn(applicationId, lead.id);
    const act = { applicationId, actorId: lead.id, now: duringCall };
    await withdrawApplication(db(), { ...act, reason: "" });
    for (let count = 0; count < 2; count++)
      await given(db()).application({
        callId: call.id,
        definitionId: call.definitionId,
        leadId: lead.id,
        state: "submitted",
      });
    expect(await codesOf(restoreApplication(db(), act))).toEqual(["too-many-entries"]);
  });

  test("deletes a draft for good, but never what was handed in", async () => {
    const { lead, applicationId } = await readyDraft(db());
    const [file] = await db().selectFrom("file").select("storageKey").execute();
    await deleteDraft(db(), { applicationId, actorId: lead.id, now: duringCall });
    for (const table of ["application", "teamMember", "file"] as const)
      expect(await db().selectFrom(table).selectAll().execute(), table).toEqual([]);
    const last = await db().selectFrom("event").select(["action", "details"]).orderBy("sequence", "desc").execute();
    expect(last[0]).toMatchObject({ action: "application.deleted" });
    expect(JSON.parse(last[0]?.details ?? "")).toEqual({ files: 1 });
    const jobs = await db().selectFrom("job").select("payload").where("kind", "=", "byte-removal").execute();
    expect(jobs.map(({ payload }) => JSON.parse(payload).uploads)).toMatchObject([[{ key: file?.storageKey }]]);

    const other = await readyDraft(db());
    await handIn(other.applicationId, other.lead.id);
    const act = { applicationId: other.applicationId, actorId: other.lead.id, now: duringCall };
    expect(await codesOf(deleteDraft(db(), act))).toEqual(["not-a-draft"]);
  });

  test.each([
    ["within the time for corrections", 0, "accepted"],
    ["a millisecond after it", 1, ["fix-window-over"]],
  ])("an entry returned after the deadline is handed in again %s", async (_when, offset, outcome) => {
    const { lead, applicationId } = await readyDraft(db());
    await handIn(applicationId, lead.id);
    const returnedAt = later(closing, DAY);
    await changeState(db(), {
      applicationId,
      from: "submitted",
      to: "returned",
      reason: "The signature is missing.",
      actorId: null,
      now: returnedAt,
    });
    const end = fixWindowEnd({ createdAt: returnedAt, until: null }, smallDefinition);
    expect(await findReturn(db(), applicationId)).toEqual({
      createdAt: returnedAt,
      until: null,
      reason: "The signature is missing.",
      reopened: null,
    });
    const arrivedAt = later(end, offset);
    const again = handIn(applicationId, lead.id, { idempotencyKey: "key-2", arrivedAt, now: arrivedAt });
    expect(await codesOf(again)).toEqual(outcome);
  });

  test("a return that names what it opens leaves all else as it was sealed, in saving, files and handing in", async () => {
    const { programme, lead, applicationId } = await readyDraft(db());
    const { submissionId } = await handIn(applicationId, lead.id);
    const save = (version: number, entries: [string, string][], now = duringCall) =>
      saveSection(db(), { applicationId, sectionId: "work", version, entries, now });
    // Typed before the deadline, and never handed in.
    await save(2, [["title_zh", "never handed in"]]);
    const organiser = await given(db()).person();
    const returnedAt = later(closing, DAY);
    const until = later(closing, 4 * DAY);
    await checkApplication(db(), {
      applicationId,
      programmeId: programme.id,
      submissionId,
      verdict: "return",
      reason: "The name is wrong.",
      until,
      reopen: ["legal_name", "nonsense"],
      organiserId: organiser.id,
      now: returnedAt,
    });
    const letter = await db()
      .selectFrom("letter")
      .select("text")
      .where("kind", "=", "returned-for-correction")
      .executeTakeFirstOrThrow();
    expect(letter.text).toContain("· 姓名");

    const within = later(until, -1);
    await save(
      3,
      [
        ["title_zh", "forged"],
        ["legal_name", "王大海"],
      ],
      within,
    );
    const draft = await readDraft(db(), { applicationId, now: within });
    expect(draft.answers).toMatchObject({ title_zh: "[1917]", legal_name: "王大海" });
    expect([...(draft.reopened ?? [])]).toEqual(["legal_name"]);
    const place = { applicationId, slot: "screener", now: within };
    expect(await codesOf(refuseLocked(db(), place))).toEqual(["not-reopened@screener"]);
    expect(await codesOf(save(4, [["legal_name", "王小海"]], later(until, 1)))).toEqual(["fix-window-over"]);

    await handIn(applicationId, lead.id, { idempotencyKey: "key-2", arrivedAt: within, now: within });
    const sealed = await findStandingSubmission(db(), applicationId);
    expect(JSON.parse(sealed?.answers ?? "")).toEqual({ ...Object.fromEntries(words), legal_name: "王大海" });
    expect(openManifest(sealed?.manifest ?? "")).toMatchObject([{ slot: "screener" }]);
    expect(await codesOf(handIn(applicationId, lead.id, { idempotencyKey: "key-3", arrivedAt: within }))).toEqual([
      "call-closed",
    ]);
  });

  test("a return while the call is open takes nothing back of what was promised until the deadline", async () => {
    const { programme, lead, applicationId } = await readyDraft(db());
    const { submissionId } = await handIn(applicationId, lead.id);
    await checkApplication(db(), {
      applicationId,
      programmeId: programme.id,
      submissionId,
      verdict: "return",
      reason: "The name is wrong.",
      until: later(closing, DAY),
      reopen: ["legal_name"],
      organiserId: lead.id,
      now: duringCall,
    });
    await saveSection(db(), {
      applicationId,
      sectionId: "work",
      version: 2,
      entries: [["title_zh", "new"]],
      now: closing,
    });
    expect((await readDraft(db(), { applicationId, now: closing })).answers.title_zh).toBe("new");
    expect((await readDraft(db(), { applicationId, now: later(closing, 1) })).answers.title_zh).toBe("[1917]");
  });

  test("reads a draft with what is missing and what was changed since it was handed in", async () => {
    const { lead, applicationId } = await readyDraft(db());
    const read = () => readDraft(db(), { applicationId, now: duringCall });
    expect(await read()).toMatchObject({ standing: undefined, isChanged: false });
    await handIn(applicationId, lead.id);
    expect(await read()).toMatchObject({ isChanged: false, returned: undefined });
    await saveSection(db(), {
      applicationId,
      sectionId: "work",
      version: 2,
      entries: [["title_zh", ""]],
      now: duringCall,
    });
    const changed = await read();
    expect(changed.isChanged).toBe(true);
    const parts = partsOf(changed.definition, changed.progress, { broken: [], language: "en", filesTitle: "Files" });
    expect(parts.map(({ id, missing }) => [id, missing.map(({ label }) => label)])).toEqual([
      ["work", ["Title"]],
      ["files", []],
    ]);
  });

  test("sees the letters about an entry that were written to them, and none that is held", async () => {
    const { lead, applicationId } = await readyDraft(db());
    await handIn(applicationId, lead.id);
    const stranger = await given(db()).person();
    const about = (personId: string) => listLettersAbout(db(), { applicationId, personId });
    expect(await about(lead.id)).toHaveLength(1);
    expect(await about(stranger.id)).toEqual([]);
    await db().updateTable("letter").set({ state: "held" }).execute();
    expect(await about(lead.id)).toEqual([]);
  });

  test.each([1, 3])("with %i entries sees the list in one query", async (entries) => {
    const { call } = await smallWeek(db());
    const lead = await given(db()).person();
    for (let number = 0; number < entries; number++)
      await given(db()).application({ callId: call.id, definitionId: call.definitionId, leadId: lead.id });
    const own = await expectQueries(1, () => listOwnApplications(db(), { personId: lead.id }));
    expect(own).toHaveLength(entries);
  });
});
