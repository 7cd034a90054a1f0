import { letter } from "#app/i18n/messages/letter.ts";
import { type Language, speaker } from "#app/i18n/text.ts";
import type { Moment } from "#app/lib/moment.ts";
import { frame, moment, shown } from "../frame.ts";
import type { Letter } from "../kinds.ts";

/** Asks whether an address is its owner's. */
export function verifyEmailLetter(
  language: Language,
  { name, url, hours }: { name: string; url: string; hours: number },
): Letter {
  const t = speaker(letter, language);
  return frame(language, {
    kind: "verify-email",
    subject: t("verify.subject"),
    name,
    blocks: [t("verify.body", { hours }), { link: url, label: t("verify.link") }, t("verify.stranger")],
  });
}

/** The way back in for who forgot the password. */
export function resetPasswordLetter(
  language: Language,
  { name, url, minutes }: { name: string; url: string; minutes: number },
): Letter {
  const t = speaker(letter, language);
  return frame(language, {
    kind: "reset-password",
    subject: t("reset.subject"),
    name,
    blocks: [t("reset.body", { minutes }), { link: url, label: t("reset.link") }, t("reset.stranger")],
  });
}

/** Tells the owner of a known address that somebody tried to sign up with it; the page says nothing of it. */
export function accountExistsLetter(
  language: Language,
  { name, signInUrl, resetUrl }: { name: string; signInUrl: string; resetUrl: string },
): Letter {
  const t = speaker(letter, language);
  return frame(language, {
    kind: "account-exists",
    subject: t("exists.subject"),
    name,
    blocks: [
      t("exists.body"),
      { link: signInUrl, label: t("exists.sign-in") },
      { link: resetUrl, label: t("exists.reset") },
    ],
  });
}

type Change = { name: string; at: Moment; timeZone: string; url: string };

/** Tells the owner that the password is another. */
export function passwordChangedLetter(language: Language, { name, at, timeZone, url }: Change): Letter {
  const t = speaker(letter, language);
  return frame(language, {
    kind: "password-changed",
    subject: t("password.subject"),
    name,
    blocks: [t("password.body", { at: moment(language, at, timeZone) }), { link: url, label: t("password.link") }],
  });
}

/** Tells the old address that the account has another now. */
export function emailChangedLetter(language: Language, { name, email }: { name: string; email: string }): Letter {
  const t = speaker(letter, language);
  return frame(language, {
    kind: "email-changed",
    subject: t("email.subject"),
    name,
    blocks: [t("email.body", { email: shown(email) })],
  });
}

/** Tells the owner that a second step of signing in came or went. */
export function secondFactorLetter(
  language: Language,
  { name, at, timeZone, url, change }: Change & { change: "added" | "removed" },
): Letter {
  const t = speaker(letter, language);
  return frame(language, {
    kind: "second-factor-changed",
    subject: t("factor.subject"),
    name,
    blocks: [
      t(`factor.${change}`, { at: moment(language, at, timeZone) }),
      t("factor.stranger"),
      { link: url, label: t("factor.link") },
    ],
  });
}
