import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
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

export const accountForm = z.discriminatedUnion("intent", [
  profileForm.extend({ intent: z.literal("profile") }),
  z.object({ intent: z.literal("verification") }),
]);

/** What a browser says of a passkey, as text; the library checks every part of it. */
function spoken<Response>() {
  return z
    .string()
    .max(20_000)
    .transform((text, context): Response => {
      try {
        const value: unknown = JSON.parse(text);
        if (typeof value === "object" && value !== null && "id" in value) return value as Response;
      } catch {
        // Not what a browser sends: refused below like everything else.
      }
      context.addIssue({ code: "custom", message: "passkey-refused" });
      return z.NEVER;
    });
}

export const passkeyAnswerForm = z.object({
  ticket: z.string().max(100),
  response: spoken<AuthenticationResponseJSON>(),
  next: z.string().max(2000).catch("/"),
});

export const securityForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("end-others") }),
  z.object({ intent: z.literal("end-session"), session: z.string().length(16) }),
  z.object({
    intent: z.literal("passkey-add"),
    ticket: z.string().max(100),
    response: spoken<RegistrationResponseJSON>(),
    name: z.string().trim().min(1).max(100),
  }),
  z.object({ intent: z.literal("remove-passkey"), passkey: z.string().min(1).max(2000) }),
  z.object({ intent: z.literal("remove-authenticator") }),
  z.object({ intent: z.literal("recovery-codes") }),
]);

export const roleForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("grant"),
    kind: z.enum(["administrator", "organiser", "chair", "juror"], { error: "choice-unknown" }),
    programme: z.string().max(100).default(""),
  }),
  z.object({ intent: z.literal("revoke"), role: z.string().max(100) }),
  z.object({ intent: z.literal("disable") }),
  z.object({ intent: z.literal("enable") }),
]);
