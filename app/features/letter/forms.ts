import { z } from "zod";

export const letterStates = ["held", "queued", "sent", "failed"] as const;
/** The kinds of letters about an entry. */
export const entryLetterKinds = ["receipt", "returned-for-correction", "outcome"] as const;

/** What the letters of a call can be asked for. Anything it does not know falls back. */
export const letterQuery = z.object({
  state: z.enum(letterStates).or(z.literal("")).catch("").default(""),
  kind: z.enum(entryLetterKinds).or(z.literal("")).catch("").default(""),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});
export type LetterQuery = z.output<typeof letterQuery>;

export const resendForm = z.object({ letter: z.string("choice-missing").max(100) });
