import { expect, test } from "vitest";
import { applyAssignmentPlan } from "#app/features/assignment/apply-assignment-plan.server.ts";
import { draftAssignments } from "#app/features/assignment/draft-assignments.server.ts";
import { listAssignments } from "#app/features/assignment/queries.server.ts";
import { checkApplication } from "#app/features/check/check-application.server.ts";
import { listQuery } from "#app/features/check/forms.ts";
import {
  countApplications,
  countByState,
  listApplications,
  listTransitions,
} from "#app/features/check/queries.server.ts";
import { clearDecisions } from "#app/features/decision/clear-decisions.server.ts";
import { publishRound } from "#app/features/decision/publish-round.server.ts";
import { findOutcome, listDecisions, tallyRound } from "#app/features/decision/queries.server.ts";
import { recordDecisions } from "#app/features/decision/record-decisions.server.ts";
import { recordHonour } from "#app/features/decision/record-honour.server.ts";
import { listPanel } from "#app/features/panel/queries.server.ts";
import { removePanelist } from "#app/features/panel/remove-panelist.server.ts";
import { listSentReviews } from "#app/features/score/queries.server.ts";
import { DAY, later } from "#app/lib/moment.ts";
import { NotFound, Refused, Stale } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import type { ApplicationState } from "#db/schema.ts";
import { afterCall, given, smallWeek } from "#tests/support/builders.ts";
import { expectQueries, onEveryDatabase } from "#tests/support/databases.ts";

const now = later(afterCall, DAY);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error) => (error instanceof Refused ? error.obstacles.map((one) => one.code) : error),
  );

async function world(db: Database, { entries = 1, jurors = 0, state = "submitted" as ApplicationState } = {}) {
  const make = given(db);
  const { call, programme } = await smallWeek(db);
  const organiser = await make.person();
  await make.role({ personId: organiser.id, kind: "organiser", programmeId: programme.id });
  const round = await make.round({ callId: call.id, openedAt: afterCall });
  const applications = [];
  for (let number = 0; number < entries; number += 1) {
    const lead = await make.person();
    const application = await make.application({
      callId: call.id,
      definitionId: call.definitionId,
      leadId: lead.id,
      state,
      title: `Work ${number}`,
      searchText: `work ${number} 海平面`,
    });
    const submission = await make.submission({
      applicationId: application.id,
      definitionId: call.definitionId,
      submittedBy: lead.id,
    });
    if (state === "in_review")
      await make.roundEntry({ roundId: round.id, applicationId: application.id, submissionId: submission.id });
    applications.push({ ...application, submissionId: submission.id });
  }
  const people = [];
  for (let number = 0; number < jurors; number += 1) {
    const person = await make.person();
    await make.role({ personId: person.id, kind: "juror", programmeId: programme.id });
    await make.panelist({ roundId: round.id, personId: person.id });
    people.push(person);
  }
  const [application] = applications;
  if (!application) throw new Error("a world without entries");
  const by = { programmeId: programme.id, organiserId: organiser.id, now };
  return { make, call, programme, organiser, round, applications, application, people, by };
}

