import { expect, test } from "vitest";
import { addAssignment } from "#app/features/assignment/add-assignment.server.ts";
import { listAssignments } from "#app/features/assignment/queries.server.ts";
import { removeAssignment } from "#app/features/assignment/remove-assignment.server.ts";
import { liftConflict } from "#app/features/conflict/lift-conflict.server.ts";
import { pickEntry } from "#app/features/conflict/pick-entry.server.ts";
import { findHiddenSide, listBarredPairs, listConflicts } from "#app/features/conflict/queries.server.ts";
import { setConflict } from "#app/features/conflict/set-conflict.server.ts";
import { addPanelist } from "#app/features/panel/add-panelist.server.ts";
import { changeLoad } from "#app/features/panel/change-load.server.ts";
import { listPanel } from "#app/features/panel/queries.server.ts";
import { removePanelist } from "#app/features/panel/remove-panelist.server.ts";
import { changeRound } from "#app/features/round/change-round.server.ts";
import { closeRound } from "#app/features/round/close-round.server.ts";
import { openRound } from "#app/features/round/open-round.server.ts";
import { countCovered, listProgress, listRounds } from "#app/features/round/queries.server.ts";
import { DAY, later } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { afterCall, given, smallWeek } from "#tests/support/builders.ts";
import { expectQueries, onEveryDatabase } from "#tests/support/databases.ts";

const now = later(afterCall, DAY);
const closesAt = later(now, 20 * DAY);

async function eligibleWorld(db: Database, { entries = 1, jurors = 1 } = {}) {
  const make = given(db);
  const { call, programme, edition, unit } = await smallWeek(db);
  const organiser = await make.person();
  await make.role({ personId: organiser.id, kind: "organiser", programmeId: programme.id });
  const round = await make.round({ callId: call.id, closesAt });
  const applications = [];
  for (let number = 0; number < entries; number += 1) {
    const lead = await make.person();
    const application = await make.application({
      callId: call.id,
      definitionId: call.definitionId,
      leadId: lead.id,
      state: "eligible",
    });
    await make.submission({ applicationId: application.id, definitionId: call.definitionId, submittedBy: lead.id });
    applications.push(application);
  }
  const people = [];
  for (let number = 0; number < jurors; number += 1) {
    const person = await make.person();
    await make.role({ personId: person.id, kind: "juror", programmeId: programme.id });
    people.push(person);
  }
  const [application] = applications;
  const [juror] = people;
  if (!application || !juror) throw new Error("a world without entries or jurors");
  const by = { programmeId: programme.id, organiserId: organiser.id, now };
  return { make, call, programme, edition, unit, organiser, round, applications, application, people, juror, by };
}

async function openWorld(db: Database, counts: { entries?: number; jurors?: number } = {}) {
  const world = await eligibleWorld(db, counts);
  await openRound(db, { roundId: world.round.id, ...world.by });
  for (const person of world.people)
    await addPanelist(db, { roundId: world.round.id, personId: person.id, maxLoad: 2, ...world.by });
  return world;
}

const codesOf = (error: unknown) => (error instanceof Refused ? error.obstacles.map((one) => one.code) : error);
const refusal = (work: Promise<unknown>) => work.then(() => [], codesOf);

