import type { ActionFunctionArgs } from "@remix-run/node";
import { enter } from "#app/auth/gate.server.ts";
import { reviewForm, typedMarks } from "#app/features/review/forms.ts";
import { findOwnPlace } from "#app/features/review/queries.server.ts";
import { saveReview } from "#app/features/review/save-review.server.ts";
import { answerJson, found } from "#app/lib/answer.server.ts";
import { param, readFormData } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

/** Autosave of a review: small, JSON, no page. */
export async function action(args: ActionFunctionArgs) {
  const { personId: jurorId } = await enter(args, "jury.list-own");
  const assignmentId = param(args.params, "assignment");
  const { applicationId } = found(await findOwnPlace(database, { assignmentId, jurorId }));
  await enter(args, "review.write", { applicationId }, "review.read-own");
  const form = await readFormData(args.request);
  return answerJson(async () => {
    const written = { ...reviewForm.parse(Object.fromEntries(form)), marks: typedMarks(form) };
    return saveReview(database, { assignmentId, jurorId, written, send: false, now: args.context.visit.arrivedAt });
  });
}
