import { titleOf } from "#app/features/application/derived.ts";
import { entryLines } from "#app/features/application/entry-lines.ts";
import { editionFactsOf, getApplication, openAnswers } from "#app/features/application/queries.server.ts";
import { shapeEntry } from "#app/features/application/visibility.ts";
import { findDefinition } from "#app/features/call/queries.server.ts";
import type { Language } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { NotFound } from "#app/lib/refusal.ts";
import type { Db } from "#db/database.server.ts";
import { openManifest } from "./manifest.ts";
import { findStandingSubmission } from "./queries.server.ts";

type Asked = { applicationId: string; language: Language };

/** The receipt that stands for an application, with a copy of what was handed in. Throws NotFound before the first. */
export async function readReceipt(db: Db, { applicationId, language }: Asked) {
  const application = await getApplication(db, applicationId);
  const sealed = await findStandingSubmission(db, applicationId);
  const definition = sealed && (await findDefinition(db, sealed.definitionId));
  if (!sealed || !definition) throw new NotFound();
  const answers = openAnswers(sealed.answers);
  const files = openManifest(sealed.manifest);
  const entry = { definition, answers, files, edition: editionFactsOf(application) };
  const { hash, receiptNumber, number, arrivedAt, submittedByName } = sealed;
  return {
    title: titleOf(answers),
    call: language === "zh" ? application.callZh : application.callEn,
    code: application.code ?? "",
    timeZone: application.timeZone,
    number,
    receiptNumber,
    hash,
    arrivedAt,
    submittedByName,
    files: files.map(({ id, slot, name, bytes, sha256 }) => ({ id, slot, name, bytes, sha256 })),
    answers: entryLines(shapeEntry(entry, { audience: "team", language }), language),
    verifyPath: paths.verify({ number: receiptNumber, hash }),
  };
}
