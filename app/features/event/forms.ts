import { z } from "zod";

/** What the log can be asked for. `before` is the number of the line a page begins after. */
export const eventQuery = z.object({
  before: z.coerce.number().int().min(1).catch(0).default(0),
  subject: z.string().trim().max(100).catch("").default(""),
});
