import { z } from "zod";

const id = z.string("choice-missing").max(100);

/** Everything the page of assignments posts, by its intent. */
export const assignmentsForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("apply"),
    seed: z.coerce.number().int().min(1).max(9_999_999_999),
    fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  z.object({ intent: z.literal("add"), code: z.string("answer-required").trim().max(200), juror: id }),
  z.object({ intent: z.literal("remove"), assignment: id }),
]);

/** What the page of assignments can be asked for. A seed asks for a plan. */
export const assignmentsQuery = z.object({
  round: z.string().max(60).catch("").default(""),
  seed: z.coerce.number().int().min(1).max(9_999_999_999).catch(0).default(0),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});
