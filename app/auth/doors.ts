import type { JobKind } from "#app/jobs/kinds.ts";
import type { LetterKind } from "#app/mail/kinds.ts";
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
  "routes/public/errors": ["public.read"],
  "routes/public/home": ["public.read"],
  "routes/public/language": ["public.read"],
  "routes/public/missing": ["public.read"],
  "routes/public/results": ["public.read"],
  "routes/public/showcase": ["public.read"],
  "routes/public/verify": ["public.read"],
  "routes/public/week": ["public.read"],
  "routes/public/week-calendar": ["public.read"],

  // juror
  "routes/juror/jury": ["jury.list-own"],
  "routes/juror/pile": ["jury.list-own"],
  "routes/juror/review": ["jury.list-own", "review.read-own", "review.write"],
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
  "routes/applicant/receipt-paper": ["application.read"],
  "routes/applicant/messages": ["application.see"],
  "routes/applicant/withdrawal": ["application.withdraw", "application.restore"],

  // account: before anybody is signed in, or for whoever holds the link
  "routes/account/sign-in": ["public.read"],
  "routes/account/passkey-sign-in": ["public.read"],
  "routes/account/second-factor": ["public.read"],
  "routes/account/sign-out": ["public.read"],
  "routes/account/sign-up": ["public.read"],
  "routes/account/forgot-password": ["public.read"],
  "routes/account/reset-password": ["public.read"],
  "routes/account/verify-email": ["public.read"],
  "routes/account/invitation": ["public.read"],
  "routes/account/first-administrator": ["public.read"],
  "routes/account/mailbox": ["public.read"],

  // account: one's own
  "routes/account/account": ["account.own"],
  "routes/account/package": ["account.own"],
  "routes/account/email": ["account.own"],
  "routes/account/confirm-email": ["account.own"],
  "routes/account/password": ["account.own"],
  "routes/account/proof": ["account.own"],
  "routes/account/security": ["account.own"],
  "routes/account/authenticator": ["account.own"],
  "routes/account/passkey-challenge": ["account.own"],
  "routes/account/messages": ["letter.read-own"],
  "routes/account/message": ["letter.read-own"],

  // organiser
  "routes/organiser/manage": ["programme.list-managed"],
  "routes/organiser/call": ["scores.read"],
  "routes/organiser/call-home": ["scores.read"],
  "routes/organiser/applications": ["programme.manage"],
  "routes/organiser/application": ["programme.manage", "application.check"],
  "routes/organiser/rounds": ["round.manage"],
  "routes/organiser/round": ["round.manage"],
  "routes/organiser/panel": ["round.manage", "jury.invite", "conflict.set"],
  "routes/organiser/assignments": ["assignment.plan"],
  "routes/organiser/settings": ["programme.manage"],
  "routes/organiser/scores": ["scores.read"],
  "routes/organiser/score-entry": ["scores.read"],
  "routes/organiser/decisions": ["decision.record", "results.publish"],
  "routes/organiser/messages": ["letter.read-programme"],
  "routes/organiser/message": ["letter.read-programme"],
  "routes/organiser/audit": ["audit.read"],
  "routes/organiser/week": ["week.manage"],
  "routes/organiser/people": ["people.manage"],
  "routes/organiser/person": ["people.manage"],
};

/** Doors in front of Remix (Hono). */
export const byteDoors: Record<string, readonly Ability[]> = {
  "GET /livez": ["public.read"],
  "GET /readyz": ["public.read"],
  "GET /metrics": ["public.read"],
  "GET /files/:id": ["file.read-original", "file.read-blind"],
  "PUT /u/v1/:uploadId/:number": ["public.read"],
  "POST /jury/assignments/:assignment/draft": ["jury.list-own", "review.write", "review.read-own"],
  "POST /uploads": ["file.upload"],
  "GET /uploads/:id": ["application.read"],
  "POST /uploads/:id/parts": ["file.upload"],
  "POST /uploads/:id/completion": ["file.upload"],
  "DELETE /uploads/:id": ["application.edit"],
  "POST /applications/:application/files/:slot": ["file.upload"],
};

/** On whose behalf each kind of letter is written: to the person alone whom it is about. */
export const letterDoors: Record<LetterKind, "addressee"> = {
  "verify-email": "addressee",
  "reset-password": "addressee",
  "account-exists": "addressee",
  "password-changed": "addressee",
  "email-changed": "addressee",
  "second-factor-changed": "addressee",
  invitation: "addressee",
  receipt: "addressee",
  "returned-for-correction": "addressee",
  outcome: "addressee",
};

/** Jobs act for the product; this says on whose behalf they read. */
export const jobDoors: Record<JobKind, "system"> = {
  "letter-delivery": "system",
  "file-verification": "system",
  "byte-removal": "system",
  "upload-clearance": "system",
};
