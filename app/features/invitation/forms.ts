import { z } from "zod";

/** Read on the server only. Each message is the code of an obstacle. */
export const inviteForm = z.object({
  email: z
    .string({ error: "answer-required" })
    .trim()
    .max(200, "email-invalid")
    .regex(/^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\.]+(\.[^\s@<>"(),:;[\]\\.]+)+$/u, "email-invalid"),
  name: z
    .string({ error: "answer-required" })
    .transform((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, " ").trim())
    .pipe(z.string().min(1, "answer-required").max(100, "name-too-long")),
  role: z.enum(["organiser", "chair", "juror"], { error: "choice-unknown" }),
  language: z.enum(["zh", "en"], { error: "choice-unknown" }),
});

const password = z.string({ error: "answer-required" }).min(1, "answer-required").max(800, "password-too-long");

/** Yes of the signed-in person, yes of somebody new, or no. */
export const invitationAnswerForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("accept") }),
  z.object({ intent: z.literal("accept-new"), name: inviteForm.shape.name, password }),
  z.object({ intent: z.literal("decline"), reason: z.string().trim().max(1000).default("") }),
]);
