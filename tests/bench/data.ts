import { startSession } from "#app/auth/session.server.ts";
import type { CallDefinition, RoundPlan } from "#app/features/call/definition.ts";
import { findCall, findDefinition } from "#app/features/call/queries.server.ts";
import { createEdition } from "#app/features/edition/create-edition.server.ts";
import { planEdition } from "#app/features/edition/plan-edition.ts";
import { weekTemplate } from "#app/features/edition/template/week.ts";
import { newId } from "#app/lib/id.server.ts";
import { DAY, later, type Moment, parseDay } from "#app/lib/moment.ts";
import type { Database, Db } from "#db/database.server.ts";
import type { Schema } from "#db/schema.ts";
import type { FileStore } from "#storage/files.server.ts";
import { type Entry, entriesOf } from "./entries.ts";

const APPLICATIONS = 5_000;
const JURORS = 200;
const REVIEWS_PER_ENTRY = 3;
const DRAFTS = 3_000;
/** Of a juror's pile of 75 this many are begun but not sent. */
const UNSENT = 10;
const FILM_BYTES = 64 * 1024 * 1024;

export type Juror = { cookie: string; unsent: readonly { assignmentId: string; reviewId: string }[] };
export type BenchWeek = {
  callSlug: string;
  roundId: string;
  criteria: readonly string[];
  organiser: string;
  jurors: readonly Juror[];
  /** Complete drafts in an open call, each with its lead's cookie. */
  drafts: readonly { applicationId: string; cookie: string }[];
  film: { fileId: string; storageKey: string; bytes: number; cookie: string };
};

/**
 * A Week at full size in an empty database: 5,000 handed-in short films, 200 jurors, 15,000 reviews with their marks, and
 * drafts ready to be handed in. The rows are those the use-cases write, put in directly: that takes seconds, not an hour.
 */
export async function plantBenchWeek(db: Database, store: FileStore, now: Moment): Promise<BenchWeek> {
  const plan = planEdition(weekTemplate, { openingDay: parseDay(later(now, 85 * DAY).slice(0, 10)) });
  const { programmes } = await createEdition(db, { plan, now: later(now, -130 * DAY) });
  return db.transaction().execute(async (trx) => {
    const shorts = await openCall(trx, "sl-s");
    const features = await openCall(trx, "gk-f");
    const at = { startedAt: later(now, -30 * DAY), sealedAt: later(now, -20 * DAY), now };

    const sealed = entriesOf({ ...shorts, ...at, kind: "entry", count: APPLICATIONS });
    const film = sealed[0]?.files.find((file) => file.slot === "screener");
    if (!film) throw new Error("the first short film has no film");
    film.bytes = FILM_BYTES;
    await store.put(film.storageKey, Buffer.alloc(FILM_BYTES, "film"), "video/mp4");
    await insertEntries(trx, sealed);

    const waiting = entriesOf({ ...features, ...at, kind: "draft", count: DRAFTS });
    await insertEntries(trx, waiting);

    const organiser = await plantPerson(trx, { name: "organiser", programmeId: programmes["sea-level"], now });
    const jury = await plantJury(trx, { ...shorts, entries: sealed, programmeId: programmes["sea-level"] ?? "", now });
    const drafts = [];
    for (const { application } of waiting)
      drafts.push({ applicationId: application.id, cookie: await cookieOf(trx, application.leadId, now) });
    const filmCookie = jury.jurors[0]?.cookie ?? "";
    return {
      callSlug: "sl-s",
      ...jury,
      organiser: await cookieOf(trx, organiser.id, now),
      drafts,
      film: { fileId: film.id, storageKey: film.storageKey, bytes: FILM_BYTES, cookie: filmCookie },
    };
  });
}

async function openCall(db: Db, slug: string) {
  const call = await findCall(db, slug);
  const definition = call && (await findDefinition(db, call.definitionId));
  if (!call || !definition) throw new Error(`the Week has no call ${slug}`);
  return { call, definition };
}

async function insertEntries(db: Db, entries: readonly Entry[]) {
  await insertAll(
    db,
    "person",
    entries.map((entry) => entry.lead),
  );
  await insertAll(
    db,
    "application",
    entries.map((entry) => entry.application),
  );
  await insertAll(
    db,
    "teamMember",
    entries.map((entry) => entry.member),
  );
  await insertAll(
    db,
    "file",
    entries.flatMap((entry) => entry.files),
  );
  await insertAll(
    db,
    "submission",
    entries.flatMap((entry) => entry.submission ?? []),
  );
  await insertAll(
    db,
    "transition",
    entries.flatMap((entry) => entry.transitions),
  );
}

type Jury = {
  call: { id: string };
  definition: CallDefinition;
  entries: readonly Entry[];
  programmeId: string;
  now: Moment;
};

