import type { RouteConfig } from "@remix-run/route-config";
import { index, layout, route } from "@remix-run/route-config";

/** The map: every URL of the product. Spelled for links in app/lib/paths.ts. */
export default [
  layout("routes/public/errors.tsx", [
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
    route("verify", "routes/public/verify.tsx"),

    // account
    route("sign-in", "routes/account/sign-in.tsx"),
    route("sign-in/passkey", "routes/account/passkey-sign-in.tsx"),
    route("sign-in/second-factor", "routes/account/second-factor.tsx"),
    route("sign-out", "routes/account/sign-out.tsx"),
    route("sign-up", "routes/account/sign-up.tsx"),
    route("forgot-password", "routes/account/forgot-password.tsx"),
    route("reset-password/:secret", "routes/account/reset-password.tsx"),
    route("verify-email/:secret", "routes/account/verify-email.tsx"),
    route("invitations/:secret", "routes/account/invitation.tsx"),
    route("first-administrator/:secret", "routes/account/first-administrator.tsx"),
    route("mailbox/:address", "routes/account/mailbox.tsx"),
    route("account", "routes/account/account.tsx"),
    route("account/data.zip", "routes/account/package.ts"),
    route("account/email", "routes/account/email.tsx"),
    route("account/email/:secret", "routes/account/confirm-email.tsx"),
    route("account/password", "routes/account/password.tsx"),
    route("account/proof", "routes/account/proof.tsx"),
    route("account/security", "routes/account/security.tsx"),
    route("account/security/authenticator", "routes/account/authenticator.tsx"),
    route("account/security/passkey-challenge", "routes/account/passkey-challenge.tsx"),
    route("account/messages", "routes/account/messages.tsx"),
    route("account/messages/:letter", "routes/account/message.tsx"),

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
    route("applications/:application/receipt.pdf", "routes/applicant/receipt-paper.ts"),
    route("applications/:application/form/:section/autosave", "routes/applicant/section-autosave.ts"),

    // juror
    route("jury", "routes/juror/jury.tsx"),
    route("jury/rounds/:round", "routes/juror/pile.tsx"),
    route("jury/assignments/:assignment", "routes/juror/review.tsx"),
    route("jury/assignments/:assignment/recusal", "routes/juror/recusal.tsx"),

    // organiser
    route("manage", "routes/organiser/manage.tsx"),
    route("manage/calls/:call", "routes/organiser/call.tsx", [
      index("routes/organiser/call-home.ts"),
      route("applications", "routes/organiser/applications.tsx"),
      route("applications/:application", "routes/organiser/application.tsx"),
      route("rounds", "routes/organiser/rounds.tsx"),
      route("rounds/:round", "routes/organiser/round.tsx"),
      route("panel", "routes/organiser/panel.tsx"),
      route("assignments", "routes/organiser/assignments.tsx"),
      route("settings", "routes/organiser/settings.tsx"),
      route("scores", "routes/organiser/scores.tsx"),
      route("scores/:application", "routes/organiser/score-entry.tsx"),
      route("decisions", "routes/organiser/decisions.tsx"),
      route("messages", "routes/organiser/messages.tsx"),
      route("messages/:letter", "routes/organiser/message.tsx"),
    ]),
    route("manage/audit", "routes/organiser/audit.tsx"),
    route("manage/week", "routes/organiser/week.tsx"),
    route("manage/people", "routes/organiser/people.tsx"),
    route("manage/people/:person", "routes/organiser/person.tsx"),

    route("*", "routes/public/missing.tsx"),
  ]),
] satisfies RouteConfig;
