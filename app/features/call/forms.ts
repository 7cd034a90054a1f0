import { z } from "zod";

/** A later deadline, written as the clocks of the edition's zone show it, and why. */
export const extensionForm = z.object({
  closesAt: z.string("answer-required").max(20),
  reason: z
    .string()
    .default("")
    .transform((text) => text.replace(/\r\n/g, "\n").trim().slice(0, 2000)),
});
