import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { enter, standing } from "#app/auth/gate.server.ts";
import { holds } from "#app/auth/policy.ts";
import { slotsAsked } from "#app/features/application/completeness.ts";
import { changeTimesOf, readDraft } from "#app/features/application/read-draft.server.ts";
import { isOpenSlot } from "#app/features/application/reopening.ts";
import { SlotList } from "#app/features/application/slot-list.tsx";
import { findFile, listFiles } from "#app/features/file/queries.server.ts";
import { removeFile } from "#app/features/file/remove-file.server.ts";
import { countUnfinishedFiles } from "#app/features/submission/queries.server.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { titled } from "#app/i18n/title.ts";
import { found } from "#app/lib/answer.server.ts";
import { paths } from "#app/lib/paths.ts";
import { Refused } from "#app/lib/refusal.ts";
import { param, readFormData, readQuery } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(applicant, "files.title");

export async function loader(args: LoaderFunctionArgs) {
  const applicationId = param(args.params, "application");
  const viewer = await enter(args, "application.read", { applicationId }, "application.see");
  const may = await standing(viewer, args.context.visit, { applicationId });
  const files = await listFiles(database, applicationId);
  const draft = await readDraft(database, { applicationId, now: args.context.visit.arrivedAt });
  const obstacles = draft.progress.find((part) => part.id === "files")?.obstacles ?? [];
  return {
    slots: slotsAsked(draft.definition).map((slot) => ({
      slot,
      isOpen: isOpenSlot(slot, draft.reopened),
      files: draft.files
        .filter((file) => file.slot === slot.id)
        .map(({ storageKey: _place, ...file }) => ({ ...file, label: file.name, visibility: slot.visibility })),
      pending: files.flatMap(({ id, name, state, slot: place, obstacles: faults }) =>
        place === slot.id && (state === "uploading" || state === "verifying" || state === "refused")
          ? [{ id, name, state, obstacles: faults }]
          : [],
      ),
      obstacles: obstacles.filter(({ at }) => at === slot.id),
    })),
    applicationId,
    refused: refusedBy(args.request),
    mayUpload: holds("file.upload", may),
    mayRemove: holds("application.edit", may),
    times: changeTimesOf(draft, args.context.visit.arrivedAt),
    unfinished: await countUnfinishedFiles(database, applicationId),
  };
}

/** What a plain upload form was refused for: the door for bytes says it in the address it sends back to. */
function refusedBy(request: Request): { code: string; slot: string } | null {
  const { refused, slot } = readQuery(
    request,
    z.object({ refused: z.string().default(""), slot: z.string().default("") }),
  );
  return refused ? { code: refused, slot } : null;
}

/** Taking a file away without scripts. */
export async function action(args: ActionFunctionArgs) {
  const applicationId = param(args.params, "application");
  const viewer = await enter(args, "application.edit", { applicationId }, "application.see");
  const form = await readFormData(args.request);
  const file = found(await findFile(database, String(form.get("remove") ?? "")));
  if (file.applicationId !== applicationId) throw data(null, { status: 404 });
  const place = encodeURIComponent(file.slot);
  try {
    await removeFile(database, { file, actorId: viewer.personId, now: args.context.visit.arrivedAt });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // Said where a plain upload's refusal is said.
    return redirect(`${paths.files(applicationId)}?refused=${error.obstacles[0]?.code}&slot=${place}#${place}`);
  }
  return redirect(`${paths.files(applicationId)}#${place}`);
}

export default function FilesRoute() {
  return <SlotList {...useLoaderData<typeof loader>()} />;
}
