import { entryLines } from "#app/features/application/entry-lines.ts";
import { editionFactsOf, getApplication, listTeam, openAnswers } from "#app/features/application/queries.server.ts";
import { shapeEntry } from "#app/features/application/visibility.ts";
import { findDefinition } from "#app/features/call/queries.server.ts";
import { listTransitions } from "#app/features/check/queries.server.ts";
import { type ManifestFile, openManifest } from "#app/features/submission/manifest.ts";
import { listVerifiedFiles } from "#app/features/submission/queries.server.ts";
import type { Language } from "#app/i18n/text.ts";
import { jsonEntry, safeStep, textEntry, type ZipEntry } from "#app/lib/zip.server.ts";
import type { Db } from "#db/database.server.ts";
import { fileStore } from "#storage/store.server.ts";
import { listSealed } from "./queries.server.ts";

type Asked = { applicationId: string; folder: string; language: Language; includesDraft: boolean; hasFiles: boolean };

/**
 * One application as files: what was answered, as data and in plain words, every sealed version with its receipt, the
 * history, and the files as they were sent. With `includesDraft` also what is typed and not yet handed in: that is for
 * its team alone.
 */
export async function* archiveApplication(db: Db, asked: Asked): AsyncGenerator<ZipEntry> {
  const { applicationId, folder, language, includesDraft, hasFiles } = asked;
  const application = await getApplication(db, applicationId);
  const sealed = await listSealed(db, applicationId);
  const drafted = includesDraft ? await listVerifiedFiles(db, applicationId) : [];
  const standing = sealed.find(({ id }) => id === application.submissionId);
  const versions = sealed.map(({ id: _id, definitionId: _definition, answers, manifest, ...receipt }) => ({
    ...receipt,
    answers: openAnswers(answers),
    files: openManifest(manifest).map(told),
  }));
  yield jsonEntry(`${folder}/entry.json`, application.updatedAt, {
    call: application.callSlug,
    code: application.code,
    title: application.title,
    state: application.state,
    createdAt: application.createdAt,
    submittedAt: application.submittedAt,
    team: (await listTeam(db, applicationId)).map(({ id: _id, ...member }) => member),
    ...(includesDraft ? { inHand: { answers: openAnswers(application.answers), files: drafted.map(told) } } : {}),
    submissions: versions,
    history: (await listTransitions(db, applicationId)).map(({ fromState, toState, reason, createdAt }) => ({
      fromState,
      toState,
      reason,
      createdAt,
    })),
  });

  const shown = includesDraft || !standing ? application : standing;
  const definition = await findDefinition(db, shown.definitionId);
  const files = [
    ...new Map([...drafted, ...sealed.flatMap(({ manifest }) => openManifest(manifest))].map(byId)).values(),
  ];
  if (definition && (includesDraft || standing)) {
    const answers = openAnswers(shown.answers);
    const view = shapeEntry(
      { definition, answers, files, edition: editionFactsOf(application) },
      { audience: "team", language },
    );
    const words = entryLines(view, language).map(
      ({ title, items }) => `# ${title}\n\n${items.map(({ label, text }) => `${label}\n${text}\n`).join("\n")}`,
    );
    yield textEntry(`${folder}/entry.txt`, application.updatedAt, `${words.join("\n\n")}\n`);
  }
  if (!hasFiles) return;
  for (const file of files)
    yield {
      path: `${folder}/files/${safeStep(file.slot)}/${file.id.slice(-6)}-${safeStep(file.name)}`,
      at: application.updatedAt,
      isText: false,
      open: () => fileStore().read(file.storageKey),
    };
}

const byId = (file: ManifestFile) => [file.id, file] as const;

/** A file as its owner knows it; where it lies in the store is nobody's business. */
function told({ storageKey: _key, ...file }: ManifestFile) {
  return file;
}