onEveryDatabase("a round", (db) => {
  test("opens with every eligible entry, its submission frozen and its state written down", async () => {
    const { round, call, applications, organiser, by } = await eligibleWorld(db(), { entries: 3 });
    expect(await openRound(db(), { roundId: round.id, ...by })).toBe(3);
    const entries = await db().selectFrom("roundEntry").select(["applicationId", "submissionId"]).execute();
    const standing = await db().selectFrom("application").select(["id", "submissionId", "state"]).execute();
    expect(new Set(entries.map((entry) => `${entry.applicationId}${entry.submissionId}`))).toEqual(
      new Set(standing.map((one) => `${one.id}${one.submissionId}`)),
    );
    expect(standing.map((one) => one.state)).toEqual(["in_review", "in_review", "in_review"]);
    const moves = await db().selectFrom("transition").select(["fromState", "toState", "actorId"]).execute();
    expect(moves).toEqual(
      applications.map(() => ({ fromState: "eligible", toState: "in_review", actorId: organiser.id })),
    );
    expect((await listProgress(db(), call.id)).get(round.id)).toEqual({ entries: 3, assigned: 0, started: 0, sent: 0 });
    expect(await refusal(openRound(db(), { roundId: round.id, ...by }))).toEqual(["round-already-open"]);
  });

  test("names everything that keeps it closed, and opens beside unchecked entries only when told so", async () => {
    const { make, round, call, application, by } = await eligibleWorld(db());
    const lead = await make.person();
    await make.application({ callId: call.id, definitionId: call.definitionId, leadId: lead.id, state: "submitted" });
    const early = { ...by, now: later(call.closesAt, -DAY) };
    expect(await refusal(openRound(db(), { roundId: round.id, ...early, closesAt: call.opensAt }))).toEqual([
      "call-still-open",
      "round-end-past",
      "entries-unchecked",
    ]);
    await db().updateTable("application").set({ state: "rejected" }).where("id", "=", application.id).execute();
    const alone = { roundId: round.id, ...by, leavesUnchecked: true };
    expect(await refusal(openRound(db(), alone))).toEqual(["no-eligible-entries"]);
    await db().updateTable("application").set({ state: "eligible" }).where("id", "=", application.id).execute();
    expect(await openRound(db(), alone)).toBe(1);
  });

  test("takes who was advanced by the published round before it, and nobody else", async () => {
    const { make, round, call, applications, organiser, by } = await openWorld(db(), { entries: 3 });
    const second = await make.round({ callId: call.id, closesAt });
    expect(await refusal(openRound(db(), { roundId: second.id, ...by }))).toEqual(["previous-round-unpublished"]);
    const outcomes = ["advance", "reserve", "decline"] as const;
    for (const [index, outcome] of outcomes.entries()) {
      const applicationId = applications[index]?.id ?? "";
      await make.decision({ roundId: round.id, applicationId, decidedBy: organiser.id, outcome });
    }
    await make.publication({ callId: call.id, roundId: round.id, publishedBy: organiser.id });
    expect(await openRound(db(), { roundId: second.id, ...by })).toBe(1);
    const entered = await db()
      .selectFrom("roundEntry")
      .select("applicationId")
      .where("roundId", "=", second.id)
      .execute();
    expect(entered).toEqual([{ applicationId: applications[0]?.id }]);
  });

  test("closes when the number of unsent reviews is confirmed, and of another programme is not found", async () => {
    const { make, round, application, juror, by } = await openWorld(db());
    await addAssignment(db(), { roundId: round.id, applicationId: application.id, jurorId: juror.id, ...by });
    expect(await refusal(closeRound(db(), { roundId: round.id, ...by, confirmedUnsent: 0 }))).toEqual([
      "reviews-unsent",
    ]);
    const other = await smallWeek(db());
    const foreign = { roundId: round.id, ...by, programmeId: other.programme.id };
    await expect(closeRound(db(), { ...foreign, confirmedUnsent: 1 })).rejects.toBeInstanceOf(NotFound);
    await expect(openRound(db(), foreign)).rejects.toBeInstanceOf(NotFound);
    await closeRound(db(), { roundId: round.id, ...by, confirmedUnsent: 1 });
    expect(await refusal(closeRound(db(), { roundId: round.id, ...by, confirmedUnsent: 1 }))).toEqual(["round-closed"]);
    expect(await make.person()).toBeDefined();
  });

  test("that is open gets more time and another number of readings, never less time, and says why in the log", async () => {
    const { round, call, organiser, by } = await openWorld(db());
    const change = { roundId: round.id, ...by, closesAt, reviewsPerEntry: 2, reason: "Two jurors fell ill." };
    const longer = later(closesAt, 3 * DAY);
    const stands = () =>
      db().selectFrom("round").select(["closesAt", "reviewsPerEntry"]).where("id", "=", round.id).execute();
    expect(await refusal(changeRound(db(), { ...change, closesAt: later(closesAt, -DAY), reason: " " }))).toEqual([
      "round-end-earlier",
      "log-reason-missing",
    ]);
    expect(await refusal(changeRound(db(), { ...change, closesAt: null }))).toEqual(["round-end-missing"]);
    const past = { ...change, now: later(longer, DAY), closesAt: longer };
    expect(await refusal(changeRound(db(), past))).toEqual(["round-end-past"]);
    await changeRound(db(), { ...change, closesAt: longer });
    await changeRound(db(), { ...change, closesAt: longer, reason: "" });
    expect(await stands()).toEqual([{ closesAt: longer, reviewsPerEntry: 2 }]);
    const log = await db().selectFrom("event").select("details").where("action", "=", "round.changed").execute();
    expect(log.map(({ details }) => JSON.parse(details).reason)).toEqual(["Two jurors fell ill."]);
    await given(db()).application({
      callId: call.id,
      definitionId: call.definitionId,
      leadId: organiser.id,
      state: "submitted",
    });
    await expect(changeRound(db(), { ...change, reviewsPerEntry: 1 })).rejects.toBeInstanceOf(NotFound);
  });

  test("counts an entry as covered once as many reviews are sent as it wants", async () => {
    const { make, round, call, applications, people, by } = await openWorld(db(), { entries: 2, jurors: 2 });
    const [one, other] = applications;
    const give = (applicationId: string, jurorId: string) =>
      addAssignment(db(), { roundId: round.id, applicationId, jurorId, ...by });
    await db().updateTable("round").set({ reviewsPerEntry: 2 }).where("id", "=", round.id).execute();
    for (const { id } of people) await make.review({ assignmentId: await give(one?.id ?? "", id), sentAt: now });
    const [first, second] = people;
    await make.review({ assignmentId: await give(other?.id ?? "", first?.id ?? ""), sentAt: now });
    await make.review({ assignmentId: await give(other?.id ?? "", second?.id ?? ""), sentAt: null });
    expect(await expectQueries(1, () => countCovered(db(), call.id))).toEqual(new Map([[round.id, 1]]));
  });

  test("is listed with its panel and progress by as many statements for three as for one", async () => {
    for (const size of [1, 3]) {
      const { round, call, application, people, by } = await openWorld(db(), { entries: size, jurors: size });
      for (const juror of people)
        await addAssignment(db(), { roundId: round.id, applicationId: application.id, jurorId: juror.id, ...by });
      await expectQueries(1, () => listRounds(db(), call.id));
      await expectQueries(2, () => listProgress(db(), call.id));
      expect(await expectQueries(1, () => listPanel(db(), round.id))).toHaveLength(size);
      expect(await expectQueries(1, () => listAssignments(db(), round.id))).toHaveLength(size);
      await expectQueries(2, () => listBarredPairs(db(), round.id));
    }
  });
});

