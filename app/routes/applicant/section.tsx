import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { enter, standing } from "#app/auth/gate.server.ts";
import { holds } from "#app/auth/policy.ts";
import { inputsFrom, savedInputs, withoutRow } from "#app/features/application/form-values.ts";
import { changeTimesOf, type Draft, readDraft, versionOf } from "#app/features/application/read-draft.server.ts";
import { openFields } from "#app/features/application/reopening.ts";
import { saveSection } from "#app/features/application/save-section.server.ts";
import { SectionPage } from "#app/features/application/section-page.tsx";
import type { Answers } from "#app/features/call/answers.ts";
import type { Section } from "#app/features/call/definition.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { titled } from "#app/i18n/title.ts";
import { answer, found } from "#app/lib/answer.server.ts";
import { paths } from "#app/lib/paths.ts";
import { Stale } from "#app/lib/refusal.ts";
import { param, readFormData, readQuery } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(applicant, "form.tab");

export async function loader(args: LoaderFunctionArgs) {
  const applicationId = param(args.params, "application");
  const sectionId = param(args.params, "section");
  const { visit } = args.context;
  const viewer = await enter(args, "application.read", { applicationId }, "application.see");
  if (!holds("application.edit", await standing(viewer, visit, { applicationId })))
    throw redirect(paths.preview(applicationId));
  const draft = await readDraft(database, { applicationId, now: visit.arrivedAt });
  const section = found(draft.definition.sections.find((one) => one.id === sectionId));
  const progress = new Map(draft.progress.map((part) => [part.id, part]));
  const { saved } = readQuery(args.request, z.object({ saved: z.string().max(100).default("") }));
  return {
    applicationId,
    section,
    answers: draft.answers,
    locked: lockedIn(section, draft),
    version: draft.application.version,
    savedAt: draft.application.updatedAt,
    edition: draft.edition,
    timeZone: draft.application.timeZone,
    closesAt: draft.returned?.until ?? draft.application.closesAt,
    times: changeTimesOf(draft, visit.arrivedAt),
    now: visit.arrivedAt,
    // What is only missing is no fault while one writes; it is asked for when handing in.
    faults: (progress.get(sectionId)?.obstacles ?? []).filter(
      ({ code }) => code !== "answer-required" && code !== "consent-required" && code !== "too-few-rows",
    ),
    sections: draft.definition.sections.map(({ id, title }) => {
      const { done = 0, total = 0 } = progress.get(id) ?? {};
      return { id, title, done, total };
    }),
    saved,
  };
}

/** The fields of a section that a correction leaves as they were sealed. */
function lockedIn(section: Section, { reopened, standing }: Draft): string[] {
  if (reopened === null) return [];
  const open = openFields(section, reopened, standing ? versionOf(standing).answers : {});
  return section.fields.filter((field) => !open.includes(field)).map(({ id }) => id);
}

export async function action(args: ActionFunctionArgs) {
  const applicationId = param(args.params, "application");
  const sectionId = param(args.params, "section");
  await enter(args, "application.edit", { applicationId }, "application.see");
  const form = await readFormData(args.request);
  const intent = form.get("intent");
  const addRow = form.get("add-row");
  const posted = inputsFrom(form);
  const entries = withoutRow(posted, String(form.get("remove-row") ?? ""));
  return answer(async () => {
    const now = args.context.visit.arrivedAt;
    const version = Number(form.get("version"));
    try {
      const saved = await saveSection(database, { applicationId, sectionId, version, entries, now });
      const isUnread = Object.keys(saved.raw).length > 0;
      if (typeof addRow === "string")
        return { kind: "saved" as const, problems: saved.problems, raw: saved.raw, extraRows: { [addRow]: 1 } };
      if (intent === "next" && !isUnread) return redirect(await nextOf(args, { applicationId, sectionId }));
      if (saved.problems.length === 0) return redirect(`${paths.form(applicationId, sectionId)}?saved=${sectionId}`);
      return { kind: "saved" as const, problems: saved.problems, raw: saved.raw, extraRows: {} };
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
      const { version: current, answers }: { version: number; answers: Answers } = error.current;
      return data({ kind: "stale" as const, version: current, answers, yours: savedInputs(entries) }, { status: 409 });
    }
  });
}

/** The section after this one, or the files after the last; with word of what was saved, for the device's copy. */
async function nextOf(args: ActionFunctionArgs, here: { applicationId: string; sectionId: string }): Promise<string> {
  const { applicationId, sectionId } = here;
  const { definition } = await readDraft(database, { applicationId, now: args.context.visit.arrivedAt });
  const place = definition.sections.findIndex((one) => one.id === sectionId);
  const next = definition.sections[place + 1];
  return `${next ? paths.form(applicationId, next.id) : paths.files(applicationId)}?saved=${sectionId}`;
}

export default function SectionRoute() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <SectionPage key={page.section.id} {...page} result={result && "kind" in result ? result : null} />;
}