onEveryDatabase("the formal check", (db) => {
  test("returns once with reasons and a window, then passes or rejects, each with its letter and row", async () => {
    const { application, by } = await world(db());
    const until = later(now, 3 * DAY);
    const seen = { applicationId: application.id, submissionId: application.submissionId };
    const ask = { ...seen, reason: "The film has no end.", until, ...by };
    expect(await refusal(checkApplication(db(), { ...ask, verdict: "return", reason: " ", until: afterCall }))).toEqual(
      ["reason-missing", "window-past"],
    );
    await checkApplication(db(), { ...ask, verdict: "return" });
    expect(await listTransitions(db(), application.id)).toMatchObject([{ toState: "returned", until }]);
    expect(await refusal(checkApplication(db(), { ...ask, verdict: "return" }))).toEqual(["returned-before"]);
    await checkApplication(db(), { ...ask, verdict: "reject" });
    expect(await refusal(checkApplication(db(), { ...ask, verdict: "pass" }))).toEqual(["not-in-check"]);
    const letters = await db().selectFrom("letter").select(["kind", "text"]).orderBy("id").execute();
    expect(letters.map((one) => one.kind)).toEqual(["returned-for-correction", "outcome"]);
    expect(letters.every((one) => one.text.includes("The film has no end."))).toBe(true);
  });

  test("does not end on a submission that was followed by another", async () => {
    const { make, call, application, by } = await world(db());
    const { submissionId } = application;
    await make.submission({
      applicationId: application.id,
      definitionId: call.definitionId,
      submittedBy: application.leadId,
      number: 2,
    });
    const ask = { applicationId: application.id, submissionId, reason: "", until: null, ...by };
    expect(await refusal(checkApplication(db(), { ...ask, verdict: "pass" }))).toEqual(["handed-in-again"]);
  });

  test("of another programme's entry finds nothing", async () => {
    const { application, by } = await world(db());
    const { programme } = await smallWeek(db());
    const seen = { applicationId: application.id, submissionId: application.submissionId };
    const foreign = { ...by, ...seen, programmeId: programme.id, reason: "", until: null };
    await expect(checkApplication(db(), { ...foreign, verdict: "pass" })).rejects.toBeInstanceOf(NotFound);
  });

  test("works from a list that searches, filters and pages in the same number of statements", async () => {
    for (const entries of [1, 3]) {
      const { make, call } = await world(db(), { entries });
      const lead = await make.person();
      await make.application({
        callId: call.id,
        definitionId: call.definitionId,
        leadId: lead.id,
        title: "Secret draft",
        searchText: "work draft",
      });
      const ask = (query: Record<string, string>) => ({ callId: call.id, query: listQuery.parse(query) });
      expect(await expectQueries(1, () => listApplications(db(), ask({})))).toHaveLength(entries + 1);
      expect(await expectQueries(1, () => countApplications(db(), ask({ q: "WORK 海平" })))).toBe(entries);
      expect(await listApplications(db(), ask({ state: "draft" }))).toHaveLength(1);
      expect(await listApplications(db(), ask({ q: "100%_\\" }))).toEqual([]);
      expect(await listApplications(db(), ask({ order: "code", page: "2" }))).toEqual([]);
      expect((await expectQueries(1, () => countByState(db(), call.id))).length).toBe(2);
    }
  });
});

onEveryDatabase("a plan of assignments", (db) => {
  test("is applied as it was previewed, and never with a conflict or an entrant", async () => {
    const { make, call, round, applications, application, people, organiser, by } = await world(db(), {
      entries: 4,
      jurors: 4,
      state: "in_review",
    });
    const [barred, entrant] = people;
    if (!barred || !entrant) throw new Error("two jurors");
    await make.conflict({ applicationId: application.id, personId: barred.id, declaredBy: organiser.id });
    await make.application({
      callId: call.id,
      definitionId: call.definitionId,
      leadId: entrant.id,
      state: "submitted",
    });
    const { plan, fingerprint } = await expectQueries(6, () => draftAssignments(db(), { round, seed: 7 }));
    expect(plan.isFeasible).toBe(true);
    const ask = { roundId: round.id, seed: 7, fingerprint, ...by };
    expect(await applyAssignmentPlan(db(), ask)).toEqual({ added: 8, released: 0 });
    const standing = await listAssignments(db(), round.id);
    const pairs = (rows: { applicationId: string; jurorId: string }[]) =>
      rows.map((one) => `${one.applicationId} ${one.jurorId}`).sort();
    expect(pairs(standing)).toEqual(
      pairs(plan.pairs.map((pair) => ({ applicationId: pair.entryId, jurorId: pair.jurorId }))),
    );
    expect(standing.some((one) => one.jurorId === entrant.id)).toBe(false);
    expect(standing.some((one) => one.jurorId === barred.id && one.applicationId === application.id)).toBe(false);
    expect(await refusal(applyAssignmentPlan(db(), ask))).toEqual(["changed-meanwhile"]);
    expect(applications).toHaveLength(4);
  });

  test("counts what a juror who left had begun, and neither takes it back nor asks somebody else for it", async () => {
    const { make, round, application, people, organiser, by } = await world(db(), {
      entries: 2,
      jurors: 3,
      state: "in_review",
    });
    const [gone] = people;
    const begun = await make.assignment({
      roundId: round.id,
      applicationId: application.id,
      jurorId: gone?.id ?? "",
      assignedBy: organiser.id,
    });
    await make.review({ assignmentId: begun.id, sentAt: null });
    const [place] = (await listPanel(db(), round.id)).filter(({ personId }) => personId === gone?.id);
    await removePanelist(db(), { panelistId: place?.id ?? "", roundId: round.id, ...by });
    const { plan, fingerprint } = await draftAssignments(db(), { round, seed: 1 });
    expect([plan.released, plan.pairs.filter(({ entryId }) => entryId === application.id).length]).toEqual([[], 1]);
    await applyAssignmentPlan(db(), { roundId: round.id, seed: 1, fingerprint, ...by });
    const readers = (await listAssignments(db(), round.id)).filter((one) => one.applicationId === application.id);
    expect([readers.length, readers.some((one) => one.id === begun.id)]).toEqual([2, true]);
    await db()
      .updateTable("person")
      .set({ disabledAt: now })
      .where("id", "=", gone?.id ?? "")
      .execute();
    const anew = await draftAssignments(db(), { round, seed: 1 });
    const instead = anew.plan.pairs.filter(({ entryId, isNew }) => isNew && entryId === application.id);
    expect([anew.plan.released, instead.length]).toEqual([[], 1]);
  });
});