onEveryDatabase("a panel", (db) => {
  test("takes jurors of the programme, never an entrant of the call, and takes back who left", async () => {
    const { make, call, programme, round, juror, by } = await eligibleWorld(db());
    const stranger = await make.person();
    const ask = { roundId: round.id, maxLoad: 10, ...by };
    await expect(addPanelist(db(), { ...ask, personId: stranger.id })).rejects.toBeInstanceOf(NotFound);
    const entrant = await make.person();
    await make.role({ personId: entrant.id, kind: "juror", programmeId: programme.id });
    await make.application({
      callId: call.id,
      definitionId: call.definitionId,
      leadId: entrant.id,
      state: "submitted",
    });
    expect(await refusal(addPanelist(db(), { ...ask, personId: entrant.id }))).toEqual(["juror-is-entrant"]);
    const panelistId = await addPanelist(db(), { ...ask, personId: juror.id });
    expect(await refusal(addPanelist(db(), { ...ask, personId: juror.id }))).toEqual(["already-on-panel"]);
    await removePanelist(db(), { panelistId, roundId: round.id, ...by });
    expect(await addPanelist(db(), { ...ask, personId: juror.id, maxLoad: 5 })).toBe(panelistId);
    expect(await listPanel(db(), round.id)).toMatchObject([{ personId: juror.id, maxLoad: 5, leftAt: null }]);
  });

  test("gives a juror another limit for their pile until the round is over", async () => {
    const { round, by } = await openWorld(db());
    const [place] = await listPanel(db(), round.id);
    const change = { panelistId: place?.id ?? "", roundId: round.id, ...by };
    await changeLoad(db(), { ...change, maxLoad: 60 });
    await changeLoad(db(), { ...change, maxLoad: 60 });
    expect(await listPanel(db(), round.id)).toMatchObject([{ maxLoad: 60 }]);
    expect(await db().selectFrom("event").select("id").where("action", "=", "panelist.changed").execute()).toHaveLength(
      1,
    );
    await expect(changeLoad(db(), { ...change, panelistId: "nobody", maxLoad: 9 })).rejects.toBeInstanceOf(NotFound);
    await closeRound(db(), { roundId: round.id, ...by, confirmedUnsent: 0 });
    expect(await refusal(changeLoad(db(), { ...change, maxLoad: 9 }))).toEqual(["round-closed"]);
  });

  test("that loses a juror takes back what they had not begun and keeps what they had", async () => {
    const { make, round, applications, juror, by } = await openWorld(db(), { entries: 2 });
    const ids = [];
    for (const { id } of applications)
      ids.push(await addAssignment(db(), { roundId: round.id, applicationId: id, jurorId: juror.id, ...by }));
    await make.review({ assignmentId: ids[0] ?? "", sentAt: null });
    const [place] = await listPanel(db(), round.id);
    expect(await removePanelist(db(), { panelistId: place?.id ?? "", roundId: round.id, ...by })).toBe(1);
    expect((await listAssignments(db(), round.id)).map((one) => one.id)).toEqual([ids[0]]);
  });
});