async function plantJury(db: Db, { call, entries, programmeId, now }: Jury) {
  const openedAt = later(now, -10 * DAY);
  const { id: roundId, plan } = await db
    .updateTable("round")
    .set({ openedAt, closesAt: later(now, 10 * DAY), reviewsPerEntry: REVIEWS_PER_ENTRY })
    .where("callId", "=", call.id)
    .where("code", "=", "r1")
    .returning(["id", "plan"])
    .executeTakeFirstOrThrow();
  const { criteria = [] }: RoundPlan = JSON.parse(plan);
  const seated = [];
  for (let number = 0; number < JURORS; number++)
    seated.push(await plantPerson(db, { name: `juror${number}`, kind: "juror", programmeId, now }));
  const frozen = entries.map(({ application, submission }) => ({
    id: newId(),
    roundId,
    applicationId: application.id,
    submissionId: submission?.id ?? "",
    createdAt: openedAt,
  }));
  await insertAll(db, "roundEntry", frozen);
  await insertAll(
    db,
    "panelist",
    seated.map(({ id: personId }) => ({
      id: newId(),
      roundId,
      personId,
      maxLoad: 100,
      expertise: "[]",
      addedBy: null,
      addedAt: openedAt,
      leftAt: null,
    })),
  );

  const assignments: Schema["assignment"][] = [];
  const reviews: Schema["review"][] = [];
  const marks: Schema["mark"][] = [];
  for (const [place, { application }] of entries.entries())
    for (let turn = 0; turn < REVIEWS_PER_ENTRY; turn++) {
      const number = place * REVIEWS_PER_ENTRY + turn;
      const seat = number % JURORS;
      const position = Math.floor(number / JURORS) + 1;
      const isSent = position > UNSENT;
      const assignment = {
        id: newId(),
        roundId,
        applicationId: application.id,
        jurorId: seated[seat]?.id ?? "",
        label: `B${seat}-${position}`,
        position,
        assignedBy: null,
        createdAt: openedAt,
      };
      assignments.push(assignment);
      const review = reviewOf(assignment.id, { number, isSent, now });
      reviews.push(review);
      for (const [index, { id: criterion }] of criteria.entries())
        marks.push({ reviewId: review.id, criterion, hundredths: markOf(place, seat, index) });
    }
  await insertAll(db, "assignment", assignments);
  await insertAll(db, "review", reviews);
  await insertAll(db, "mark", marks);

  const jurors: Juror[] = [];
  for (const { id } of seated) {
    const unsent = assignments.flatMap((one, place) =>
      one.jurorId === id && one.position <= UNSENT
        ? [{ assignmentId: one.id, reviewId: reviews[place]?.id ?? "" }]
        : [],
    );
    jurors.push({ cookie: await cookieOf(db, id, now), unsent });
  }
  return { roundId, criteria: criteria.map((criterion) => criterion.id), jurors };
}

const words =
  "The film trusts its images and lets the sea speak; the middle could lose a minute, and the sound of the last " +
  "scene says more than its dialogue. 人物关系写得很细，结尾来得稍快，但海堤上的长镜头令人难忘。";

function reviewOf(assignmentId: string, { number, isSent, now }: { number: number; isSent: boolean; now: Moment }) {
  const savedAt = later(now, -9 * DAY + number * 1000);
  return {
    id: newId(),
    assignmentId,
    verdict: ["recommend", "discuss", "decline"][number % 3] ?? null,
    privateNote: "",
    panelText: words,
    applicantText: words,
    version: 1,
    createdAt: savedAt,
    savedAt,
    sentAt: isSent ? savedAt : null,
  };
}

/** A mark a juror might give: the film's own worth, the juror's strictness, and what remains. */
function markOf(place: number, seat: number, index: number): number {
  const worth = ((place * 7919) % 13) / 2;
  const strictness = ((seat * 104_729) % 5) / 2 - 1;
  const rest = ((place * 31 + seat * 17 + index * 7) % 5) / 2 - 1;
  return Math.round(Math.min(10, Math.max(1, 2.5 + worth + strictness + rest)) * 2) * 50;
}

type NewPerson = {
  name: string;
  kind?: Schema["role"]["kind"];
  programmeId: string | undefined;
  now: Moment;
};

async function plantPerson(db: Db, { name, kind = "organiser", programmeId, now }: NewPerson) {
  const createdAt = later(now, -100 * DAY);
  const email = `${name}@bench.test`;
  const person = {
    id: newId(),
    email,
    emailFolded: email,
    name,
    passwordHash: null,
    language: "en" as const,
    emailVerifiedAt: createdAt,
    totpSecret: null,
    totpConfirmedAt: null,
    disabledAt: null,
    createdAt,
  };
  await insertAll(db, "person", [person]);
  const grant = { id: newId(), personId: person.id, kind, programmeId: programmeId ?? null };
  await insertAll(db, "role", [{ ...grant, grantedBy: null, grantedAt: createdAt, revokedAt: null }]);
  return person;
}

async function cookieOf(db: Db, personId: string, now: Moment) {
  const token = await startSession(db, { personId, userAgent: "bench", secondFactorAt: null, now });
  return `tidemark=${token}; language=en`;
}

const CHUNK = 250;

async function insertAll<Table extends keyof Schema>(db: Db, table: Table, rows: readonly Schema[Table][]) {
  for (let start = 0; start < rows.length; start += CHUNK)
    await db
      .insertInto(table)
      .values(rows.slice(start, start + CHUNK) as never)
      .execute();
}
