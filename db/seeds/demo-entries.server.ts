import { readDraft } from "#app/features/application/read-draft.server.ts";
import { saveSection } from "#app/features/application/save-section.server.ts";
import { startApplication } from "#app/features/application/start-application.server.ts";
import type { CallDefinition } from "#app/features/call/definition.ts";
import { checkApplication } from "#app/features/check/check-application.server.ts";
import type { CheckVerdict } from "#app/features/check/rules.ts";
import { submitApplication } from "#app/features/submission/submit-application.server.ts";
import { HOUR, later, MINUTE, type Moment } from "#app/lib/moment.ts";
import type { Database } from "#db/database.server.ts";
import { demoAnswers } from "./demo-answers.ts";
import type { Library } from "./demo-files.server.ts";
import { joinIn, makerOf } from "./demo-people.server.ts";
import type { Calendar, Scene } from "./demo-time.ts";
import type { Work } from "./demo-works.ts";

/** What every scene of the demo knows. */
export type Stage = {
  db: Database;
  library: Library;
  calendar: Calendar;
  /** People by address, programmes by slug, calls by code. */
  people: Map<string, string>;
  programmes: Readonly<Record<string, string>>;
  calls: Readonly<Record<string, string>>;
  /** Applications as they come about, by call and work. */
  entries: Map<string, string>;
};

export type Entry = {
  /** The call's code. */
  call: string;
  work: Work;
  place: number;
  isCompany?: boolean;
  startedAt: Moment;
  /** Left out: it stays a draft. */
  submittedAt?: Moment;
  /** For a draft: how many sections are filled, and how many files have been sent. */
  sections?: number;
  files?: number;
};

export const personIn = ({ people }: Pick<Stage, "people">, { email }: { email: string }) => people.get(email) ?? "";

export function entryIn({ entries }: Pick<Stage, "entries">, call: string, work: Work | undefined): string {
  const id = work && entries.get(`${call} ${work.en}`);
  if (!id) throw new Error(`no entry of ${work?.en} in ${call}`);
  return id;
}

/** One application, from its first word to its receipt, by the same steps a person takes. */
export async function* applying(stage: Stage, entry: Entry): Scene {
  const { db, library, calendar } = stage;
  const { work, place, startedAt, submittedAt } = entry;
  const maker = makerOf(work);
  let now = startedAt;
  yield later(now, -HOUR / 2);
  const personId = stage.people.get(maker.email) ?? (await joinIn(db, maker, later(now, -HOUR / 2)));
  stage.people.set(maker.email, personId);
  yield now;
  const applicationId = await startApplication(db, { callSlug: entry.call.toLowerCase(), personId, now });
  stage.entries.set(`${entry.call} ${work.en}`, applicationId);
  const { definition } = await readDraft(db, { applicationId, now });
  const applicant = {
    ...maker,
    bornOn: `${1988 + ((place * 5) % 14)}-0${1 + (place % 9)}-14`,
    isCompany: entry.isCompany ?? false,
  };
  const answers = [...demoAnswers(definition, { work, applicant, place, today: calendar.today })];
  let version = 1;
  for (const [sectionId, entries] of answers.slice(0, entry.sections ?? answers.length)) {
    now = later(now, (7 + ((place * 3) % 11)) * MINUTE);
    yield now;
    ({ version } = await saveSection(db, { applicationId, sectionId, version, entries, now }));
  }
  const papers = await papersOf(definition, entry, library);
  const sentAt = later(now, 9 * MINUTE);
  yield sentAt;
  const chosen = papers.slice(0, entry.files ?? papers.length);
  await Promise.all(chosen.map((paper) => library.send({ applicationId, personId, ...paper, now: sentAt })));
  if (!submittedAt) return;
  const arrivedAt = sentAt < submittedAt ? submittedAt : later(sentAt, HOUR);
  yield arrivedAt;
  const idempotencyKey = `demo-${applicationId}`;
  await submitApplication(db, { applicationId, personId, idempotencyKey, arrivedAt, now: arrivedAt });
}

/** Every file an entry hands in, in the order of the form. */
export async function papersOf(definition: CallDefinition, { work, place }: Entry, library: Library) {
  const slots = definition.slots.filter(({ required, stage }) => required && stage === "submit");
  const papers = await Promise.all(
    slots.map(async (slot) =>
      (await library.papersFor({ slot, work, place })).map((paper) => ({ ...paper, slot: slot.id })),
    ),
  );
  return papers.flat();
}

type Check = {
  programmeId: string;
  organiserId: string;
  applicationId: string;
  verdict: CheckVerdict;
  reason?: string;
  until?: Moment;
  now: Moment;
};

/** The formal check of what stands of an entry. */
export async function checkEntry(db: Database, { reason = "", until, ...check }: Check) {
  const { submissionId } = await db
    .selectFrom("application")
    .select("submissionId")
    .where("id", "=", check.applicationId)
    .executeTakeFirstOrThrow();
  await checkApplication(db, { ...check, submissionId: submissionId ?? "", reason, until: until ?? null });
}
