import { startSession } from "#app/auth/session.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Db } from "#db/database.server.ts";
import { afterCall, duringCall, given } from "./builders.ts";

export type CrowdedWeek = Awaited<ReturnType<typeof crowdedWeek>>;

/**
 * A Week with `size` of everything a page may list: calls, entries by one applicant, team members, files, jurors,
 * rounds, reviews, decisions, honours, letters, events. For tests that a page asks no more for three than for one.
 */
export async function crowdedWeek(db: Db, size: number) {
  const make = given(db);
  const times = <T>(work: (number: number) => Promise<T>) => inTurn(size, work);
  const edition = await make.edition();
  const units = await times(() => make.unit({ editionId: edition.id }));
  const unit = first(units);
  await times((number) =>
    db
      .insertInto("activity")
      .values({
        ...{ id: newId(), editionId: edition.id, unitId: unit.id, code: `a${number}`, nameZh: "路演", nameEn: "Pitch" },
        ...{ kind: "pitch", startsOn: null, endsOn: null, status: "confirmed", callCode: null },
      })
      .execute(),
  );
  const programmes = await times(() => make.programme({ editionId: edition.id, unitId: unit.id }));
  const programme = first(programmes);
  const call = first(await times(() => make.call({ programmeId: programme.id })));
  const organiser = await make.person();
  await make.role({ personId: organiser.id, kind: "organiser", programmeId: programme.id });
  const applicant = await make.person();
  await times(() =>
    startSession(db, { personId: applicant.id, userAgent: "t", secondFactorAt: null, now: duringCall }),
  );
  const rounds = await times(() => make.round({ callId: call.id, openedAt: duringCall }));
  const round = first(rounds);
  const jurors = await times(() => make.person());
  for (const one of rounds) for (const { id: personId } of jurors) await make.panelist({ roundId: one.id, personId });
  const world = { make, db, call, programme, organiser, applicant, rounds, jurors };
  const entries = await times((number) => crowdedEntry(world, { size, number }));
  for (const { id: roundId } of rounds) await make.publication({ callId: call.id, roundId, publishedBy: organiser.id });
  return {
    ...{ edition, programmes, programme, call, organiser, applicant, rounds, round },
    juror: first(jurors),
    entry: first(entries).application,
    assignment: first(entries).assignment,
  };
}

type World = {
  make: ReturnType<typeof given>;
  db: Db;
  call: { id: string; code: string; definitionId: string };
  programme: { id: string };
  organiser: { id: string };
  applicant: { id: string };
  rounds: readonly { id: string }[];
  jurors: readonly { id: string }[];
};

async function crowdedEntry(world: World, { size, number }: { size: number; number: number }) {
  const { make, db, call, programme, organiser, applicant, rounds, jurors } = world;
  const application = await make.application({
    callId: call.id,
    definitionId: call.definitionId,
    leadId: applicant.id,
    code: `${call.code}-${call.id.slice(-6)}-${number}`,
    title: `Work ${number}`,
    state: "honoured",
  });
  const applicationId = application.id;
  for (let other = 0; other < size; other++) {
    await make.teamMember({ applicationId, personId: (await make.person()).id });
    await make.file({ applicationId, uploadedBy: applicant.id });
    await addLetter(db, { applicationId, personId: applicant.id, programmeId: programme.id });
  }
  const definition = { definitionId: call.definitionId, submittedBy: applicant.id };
  const submission = await make.submission({ applicationId, ...definition });
  await recordEvent(db, {
    action: "application.submitted",
    subjectKind: "application",
    subjectId: applicationId,
    programmeId: programme.id,
    actorId: applicant.id,
    now: duringCall,
  });
  const assignments = [];
  for (const { id: roundId } of rounds) {
    await make.roundEntry({ roundId, applicationId, submissionId: submission.id });
    for (const { id: jurorId } of jurors) {
      const assignment = await make.assignment({ roundId, applicationId, jurorId });
      await make.review({
        assignmentId: assignment.id,
        marks: { s_story: 700, s_craft: 650 },
        sentAt: number === 0 ? afterCall : null,
      });
      assignments.push(assignment);
    }
    await make.decision({ roundId, applicationId, decidedBy: organiser.id });
  }
  const honour = { id: newId(), callId: call.id, applicationId, awardId: "sl_short_of_year", citationZh: "好" };
  await db
    .insertInto("honour")
    .values({ ...honour, citationEn: "Fine.", decidedBy: organiser.id, decidedAt: afterCall })
    .execute();
  return { application, assignment: first(assignments) };
}

type About = { applicationId: string; personId: string; programmeId: string };

function addLetter(db: Db, about: About) {
  const words = {
    kind: "receipt",
    toEmail: "a@b.test",
    language: "en" as const,
    subject: "Receipt",
    text: "",
    html: "",
  };
  const fate = { state: "sent" as const, attempts: 1, lastError: null, createdAt: duringCall, sentAt: duringCall };
  return db
    .insertInto("letter")
    .values({ id: newId(), ...about, ...words, dedupeKey: newId(), ...fate })
    .execute();
}

async function inTurn<T>(size: number, work: (number: number) => Promise<T>): Promise<T[]> {
  const made = [];
  for (let number = 0; number < size; number++) made.push(await work(number));
  return made;
}

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error("there is none");
  return item;
}
