import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter, standing } from "#app/auth/gate.server.ts";
import { holds } from "#app/auth/policy.ts";
import { reviewForm, typedMarks } from "#app/features/review/forms.ts";
import { findNextAssignment, findOwnPlace } from "#app/features/review/queries.server.ts";
import { readDesk } from "#app/features/review/read-desk.server.ts";
import { ReviewPage } from "#app/features/review/review-page.tsx";
import { saveReview } from "#app/features/review/save-review.server.ts";
import { juror } from "#app/i18n/messages/juror.ts";
import { titled } from "#app/i18n/title.ts";
import { answer, asResponse, found } from "#app/lib/answer.server.ts";
import { paths } from "#app/lib/paths.ts";
import { param, readFormData } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export { shouldRevalidate } from "#app/lib/revalidation.ts";

export const meta = titled(juror, "review.sheet");

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await enter(args, "jury.list-own");
  const assignmentId = param(args.params, "assignment");
  const { applicationId } = found(await findOwnPlace(database, { assignmentId, jurorId: viewer.personId }));
  await enter(args, "review.read-own", { applicationId });
  const { language, arrivedAt: now } = args.context.visit;
  const mine = await standing(viewer, args.context.visit, { applicationId });
  try {
    const desk = await readDesk(database, { assignmentId, jurorId: viewer.personId, language, now });
    return { ...desk, mayReadFiles: holds("file.read-blind", mine) };
  } catch (error) {
    throw asResponse(error);
  }
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await enter(args, "jury.list-own");
  const assignmentId = param(args.params, "assignment");
  const jurorId = viewer.personId;
  const { applicationId, roundId, position } = found(await findOwnPlace(database, { assignmentId, jurorId }));
  await enter(args, "review.write", { applicationId }, "review.read-own");
  const form = await readFormData(args.request);
  const read = reviewForm.safeParse(Object.fromEntries(form));
  if (!read.success) throw data(null, { status: 400 });
  const intent = form.get("intent");
  const send = intent === "send" || intent === "send-next";
  return answer(async () => {
    const written = { ...read.data, marks: typedMarks(form) };
    await saveReview(database, { assignmentId, jurorId, written, send, now: args.context.visit.arrivedAt });
    if (!send) return redirect(paths.review(assignmentId));
    if (intent !== "send-next") return redirect(paths.juryRound(roundId));
    const next = await findNextAssignment(database, { jurorId, roundId, after: position });
    return redirect(next ? paths.review(next.id) : paths.juryRound(roundId));
  });
}

export default function ReviewRoute() {
  return <ReviewPage desk={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />;
}
