import { expect, test } from "vitest";
import { listLettersAbout, listOwnApplications, listTeam } from "#app/features/application/queries.server.ts";
import { readDraft } from "#app/features/application/read-draft.server.ts";
import { readAssignments } from "#app/features/assignment/read-assignments.server.ts";
import { findDefinition, listCalls } from "#app/features/call/queries.server.ts";
import { readDesks } from "#app/features/call/read-desks.server.ts";
import { countApplications, countByState, listApplications } from "#app/features/check/queries.server.ts";
import { readChecked } from "#app/features/check/read-checked.server.ts";
import { readDecisionDesk } from "#app/features/decision/read-desk.server.ts";
import { readOutcome } from "#app/features/decision/read-outcome.server.ts";
import { listActivities, listEditions, listUnits } from "#app/features/edition/queries.server.ts";
import { listEvents, listTiedProgrammes } from "#app/features/event/queries.server.ts";
import { listHonourItems } from "#app/features/honour/queries.server.ts";
import { listLettersOfCall } from "#app/features/letter/queries.server.ts";
import { readPanel } from "#app/features/panel/read-panel.server.ts";
import { listOwnLetters, listPeople, listSessionsOfPerson } from "#app/features/person/queries.server.ts";
import { listPublishedHonours, listPublishedLineUp } from "#app/features/publication/queries.server.ts";
import { listNextOfRounds, listPile, listRoundsOfJuror } from "#app/features/review/queries.server.ts";
import { readDesk } from "#app/features/review/read-desk.server.ts";
import { findRound, planOf } from "#app/features/round/queries.server.ts";
import { readRound } from "#app/features/round/read-round.server.ts";
import { readEntryScore } from "#app/features/score/read-entry-score.server.ts";
import { readScores } from "#app/features/score/read-scores.server.ts";
import type { Db } from "#db/database.server.ts";
import { afterCall, duringCall, smallDefinition } from "#tests/support/builders.ts";
import { type CrowdedWeek, crowdedWeek } from "#tests/support/crowd.ts";
import { expectQueries, onEveryDatabase } from "#tests/support/databases.ts";

type Read = (db: Db, week: CrowdedWeek) => Promise<unknown>;
const now = afterCall;
const language = "en";
const { scale } = smallDefinition;
const listQuery = { q: "", state: "", order: "newest", page: 1 } as const;
const decisionPage = { round: "", show: "all", top: 0, page: 1 } as const;

