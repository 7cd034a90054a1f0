import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { recusalForm } from "#app/features/review/forms.ts";
import { findOwnAssignment } from "#app/features/review/queries.server.ts";
import { RecusalForm } from "#app/features/review/recusal-form.tsx";
import { recuseJuror } from "#app/features/review/recuse-juror.server.ts";
import { juror } from "#app/i18n/messages/juror.ts";
import { obstacleText } from "#app/i18n/obstacle-text.ts";
import { titled } from "#app/i18n/title.ts";
import { answer, found } from "#app/lib/answer.server.ts";
import { paths } from "#app/lib/paths.ts";
import { param, readFormData } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(juror, "recusal.title");

async function ownAssignment(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { personId: jurorId } = await enter(args, "jury.list-own");
  const assignmentId = param(args.params, "assignment");
  const assignment = found(await findOwnAssignment(database, { assignmentId, jurorId }));
  await enter(args, "review.recuse", { applicationId: assignment.applicationId }, "review.read-own");
  return { assignment, jurorId };
}

export async function loader(args: LoaderFunctionArgs) {
  const { assignment } = await ownAssignment(args);
  return { assignmentId: assignment.id, label: assignment.label, language: args.context.visit.language };
}

export async function action(args: ActionFunctionArgs) {
  const { assignment, jurorId } = await ownAssignment(args);
  const read = recusalForm.safeParse(Object.fromEntries(await readFormData(args.request)));
  if (!read.success) return data({ obstacles: [{ code: "answer-required", at: "reason" }] }, { status: 422 });
  return answer(async () => {
    await recuseJuror(database, {
      assignmentId: assignment.id,
      jurorId,
      ...read.data,
      now: args.context.visit.arrivedAt,
    });
    return redirect(paths.jury());
  });
}

export default function RecusalRoute() {
  const { language, ...assignment } = useLoaderData<typeof loader>();
  const [first] = useActionData<typeof action>()?.obstacles ?? [];
  return <RecusalForm {...assignment} error={first ? obstacleText(first, language) : undefined} />;
}
