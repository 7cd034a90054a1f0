import { expect, test } from "vitest";
import { standingOnApplication } from "#app/auth/standing.server.ts";
import type { Viewer } from "#app/auth/visit.ts";
import { NotFound } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { afterCall, duringCall, given, smallWeek } from "#tests/support/builders.ts";
import { expectQueries, onEveryDatabase } from "#tests/support/databases.ts";

function viewerOf(personId: string, roles: Partial<Viewer> = {}): Viewer {
  return {
    personId,
    name: "Somebody",
    email: "somebody@example.test",
    language: "en",
    isVerified: true,
    sessionId: "session",
    provedAt: duringCall,
    hasSecondFactor: false,
    isAdministrator: false,
    organises: [],
    chairs: [],
    judges: [],
    ...roles,
  };
}

async function entryInRound(db: Database) {
  const make = given(db);
  const { call, programme } = await smallWeek(db);
  const [lead, juror] = [await make.person(), await make.person()];
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
  const round = await make.round({ callId: call.id, openedAt: afterCall });
  await make.roundEntry({ roundId: round.id, applicationId: application.id, submissionId: submission.id });
  const assignment = await make.assignment({ roundId: round.id, applicationId: application.id, jurorId: juror.id });
  return { call, programme, lead, juror, application, assignment, round };
}

onEveryDatabase("what a person is to an application", (db) => {
  const lettersOf = async (viewer: Viewer | null, applicationId: string) => {
    const { letters, state } = await standingOnApplication(db(), { viewer, applicationId, now: afterCall });
    return [[...letters].sort().join(""), state];
  };

  test("follows from team, roles and assignments", async () => {
    const { programme, lead, juror, application } = await entryInRound(db());
    const make = given(db());
    const [editor, stranger] = [await make.person(), await make.person()];
    await make.teamMember({ applicationId: application.id, personId: editor.id });
    const of = (viewer: Viewer | null) => lettersOf(viewer, application.id);
    expect(await of(null)).toEqual(["V", "5"]);
    expect(await of(viewerOf(stranger.id))).toEqual(["A", "5"]);
    expect(await of(viewerOf(lead.id))).toEqual(["AO", "5"]);
    expect(await of(viewerOf(editor.id))).toEqual(["AT", "5"]);
    expect(await of(viewerOf(juror.id, { judges: [programme.id] }))).toEqual(["AJN", "5"]);
    expect(await of(viewerOf(stranger.id, { judges: [programme.id] }))).toEqual(["AN", "5"]);
    expect(await of(viewerOf(stranger.id, { organises: [programme.id] }))).toEqual(["AM", "5"]);
    expect(await of(viewerOf(stranger.id, { organises: ["another"] }))).toEqual(["AX", "5"]);
    expect(await of(viewerOf(stranger.id, { chairs: [programme.id] }))).toEqual(["AC", "5"]);
    expect(await of(viewerOf(stranger.id, { isAdministrator: true }))).toEqual(["AS", "5"]);
  });

  test("is nothing on the jury's side for whoever stepped back, has a conflict, or entered the call", async () => {
    const { call, programme, lead, juror, application, assignment } = await entryInRound(db());
    const make = given(db());
    const roles = { judges: [programme.id], chairs: [programme.id], organises: [programme.id] };

    await db()
      .insertInto("recusal")
      .values({ assignmentId: assignment.id, reason: "family", declaredBy: juror.id, createdAt: afterCall })
      .execute();
    expect(await lettersOf(viewerOf(juror.id, roles), application.id)).toEqual(["A", "5"]);

    const chair = await make.person();
    await make.conflict({ applicationId: application.id, personId: chair.id, declaredBy: chair.id });
    expect(await lettersOf(viewerOf(chair.id, roles), application.id)).toEqual(["A", "5"]);

    const rival = await make.person();
    await make.application({ callId: call.id, definitionId: call.definitionId, leadId: rival.id, state: "submitted" });
    expect(await lettersOf(viewerOf(rival.id, roles), application.id)).toEqual(["A", "5"]);
    expect(await lettersOf(viewerOf(lead.id, roles), application.id)).toEqual(["AO", "5"]);
  });

  test("comes back when a conflict is lifted", async () => {
    const { programme, application } = await entryInRound(db());
    const chair = await given(db()).person();
    await given(db()).conflict({
      applicationId: application.id,
      personId: chair.id,
      declaredBy: chair.id,
      liftedAt: afterCall,
    });
    expect(await lettersOf(viewerOf(chair.id, { chairs: [programme.id] }), application.id)).toEqual(["AC", "5"]);
  });

  test("is told in three queries", async () => {
    const { juror, application } = await entryInRound(db());
    await expectQueries(3, () => lettersOf(viewerOf(juror.id), application.id));
  });

  test("of an unknown application is not found", async () => {
    await expect(lettersOf(null, "unknown")).rejects.toThrow(NotFound);
  });
});