onEveryDatabase("an assignment by hand", (db) => {
  test("obeys panel, load, conflicts and recusals", async () => {
    const { make, round, applications, application, juror, organiser, by } = await openWorld(db(), { entries: 3 });
    const give = (applicationId: string, jurorId = juror.id) =>
      addAssignment(db(), { roundId: round.id, applicationId, jurorId, ...by });
    const outsider = await make.person();
    expect(await refusal(give(application.id, outsider.id))).toEqual(["not-on-panel"]);
    await give(application.id);
    expect(await refusal(give(application.id))).toEqual(["already-assigned"]);
    const [, second, third] = applications;
    await make.conflict({ applicationId: second?.id ?? "", personId: juror.id, declaredBy: organiser.id });
    expect(await refusal(give(second?.id ?? ""))).toEqual(["juror-has-conflict"]);
    await give(third?.id ?? "");
    const labels = (await listAssignments(db(), round.id)).map((one) => one.label);
    expect(new Set(labels).size).toBe(2);
    const fourth = await make.person();
    expect(await refusal(give(fourth.id))).toEqual(["not-in-round", "juror-load-full"]);
  });

  test("is taken back only while nobody has begun it", async () => {
    const { make, round, application, juror, by } = await openWorld(db());
    const ask = { roundId: round.id, applicationId: application.id, jurorId: juror.id, ...by };
    const first = await addAssignment(db(), ask);
    await removeAssignment(db(), { assignmentId: first, roundId: round.id, ...by });
    await expect(removeAssignment(db(), { assignmentId: first, roundId: round.id, ...by })).rejects.toBeInstanceOf(
      NotFound,
    );
    const second = await addAssignment(db(), ask);
    await make.review({ assignmentId: second, sentAt: null });
    expect(await refusal(removeAssignment(db(), { assignmentId: second, roundId: round.id, ...by }))).toEqual([
      "review-begun",
    ]);
  });
});

