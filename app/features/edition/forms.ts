import { z } from "zod";
import { type Day, parseDay } from "#app/lib/moment.ts";

/** Read on the server only. */
export const editionForm = z.object({
  openingDay: z.string({ error: "answer-required" }).transform((text, context): Day => {
    try {
      const day = parseDay(text);
      if (day > "2000-01-01" && day < "2100-01-01") return day;
    } catch {
      // Said below, as for a day out of range.
    }
    context.addIssue({ code: "custom", message: "date-invalid" });
    return z.NEVER;
  }),
});
