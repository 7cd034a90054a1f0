import { z } from "zod";

const readings = z.coerce
  .number("number-not-a-number")
  .int("number-not-whole")
  .min(1, "number-too-small?min=1")
  .max(20, "number-too-large?max=20");

/** What the page of a round posts, by its intent. Times are written as the clocks of the edition's zone show them. */
export const roundForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("open"),
    closesAt: z.string().max(20).default(""),
    reviewsPerEntry: readings.optional(),
    leaveUnchecked: z.literal("on").optional(),
  }),
  z.object({
    intent: z.literal("change"),
    closesAt: z.string().max(20).default(""),
    reviewsPerEntry: readings,
    reason: z
      .string()
      .default("")
      .transform((text) => text.replace(/\r\n/g, "\n").trim().slice(0, 2000)),
  }),
  z.object({ intent: z.literal("close"), unsent: z.coerce.number().int().min(0) }),
]);

/** Which round a page of the jury is about. */
export const roundQuery = z.object({ round: z.string().max(60).catch("").default("") });