onEveryDatabase("a conflict set by an organiser", (db) => {
  test("takes back an untouched assignment, sets a begun one aside, and hides the entry", async () => {
    const { make, call, round, applications, juror, by } = await openWorld(db(), { entries: 2 });
    const [one, other] = applications;
    if (!one || !other) throw new Error("two entries");
    await addAssignment(db(), { roundId: round.id, applicationId: one.id, jurorId: juror.id, ...by });
    const begun = await addAssignment(db(), { roundId: round.id, applicationId: other.id, jurorId: juror.id, ...by });
    await make.review({ assignmentId: begun, sentAt: null });
    const set = { personId: juror.id, kind: "other_personal", note: "", ...by };
    await setConflict(db(), { ...set, applicationId: one.id });
    await setConflict(db(), { ...set, applicationId: one.id });
    await setConflict(db(), { ...set, applicationId: other.id });
    expect(await listAssignments(db(), round.id)).toEqual([]);
    expect(await db().selectFrom("recusal").select("assignmentId").execute()).toEqual([{ assignmentId: begun }]);
    expect(await listConflicts(db(), one.id)).toHaveLength(1);
    const hidden = await findHiddenSide(db(), { personId: juror.id, callId: call.id });
    expect(hidden.isEntrant).toBe(false);
    expect(hidden.applicationIds).toEqual([one.id, other.id].sort());
  });

  test("is lifted by another, never by who it concerns, and unknown kinds are refused", async () => {
    const { application, juror, organiser, by } = await openWorld(db());
    const set = { applicationId: application.id, note: "", ...by };
    expect(await refusal(setConflict(db(), { ...set, personId: juror.id, kind: "friendship" }))).toEqual([
      "choice-unknown",
    ]);
    await setConflict(db(), { ...set, personId: organiser.id, kind: "other_personal" });
    const [own] = await listConflicts(db(), application.id);
    const lift = { conflictId: own?.id ?? "", applicationId: application.id, reason: "A namesake.", ...by };
    expect(await refusal(liftConflict(db(), lift))).toEqual(["own-conflict"]);
    expect(await refusal(liftConflict(db(), { ...lift, organiserId: juror.id, reason: " " }))).toEqual([
      "log-reason-missing",
    ]);
    await liftConflict(db(), { ...lift, organiserId: juror.id });
    await expect(liftConflict(db(), { ...lift, organiserId: juror.id })).rejects.toBeInstanceOf(NotFound);
  });

  test("finds its entry by code or by words, names several that fit, and none the organiser is tied to", async () => {
    const { call, applications, organiser, by } = await openWorld(db(), { entries: 3 });
    const [one, other, tied] = applications;
    for (const [number, entry] of applications.entries()) {
      const code = `SL-X-0${number}`;
      const searchText = `${code.toLowerCase()} reef ${number} 海`;
      await db()
        .updateTable("application")
        .set({ code, title: `Reef ${number}`, searchText })
        .where("id", "=", entry.id)
        .execute();
    }
    const ask = (words: string) => pickEntry(db(), { callId: call.id, personId: organiser.id, words });
    expect(await ask("SL-X-00")).toBe(one?.id);
    expect(await ask("-００ 海")).toBe(one?.id);
    expect(await ask(" ＲＥＥＦ  -01 ")).toBe(other?.id);
    const several = await ask("Reef").catch((error) => error.obstacles);
    expect(several).toMatchObject([{ code: "entry-ambiguous", at: "code" }]);
    expect(String(several[0].facts.entries)).toContain("Reef 0; ");
    for (const words of ["coral", "99%_", "", "-09"]) expect(await refusal(ask(words))).toEqual(["entry-unknown"]);
    const conflict = { applicationId: tied?.id ?? "", personId: organiser.id, kind: "other_personal", note: "" };
    await setConflict(db(), { ...conflict, ...by });
    expect(await refusal(ask("Reef 2"))).toEqual(["entry-unknown"]);
  });
});
