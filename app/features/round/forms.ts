import { z } from "zod";

const localTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

/** What the round page posts. Times are written as the clocks of the edition's zone show them. */
export const openingForm = z.object({
  closesAt: z.union([z.literal(""), localTime]).catch(""),
  leaveUnchecked: z.literal("on").optional().catch(undefined),
});

export const closingForm = z.object({ unsent: z.coerce.number().int().min(0).catch(0) });
