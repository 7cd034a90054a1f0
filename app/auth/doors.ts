import type { JobKind } from "#app/jobs/kinds.ts";
import type { Ability } from "./abilities.ts";

/**
 * Every door of the product with the abilities its code asks for at the gate. A route, job or letter without a line
 * here fails the build (tests/unit/doors.test.ts), and so does a route whose code asks for something else.
 * `public.read` needs no gate.
 */
export const routeDoors: Record<string, readonly Ability[]> = {
  // public
  "routes/public/call": ["public.read"],
  "routes/public/call-form": ["public.read"],
  "routes/public/calls": ["public.read"],
  "routes/public/home": ["public.read"],
  "routes/public/language": ["public.read"],
  "routes/public/missing": ["public.read"],
  "routes/public/results": ["public.read"],
  "routes/public/showcase": ["public.read"],
  "routes/public/week": ["public.read"],
  "routes/public/week-calendar": ["public.read"],

  // juror
  "routes/juror/jury": ["jury.list-own"],
  "routes/juror/pile": ["jury.list-own"],
  "routes/juror/review": ["jury.list-own", "review.read-own", "review.write"],
  "routes/juror/review-draft": ["jury.list-own", "review.write", "review.read-own"],
  "routes/juror/recusal": ["jury.list-own", "review.recuse", "review.read-own"],
  // applicant
  "routes/applicant/applications": ["application.list-own"],
  "routes/applicant/new-application": ["application.create"],
  "routes/applicant/application": ["application.see"],
  "routes/applicant/overview": ["application.read", "application.delete-draft"],
  "routes/applicant/section": ["application.read", "application.edit"],
  "routes/applicant/section-autosave": ["application.edit"],
  "routes/applicant/files": ["application.read", "application.edit"],
  "routes/applicant/team": ["team.read"],
  "routes/applicant/preview": ["application.read"],
  "routes/applicant/submission": ["application.submit"],
  "routes/applicant/receipt": ["application.read"],
  "routes/applicant/messages": ["application.see"],
  "routes/applicant/withdrawal": ["application.withdraw", "application.restore"],
};

/** Doors in front of Remix (Hono). */
export const byteDoors: Record<string, readonly Ability[]> = {
  "GET /livez": ["public.read"],
  "GET /readyz": ["public.read"],
  "GET /files/:id": ["file.read-original", "file.read-blind"],
  "PUT /u/v1/:uploadId/:number": ["public.read"],
  "POST /uploads": ["file.upload"],
  "GET /uploads/:id": ["application.read"],
  "POST /uploads/:id/parts": ["file.upload"],
  "POST /uploads/:id/completion": ["file.upload"],
  "DELETE /uploads/:id": ["application.edit"],
  "POST /applications/:application/files/:slot": ["file.upload"],
};

/** Jobs act for the product; this says on whose behalf they read. */
export const jobDoors: Record<JobKind, "system"> = {
  "letter-delivery": "system",
  "file-verification": "system",
  "upload-clearance": "system",
};
