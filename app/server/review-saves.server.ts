import { Hono } from "hono";
import { enter } from "#app/auth/gate.server.ts";
import { reviewForm, typedMarks } from "#app/features/review/forms.ts";
import { findOwnPlace } from "#app/features/review/queries.server.ts";
import { saveReview } from "#app/features/review/save-review.server.ts";
import { answerJson, found } from "#app/lib/answer.server.ts";
import { param, readFormData } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";
import type { Environment } from "./app.server.ts";

/** Autosave of a review: small, JSON, no page. It comes every few seconds of every juror's evening: so no router. */
export const reviewSaveDoor = new Hono<Environment>();

reviewSaveDoor.post("/jury/assignments/:assignment/draft", (context) =>
  answerJson(async () => {
    const visit = context.get("visit");
    const door = { request: context.req.raw, context: { visit } };
    const { personId: jurorId } = await enter(door, "jury.list-own");
    const assignmentId = param(context.req.param(), "assignment");
    const { applicationId } = found(await findOwnPlace(database, { assignmentId, jurorId }));
    await enter(door, "review.write", { applicationId }, "review.read-own");
    const form = await readFormData(context.req.raw);
    const written = { ...reviewForm.parse(Object.fromEntries(form)), marks: typedMarks(form) };
    return saveReview(database, { assignmentId, jurorId, written, send: false, now: visit.arrivedAt });
  }),
);
