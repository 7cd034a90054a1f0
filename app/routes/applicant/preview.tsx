import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter, standing } from "#app/auth/gate.server.ts";
import { holds } from "#app/auth/policy.ts";
import { ApplicationPreview } from "#app/features/application/application-preview.tsx";
import { partsOf } from "#app/features/application/parts.ts";
import { readDraft } from "#app/features/application/read-draft.server.ts";
import { shapeEntry } from "#app/features/application/visibility.ts";
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
  return {
    applicationId,
    whole: shapeEntry(draft, { audience: "team", language }),
    blind: shapeEntry(draft, { audience: "blind-juror", language }),
    parts: partsOf(draft.definition, draft.progress, {
      broken: draft.findings.block,
      language,
      filesTitle: speaker(applicant, language)("section.files"),
    }),
    may: { edit: holds("application.edit", mine), submit: holds("application.submit", mine) },
  };
}

export default function PreviewRoute() {
  return <ApplicationPreview {...useLoaderData<typeof loader>()} />;
}
