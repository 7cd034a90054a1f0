import { entryLines } from "#app/features/application/entry-lines.ts";
import { type ApplicationRow, editionFactsOf } from "#app/features/application/queries.server.ts";
import { shapeEntry } from "#app/features/application/visibility.ts";
import type { Answers } from "#app/features/call/answers.ts";
import type { CallDefinition } from "#app/features/call/definition.ts";
import type { Language } from "#app/i18n/text.ts";
import type { Moment } from "#app/lib/moment.ts";
import { paths } from "#app/lib/paths.ts";
import { receiptLetter } from "#app/mail/letters/application.ts";
import { absoluteLink } from "#app/mail/link.server.ts";
import { postLetter } from "#app/mail/outbox.server.ts";
import type { Db } from "#db/database.server.ts";
import type { ManifestFile } from "./manifest.ts";

type Sealed = {
  application: ApplicationRow;
  definition: CallDefinition;
  answers: Answers;
  files: readonly ManifestFile[];
  receiptNumber: string;
  hash: string;
  submissionId: string;
  arrivedAt: Moment;
  now: Moment;
};

/** A step of handing in: the letter that proves it, with a copy of the answers, leaves with the submission or not at all. */
export async function postReceipt(trx: Db, sealed: Sealed): Promise<void> {
  const { application, files, receiptNumber, hash, submissionId, arrivedAt, now } = sealed;
  const language = application.leadLanguage;
  await postLetter(trx, {
    letter: receiptLetter(language, {
      name: application.leadName,
      title: application.title,
      call: language === "zh" ? application.callZh : application.callEn,
      url: absoluteLink(paths.receipt(application.id)),
      verifyUrl: absoluteLink(paths.verify({ number: receiptNumber, hash })),
      number: receiptNumber,
      receivedAt: arrivedAt,
      timeZone: application.timeZone,
      files,
      hash,
      answers: mailable(sealed, language),
    }),
    to: { personId: application.leadId, email: application.leadEmail, language },
    dedupeKey: `receipt:${submissionId}`,
    programmeId: application.programmeId,
    applicationId: application.id,
    now,
  });
}

/** The answers as a letter may carry them: mail lies open, so numbers of papers and accounts stay out of it. */
function mailable({ application, definition, answers }: Sealed, language: Language) {
  const sections = definition.sections.map((section) => ({
    ...section,
    fields: section.fields.filter((field) => !field.sensitive),
  }));
  const entry = {
    definition: { ...definition, sections },
    answers,
    files: [],
    edition: editionFactsOf(application),
  };
  return entryLines(shapeEntry(entry, { audience: "team", language }), language);
}