onEveryDatabase("a publication", (db) => {
  test("waits for a decision on every entry, then moves, writes and locks in one act, once", async () => {
    const { make, round, call, applications, by } = await world(db(), { entries: 3, state: "in_review" });
    const ask = { roundId: round.id, ...by };
    const decider = { roundId: round.id, programmeId: by.programmeId, deciderId: by.organiserId, now };
    const decide = (index: number, outcome: "advance" | "reserve" | "decline", version = 0) =>
      recordDecisions(db(), {
        ...decider,
        entries: [{ applicationId: applications[index]?.id ?? "", version }],
        outcome,
        reservePosition: 1,
        reason: "",
      });
    expect(await refusal(decide(0, "advance"))).toEqual(["round-still-open"]);
    await db().updateTable("round").set({ closedAt: now }).where("id", "=", round.id).execute();
    const juror = await make.person();
    for (const [position, words] of ["First.", "Second."].entries()) {
      const reader = position === 0 ? juror : await make.person();
      const assignment = await make.assignment({
        roundId: round.id,
        applicationId: applications[0]?.id ?? "",
        jurorId: reader.id,
      });
      await make.review({ assignmentId: assignment.id, applicantText: words, marks: { s_story: 800, s_craft: 700 } });
    }
    await decide(0, "advance");
    await expect(decide(0, "decline")).rejects.toBeInstanceOf(Stale);
    await decide(1, "reserve");
    const confirmed = { advance: 1, reserve: 1, decline: 1, honours: 1 };
    expect(await refusal(publishRound(db(), { ...ask, confirmed }))).toEqual(["entries-undecided"]);
    await decide(2, "decline");
    const honour = {
      ...ask,
      applicationId: applications[0]?.id ?? "",
      awardId: "sl_short_of_year",
      citationEn: "For its sound.",
    };
    expect(await refusal(recordHonour(db(), { ...honour, citationZh: "" }))).toEqual(["citation-missing"]);
    await recordHonour(db(), { ...honour, citationZh: "声音动人。" });
    expect(
      await refusal(recordHonour(db(), { ...honour, citationZh: "好", applicationId: applications[1]?.id ?? "" })),
    ).toEqual(["award-spent"]);
    expect(await findOutcome(db(), { applicationId: applications[0]?.id ?? "" })).toBeNull();
    expect(await refusal(publishRound(db(), { ...ask, confirmed: { ...confirmed, honours: 0 } }))).toEqual([
      "changed-meanwhile",
    ]);

    const [one, other] = await Promise.all([
      publishRound(db(), { ...ask, confirmed }),
      publishRound(db(), { ...ask, confirmed }),
    ]);
    expect(one).toEqual({ ...confirmed, entries: 3 });
    expect(other).toEqual(one);
    expect((await listDecisions(db(), { roundId: round.id })).map((row) => row.state)).toEqual([
      "honoured",
      "reserve",
      "not_honoured",
    ]);
    expect(await db().selectFrom("letter").select(["kind", "state"]).execute()).toEqual(
      Array.from({ length: 3 }, () => ({ kind: "outcome", state: "queued" })),
    );
    expect(await refusal(decide(0, "decline", 1))).toEqual(["decisions-locked"]);
    expect(await refusal(clearDecisions(db(), { ...decider, applicationIds: [applications[1]?.id ?? ""] }))).toEqual([
      "decisions-locked",
    ]);
    const outcome = await findOutcome(db(), { applicationId: applications[0]?.id ?? "" });
    expect(outcome?.rounds[0]?.words.toSorted()).toEqual(["First.", "Second."]);
    expect(JSON.stringify(outcome)).not.toContain(juror.id);
    expect(await tallyRound(db(), { roundId: round.id, callId: call.id })).toEqual(one);
  });

  test("rests on decisions that are recorded for all ticked entries or for none", async () => {
    const { round, applications, by } = await world(db(), { entries: 3, state: "in_review" });
    await db().updateTable("round").set({ closedAt: now }).where("id", "=", round.id).execute();
    const ids = applications.map(({ id }) => id);
    const decider = { roundId: round.id, programmeId: by.programmeId, deciderId: by.organiserId, now };
    const record = (versions: number[], outcome: "reserve" | "decline" = "reserve") =>
      recordDecisions(db(), {
        ...decider,
        entries: versions.map((version, index) => ({ applicationId: ids[index] ?? "", version })),
        outcome,
        reservePosition: 4,
        reason: "",
      });
    expect(await refusal(record([]))).toEqual(["nothing-ticked"]);
    await record([0, 0]);
    expect((await listDecisions(db(), { roundId: round.id })).map((row) => row.reservePosition)).toEqual([4, 5, null]);
    await expect(record([1, 0, 0], "decline")).rejects.toBeInstanceOf(Stale);
    expect((await listDecisions(db(), { roundId: round.id })).map((row) => row.outcome)).toEqual([
      "reserve",
      "reserve",
      null,
    ]);
    await clearDecisions(db(), { ...decider, applicationIds: ids });
    expect(await tallyRound(db(), { roundId: round.id, callId: round.callId })).toMatchObject({ reserve: 0 });
  });

  test("is out of reach for an organiser with an entry in the call, and a tied entry for whom it is tied to", async () => {
    const { make, call, round, applications, organiser, by } = await world(db(), { entries: 2, state: "in_review" });
    await db().updateTable("round").set({ closedAt: now }).where("id", "=", round.id).execute();
    const [own, other] = applications;
    await make.conflict({ applicationId: own?.id ?? "", personId: organiser.id, declaredBy: organiser.id });
    const decider = { roundId: round.id, programmeId: by.programmeId, deciderId: by.organiserId, now };
    const decide = (applicationId = "") =>
      recordDecisions(db(), {
        ...decider,
        entries: [{ applicationId, version: 0 }],
        outcome: "advance",
        reservePosition: 1,
        reason: "",
      });
    await expect(decide(own?.id)).rejects.toBeInstanceOf(NotFound);
    await decide(other?.id);
    await make.application({
      callId: call.id,
      definitionId: call.definitionId,
      leadId: organiser.id,
      state: "submitted",
    });
    await expect(decide(other?.id)).rejects.toBeInstanceOf(NotFound);
    const confirmed = { advance: 1, reserve: 0, decline: 0, honours: 0 };
    await expect(publishRound(db(), { roundId: round.id, ...by, confirmed })).rejects.toBeInstanceOf(NotFound);
  });

  test("and scores count sent reviews only, without those of a hard conflict or hidden entries", async () => {
    const { make, round, applications, organiser, people } = await world(db(), {
      entries: 3,
      jurors: 1,
      state: "in_review",
    });
    for (const [index, application] of applications.entries()) {
      const assignment = await make.assignment({
        roundId: round.id,
        applicationId: application.id,
        jurorId: people[0]?.id ?? "",
      });
      await make.review({
        assignmentId: assignment.id,
        sentAt: index === 0 ? null : afterCall,
        marks: { s_story: 800 },
      });
    }
    const [, second, third] = applications;
    const ask = { roundId: round.id, hiddenIds: [] };
    expect(await expectQueries(2, () => listSentReviews(db(), ask))).toHaveLength(2);
    expect(await listSentReviews(db(), { ...ask, hiddenIds: [second?.id ?? ""] })).toMatchObject([
      { applicationId: third?.id },
    ]);
    await make.conflict({ applicationId: third?.id ?? "", personId: people[0]?.id ?? "", declaredBy: organiser.id });
    expect(await listSentReviews(db(), ask)).toMatchObject([{ applicationId: second?.id }]);
  });
});
