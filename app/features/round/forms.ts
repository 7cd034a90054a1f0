import { z } from "zod";

/** What the page of a round posts, by its intent. Times are written as the clocks of the edition's zone show them. */
export const roundForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("open"),
    closesAt: z.string().max(20).default(""),
    leaveUnchecked: z.literal("on").optional(),
  }),
  z.object({ intent: z.literal("close"), unsent: z.coerce.number().int().min(0) }),
]);

/** Which round a page of the jury is about. */
export const roundQuery = z.object({ round: z.string().max(60).catch("").default("") });
