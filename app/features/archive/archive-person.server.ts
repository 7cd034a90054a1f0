import type { Language } from "#app/i18n/text.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound } from "#app/lib/refusal.ts";
import { jsonEntry, safeStep, type ZipEntry } from "#app/lib/zip.server.ts";
import type { Db } from "#db/database.server.ts";
import { archiveApplication } from "./archive-application.server.ts";
import { findAccount, listLetters, listMarks, listMemberships, listOwnReviews } from "./queries.server.ts";

type Asked = { personId: string; language: Language; now: Moment };

/**
 * Everything somebody gave us or got from us: the account, the applications they work on with their files, the letters,
 * and what they wrote as a juror. What others wrote about them is not theirs to take. Throws NotFound.
 */
export async function* archivePerson(db: Db, { personId, language, now }: Asked): AsyncGenerator<ZipEntry> {
  const account = await findAccount(db, personId);
  if (!account) throw new NotFound();
  yield jsonEntry("account.json", now, account);
  yield jsonEntry("letters.json", now, await listLetters(db, personId));
  const reviews = await listOwnReviews(db, personId);
  if (reviews.length > 0) {
    const marks = new Map(reviews.map(({ id }) => [id, {} as Record<string, number>]));
    for (const { reviewId, criterion, hundredths } of await listMarks(db, personId)) {
      const given = marks.get(reviewId);
      if (given) given[criterion] = hundredths / 100;
    }
    yield jsonEntry(
      "reviews.json",
      now,
      reviews.map(({ id, ...review }) => ({
        ...review,
        marks: marks.get(id),
      })),
    );
  }
  for (const { id, code, title, slug } of await listMemberships(db, personId)) {
    const folder = `applications/${slug}/${safeStep(`${code ?? id.slice(-6)} ${title}`)}`;
    yield* archiveApplication(db, { applicationId: id, folder, language, includesDraft: true, hasFiles: true });
  }
}
