import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter, standing } from "#app/auth/gate.server.ts";
import { holds } from "#app/auth/policy.ts";
import { slotsAsked } from "#app/features/application/completeness.ts";
import { readDraft } from "#app/features/application/read-draft.server.ts";
import { SlotList } from "#app/features/application/slot-list.tsx";
import { countUnfinishedFiles } from "#app/features/submission/queries.server.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { titled } from "#app/i18n/title.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(applicant, "files.title");

export async function loader(args: LoaderFunctionArgs) {
  const applicationId = param(args.params, "application");
  const viewer = await enter(args, "application.read", { applicationId }, "application.see");
  const draft = await readDraft(database, { applicationId, now: args.context.visit.arrivedAt });
  const obstacles = draft.progress.find((part) => part.id === "files")?.obstacles ?? [];
  const mine = await standing(viewer, args.context.visit, { applicationId });
  return {
    applicationId,
    mayUpload: holds("file.upload", mine),
    slots: slotsAsked(draft.definition).map((slot) => ({
      slot,
      files: draft.files
        .filter((file) => file.slot === slot.id)
        .map(({ storageKey: _place, ...file }) => ({ ...file, label: file.name })),
      obstacles: obstacles.filter(({ at }) => at === slot.id),
    })),
    unfinished: await countUnfinishedFiles(database, applicationId),
  };
}

export default function FilesRoute() {
  return <SlotList {...useLoaderData<typeof loader>()} />;
}
