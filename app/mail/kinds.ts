/** Every kind of letter the product writes. */
export const letterKinds = [
  "verify-email",
  "reset-password",
  "account-exists",
  "password-changed",
  "email-changed",
  "second-factor-changed",
  "invitation",
  "receipt",
  "returned-for-correction",
  "outcome",
] as const;

export type LetterKind = (typeof letterKinds)[number];

/** One letter, ready to leave: the same words as plain text and as simple HTML. */
export type Letter = { kind: LetterKind; subject: string; text: string; html: string };