const reads: [page: string, statements: number, read: Read][] = [
  ["the editions", 1, (db) => listEditions(db)],
  ["an edition's units", 1, (db, { edition }) => listUnits(db, edition.id)],
  ["an edition's activities", 1, (db, { edition }) => listActivities(db, edition.id)],
  ["an edition's calls", 1, (db, { edition }) => listCalls(db, edition.id)],
  ["the honours", 1, (db, { edition }) => listPublishedHonours(db, edition.id)],
  ["the line-up", 1, (db, { edition }) => listPublishedLineUp(db, edition.id)],
  ["the honoured works", 1, (db, { edition }) => listHonourItems(db, { editionId: edition.id, language })],
  ["one's applications", 1, (db, { applicant }) => listOwnApplications(db, { personId: applicant.id })],
  ["a draft", 3, (db, { entry }) => readDraft(db, { applicationId: entry.id, now })],
  ["a team", 1, (db, { entry }) => listTeam(db, entry.id)],
  [
    "the letters about an application",
    1,
    (db, { entry, applicant }) => listLettersAbout(db, { applicationId: entry.id, personId: applicant.id }),
  ],
  ["an outcome", 3, (db, { entry }) => readOutcome(db, { applicationId: entry.id, language })],
  [
    "one's letters",
    1,
    (db, { applicant }) => listOwnLetters(db, { personId: applicant.id, withProofs: true, page: 1 }),
  ],
  ["one's sessions", 1, (db, { applicant }) => listSessionsOfPerson(db, { personId: applicant.id, now: duringCall })],
  ["the people", 2, (db) => listPeople(db, { search: "", page: 1 })],
  ["a juror's rounds", 1, (db, { juror }) => listRoundsOfJuror(db, { jurorId: juror.id })],
  [
    "what a juror reads next",
    1,
    async (db, { juror, rounds }) => [
      ...(await listNextOfRounds(db, { jurorId: juror.id, roundIds: rounds.map(({ id }) => id) })),
    ],
  ],
  ["a juror's pile", 1, (db, { juror, round }) => listPile(db, { jurorId: juror.id, roundId: round.id })],
  [
    "a juror's desk",
    5,
    (db, { juror, assignment }) => readDesk(db, { assignmentId: assignment.id, jurorId: juror.id, language, now }),
  ],
  [
    "the organisers' desks",
    3,
    (db, { programmes }) => readDesks(db, { organises: programmes.map(({ id }) => id), chairs: [], now }),
  ],
  ["a call's applications", 1, (db, { call }) => listApplications(db, { callId: call.id, query: listQuery })],
  [
    "an entry to be checked",
    4,
    (db, { entry, call, edition }) =>
      readChecked(db, { applicationId: entry.id, callId: call.id, startsOn: edition.startsOn, language, now }),
  ],
  [
    "a round",
    8,
    async (db, week) =>
      readRound(db, { round: await roundOf(db, week), call: week.call, personId: week.organiser.id, now }),
  ],
  [
    "a panel",
    11,
    (db, { call, programme, round, organiser }) =>
      readPanel(db, {
        callId: call.id,
        programmeId: programme.id,
        roundId: round.id,
        personId: organiser.id,
        language,
        now,
      }),
  ],
  [
    "who reads what",
    5,
    (db, { call, round, organiser }) =>
      readAssignments(db, { callId: call.id, round, personId: organiser.id, seed: 0, page: 1 }),
  ],
  [
    "the scores",
    5,
    (db, { call, round, organiser }) =>
      readScores(db, { callId: call.id, round, plan: planOf(round), scale, personId: organiser.id }),
  ],
  [
    "the score of an entry",
    5,
    (db, { call, round, organiser, entry }) =>
      readEntryScore(db, {
        callId: call.id,
        round,
        plan: planOf(round),
        scale,
        applicationId: entry.id,
        personId: organiser.id,
        language,
      }),
  ],
  [
    "the decisions",
    10,
    async (db, week) => {
      const round = await roundOf(db, week);
      const desk = { callId: week.call.id, round, plan: planOf(round), definition: smallDefinition };
      return readDecisionDesk(db, { ...desk, query: decisionPage, personId: week.organiser.id, language });
    },
  ],
  [
    "a call's letters",
    1,
    (db, { call }) =>
      listLettersOfCall(db, { callId: call.id, hiddenIds: [], query: { state: "", kind: "", page: 1 } }),
  ],
  ["the log", 1, (db) => listEvents(db, { programmeIds: null, tiedProgrammeIds: [], subject: "", before: 0 })],
];

/** Their answers are no longer for three of everything. */
const totals: typeof reads = [
  [
    "the number of a call's applications",
    1,
    (db, { call }) => countApplications(db, { callId: call.id, query: listQuery }),
  ],
  ["a call's states", 1, (db, { call }) => countByState(db, call.id)],
  ["the programmes one is tied to", 1, (db, { applicant }) => listTiedProgrammes(db, applicant.id)],
];

onEveryDatabase("a page with three of everything asks as often as a page with one", (db) => {
  test.each(reads)("%s: %i", async (_page, statements, read) => {
    const lengths = [];
    for (const size of [1, 3]) {
      const week = await crowdedWeek(db(), size);
      // Definitions are read once a process.
      await findDefinition(db(), week.call.definitionId);
      lengths.push(JSON.stringify(await expectQueries(statements, () => read(db(), week))).length);
    }
    const [one = 0, three = 0] = lengths;
    expect(three).toBeGreaterThan(one);
  });

  test.each(totals)("%s: %i", async (_number, statements, read) => {
    for (const size of [1, 3]) {
      const week = await crowdedWeek(db(), size);
      await expectQueries(statements, () => read(db(), week));
    }
  });
});

async function roundOf(db: Db, { round }: CrowdedWeek) {
  const found = await findRound(db, { roundId: round.id, callId: round.callId });
  if (!found) throw new Error("the round is gone");
  return found;
}
