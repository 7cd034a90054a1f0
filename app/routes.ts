import type { RouteConfig } from "@remix-run/route-config";
import { index, route } from "@remix-run/route-config";

/** The map: every URL of the product. Spelled for links in app/lib/paths.ts. */
export default [
  // public
  index("routes/public/home.tsx"),
  route("week", "routes/public/week.tsx"),
  route("week.ics", "routes/public/week-calendar.ts"),
  route("calls", "routes/public/calls.tsx"),
  route("calls/:call", "routes/public/call.tsx"),
  route("calls/:call/form", "routes/public/call-form.tsx"),
  route("results", "routes/public/results.tsx"),
  route("showcase", "routes/public/showcase.tsx"),
  route("language", "routes/public/language.tsx"),

  // account

  // applicant
  route("applications", "routes/applicant/applications.tsx"),
  route("applications/new", "routes/applicant/new-application.tsx"),
  route("applications/:application", "routes/applicant/application.tsx", [
    index("routes/applicant/overview.tsx"),
    route("form/:section", "routes/applicant/section.tsx"),
    route("files", "routes/applicant/files.tsx"),
    route("team", "routes/applicant/team.tsx"),
    route("preview", "routes/applicant/preview.tsx"),
    route("submission", "routes/applicant/submission.tsx"),
    route("receipt", "routes/applicant/receipt.tsx"),
    route("messages", "routes/applicant/messages.tsx"),
    route("withdrawal", "routes/applicant/withdrawal.tsx"),
  ]),
  route("applications/:application/form/:section/autosave", "routes/applicant/section-autosave.ts"),

  // juror
  route("jury", "routes/juror/jury.tsx"),
  route("jury/rounds/:round", "routes/juror/pile.tsx"),
  route("jury/assignments/:assignment", "routes/juror/review.tsx"),
  route("jury/assignments/:assignment/draft", "routes/juror/review-draft.tsx"),
  route("jury/assignments/:assignment/recusal", "routes/juror/recusal.tsx"),

  // organiser

  route("*", "routes/public/missing.tsx"),
] satisfies RouteConfig;
