import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { partOf, placeLabel, withRules } from "#app/features/application/parts.ts";
import { readDraft } from "#app/features/application/read-draft.server.ts";
import { fieldsOf } from "#app/features/call/fields.ts";
import { findSubmissionByKey } from "#app/features/submission/queries.server.ts";
import { SubmissionConfirm } from "#app/features/submission/submission-confirm.tsx";
import { submitApplication } from "#app/features/submission/submit-application.server.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { titled } from "#app/i18n/title.ts";
import { answer } from "#app/lib/answer.server.ts";
import { clock } from "#app/lib/clock.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { paths } from "#app/lib/paths.ts";
import { type Obstacle, Refused } from "#app/lib/refusal.ts";
import { param, readFormData } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export { shouldRevalidate } from "#app/lib/revalidation.ts";

export const meta = titled(applicant, "submit.title");

export async function loader(args: LoaderFunctionArgs) {
  const applicationId = param(args.params, "application");
  const { visit } = args.context;
  await enter(args, "application.submit", { applicationId }, "application.see");
  const draft = await readDraft(database, { applicationId, now: visit.arrivedAt });
  const obstacles = withRules(
    draft.progress.flatMap((part) => part.obstacles),
    draft.findings.block,
  );
  return {
    applicationId,
    title: draft.application.title,
    closesAt: draft.returned?.until ?? draft.application.closesAt,
    timeZone: draft.application.timeZone,
    now: visit.arrivedAt,
    declarations: fieldsOf(draft.definition)
      .filter((field) => field.consent && draft.answers[field.id] === true)
      .map((field) => field.label[visit.language]),
    files: draft.files.map(({ id, name, bytes }) => ({ id, name, bytes })),
    problems: problemsOf(draft.definition, obstacles, { applicationId, language: visit.language }),
    // The same page sent twice is one submission.
    idempotencyKey: newId(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const applicationId = param(args.params, "application");
  const { visit } = args.context;
  await enter(args, "application.see", { applicationId });
  const form = await readFormData(args.request);
  const idempotencyKey = String(form.get("key") ?? "").slice(0, 100);
  // Sent again, after a lost reply or the next day: the same answer, also when nothing may be handed in any more.
  const again = await findSubmissionByKey(database, idempotencyKey);
  if (again?.applicationId === applicationId) return redirect(paths.receipt(applicationId));
  const viewer = await enter(args, "application.submit", { applicationId }, "application.see");
  return answer(async () => {
    if (idempotencyKey === "") throw new Refused([{ code: "answer-malformed" }]);
    await submitApplication(database, {
      applicationId,
      personId: viewer.personId,
      idempotencyKey,
      arrivedAt: visit.arrivedAt,
      now: clock.now(),
    });
    return redirect(paths.receipt(applicationId));
  });
}

type Definition = Awaited<ReturnType<typeof readDraft>>["definition"];

function problemsOf(
  definition: Definition,
  obstacles: readonly Obstacle[],
  { applicationId, language }: { applicationId: string; language: "zh" | "en" },
) {
  return obstacles.map((obstacle) => {
    const part = partOf(definition, obstacle);
    return {
      obstacle,
      label: placeLabel(definition, obstacle.at, language),
      page: part === undefined ? null : part === "files" ? paths.files(applicationId) : paths.form(applicationId, part),
    };
  });
}

export default function SubmissionRoute() {
  const refusal = useActionData<typeof action>();
  return <SubmissionConfirm {...useLoaderData<typeof loader>()} refused={refusal?.obstacles ?? []} />;
}
