import { z } from "zod";
import { PASSWORD_MAX } from "./rules.ts";

/** Read on the server only. Each message is the code of an obstacle; the page finds the words. */
const email = z
  .string({ error: "answer-required" })
  .trim()
  .min(1, "answer-required")
  .max(200, "email-invalid")
  .regex(/^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\.]+(\.[^\s@<>"(),:;[\]\\.]+)+$/u, "email-invalid");
const name = z
  .string({ error: "answer-required" })
  .transform((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, " ").trim())
  .pipe(z.string().min(1, "answer-required").max(100, "name-too-long"));
const password = z
  .string({ error: "answer-required" })
  .min(1, "answer-required")
  .max(PASSWORD_MAX * 4, "password-too-long");
const language = z.enum(["zh", "en"], { error: "choice-unknown" });
const code = z
  .string({ error: "answer-required" })
  .transform((text) => text.replace(/[\s-]+/g, ""))
  .pipe(z.string().min(1, "answer-required").max(40, "code-wrong"));

export const signUpForm = z.object({ name, email, password });
export const signInForm = z.object({ email, password });
export const emailForm = z.object({ email });
export const newPasswordForm = z.object({ password });
export const profileForm = z.object({ name, language });
export const passwordChangeForm = z.object({ current: password, password });
export const emailChangeForm = z.object({ email, current: password });
export const codeForm = z.object({ code });
export const proofForm = z.object({ password });
export const administratorForm = z.object({ name, email, password });
