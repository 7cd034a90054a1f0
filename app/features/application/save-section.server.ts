import type { Answers } from "#app/features/call/answers.ts";
import type { CallDefinition, Section } from "#app/features/call/definition.ts";
import { findDefinition } from "#app/features/call/queries.server.ts";
import { findStandingSubmission } from "#app/features/submission/queries.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, type Obstacle, Refused, Stale } from "#app/lib/refusal.ts";
import type { Database, Db } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { titleOf } from "./derived.ts";
import { fixWindowEnd } from "./fix-window.ts";
import { type ApplicationRow, findReturn, getApplication, openAnswers } from "./queries.server.ts";
import { applyReading, readSection } from "./read-section.ts";
import { openFields, reopenedOf } from "./reopening.ts";
import { searchTextOf } from "./search-text.ts";

type Request = {
  applicationId: string;
  sectionId: string;
  /** The version the page was made from. */
  version: number;
  entries: Iterable<readonly [string, unknown]>;
  now: Moment;
};

export type SavedSection = {
  version: number;
  savedAt: Moment;
  problems: Obstacle[];
  /** What was typed where nothing could be stored, by input name. */
  raw: Record<string, string[]>;
  answers: Answers;
};

/**
 * Keeps one section of a draft. Nothing is refused for being missing; what cannot be stored is named and the rest kept.
 * Throws Stale with the stored answers when somebody saved in between; saving what is stored already is no change and
 * never stale. Throws NotFound for an unknown application or section.
 */
export function saveSection(
  db: Database,
  { applicationId, sectionId, version, entries, now }: Request,
): Promise<SavedSection> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "application", applicationId);
    const application = await getApplication(trx, applicationId);
    const definition = await findDefinition(trx, application.definitionId);
    const section = definition?.sections.find((one) => one.id === sectionId);
    if (!definition || !section) throw new NotFound();

    const { fields, sealed } = await openTo(trx, { application, definition, section, now });
    const before = { ...openAnswers(application.answers), ...sealed };
    const reading = readSection({ ...section, fields }, entries);
    const answers = applyReading(before, reading);
    const stored = JSON.stringify(answers);
    const { problems, raw } = reading;
    if (sameAnswers(before, answers))
      return { version: application.version, savedAt: application.updatedAt, problems, raw, answers };
    if (application.version !== version) throw new Stale({ version: application.version, answers: before });

    await trx
      .updateTable("application")
      .set({
        answers: stored,
        version: version + 1,
        title: titleOf(answers).slice(0, 300),
        searchText: searchTextOf({
          answers,
          code: application.code,
          leadName: application.leadName,
          leadEmail: application.leadEmail,
        }),
        updatedAt: now,
      })
      .where("id", "=", applicationId)
      .execute();
    return { version: version + 1, savedAt: now, problems, raw, answers };
  });
}

/**
 * The fields of a section that may be changed now, and the sealed answers to those that may not: a correction after the
 * deadline opens what was named, until its end. Throws Refused where nothing of the section is open.
 */
async function openTo(trx: Db, { application, definition, section, now }: Opening) {
  if (application.state !== "returned" || now <= application.closesAt) return { fields: section.fields, sealed: {} };
  const returned = await findReturn(trx, application.id);
  if (returned && now > fixWindowEnd(returned, definition)) throw new Refused([{ code: "fix-window-over" }]);
  const reopened = reopenedOf({ application, returned, now });
  const standing = await findStandingSubmission(trx, application.id);
  const answers = standing ? openAnswers(standing.answers) : {};
  const fields = openFields(section, reopened, answers);
  if (fields.length === 0) throw new Refused([{ code: "not-reopened" }]);
  const locked = new Set(section.fields.filter((field) => !fields.includes(field)).map(({ id }) => id));
  return { fields, sealed: Object.fromEntries(Object.entries(answers).filter(([id]) => locked.has(id))) };
}

type Opening = { application: ApplicationRow; definition: CallDefinition; section: Section; now: Moment };

function sameAnswers(one: Answers, other: Answers): boolean {
  const ids = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...ids].every((id) => JSON.stringify(one[id]) === JSON.stringify(other[id]));
}
