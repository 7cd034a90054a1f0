import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter, standing } from "#app/auth/gate.server.ts";
import { holds } from "#app/auth/policy.ts";
import { ApplicationPreview } from "#app/features/application/application-preview.tsx";
import { partsOf } from "#app/features/application/parts.ts";
import { openAnswers } from "#app/features/application/queries.server.ts";
import { readDraft } from "#app/features/application/read-draft.server.ts";
import { shapeEntry } from "#app/features/application/visibility.ts";
import { openManifest } from "#app/features/submission/manifest.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { speaker } from "#app/i18n/text.ts";
import { titled } from "#app/i18n/title.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(applicant, "preview.title");

export async function loader(args: LoaderFunctionArgs) {
  const applicationId = param(args.params, "application");
  const { visit } = args.context;
  const { language } = visit;
  const viewer = await enter(args, "application.read", { applicationId }, "application.see");
  const mine = await standing(viewer, visit, { applicationId });
  const draft = await readDraft(database, { applicationId, now: visit.arrivedAt });
  const mayEdit = holds("application.edit", mine);
  // Once nothing may change any more, what was sealed is what counts, not what was typed after it.
  const sealed = mayEdit ? undefined : draft.standing;
  const entry = sealed
    ? { ...draft, answers: openAnswers(sealed.answers), files: openManifest(sealed.manifest) }
    : draft;
  return {
    applicationId,
    sealedAt: sealed?.arrivedAt ?? null,
    timeZone: draft.application.timeZone,
    whole: shapeEntry(entry, { audience: "team", language }),
    blind: shapeEntry(entry, { audience: "blind-juror", language }),
    parts: partsOf(draft.definition, draft.progress, {
      broken: draft.findings.block,
      language,
      filesTitle: speaker(applicant, language)("section.files"),
    }),
    may: { edit: mayEdit, submit: holds("application.submit", mine) },
  };
}

export default function PreviewRoute() {
  return <ApplicationPreview {...useLoaderData<typeof loader>()} />;
}
