import { z } from "zod";
import { CITATION_TEXT, outcomes, REASON_TEXT } from "./rules.ts";

const words = (limit: number) =>
  z
    .string()
    .default("")
    .transform((text) => text.replace(/\r\n/g, "\n").trim())
    .pipe(z.string().max(limit));

/** A ticked entry: its id and the version of the decision that was looked at. */
const ticked = z
  .string()
  .max(120)
  .regex(/^[^:]+:\d+$/)
  .transform((value) => {
    const [applicationId = "", version = "0"] = value.split(":");
    return { applicationId, version: Number(version) };
  });
const entry = z.array(ticked).max(5000).default([]);

export const decisionForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("record"),
    entry,
    outcome: z.enum(outcomes, "choice-missing"),
    reservePosition: z.coerce.number().int().min(1).max(500).catch(1),
    reason: words(REASON_TEXT),
  }),
  z.object({ intent: z.literal("clear"), entry }),
]);

export const honourForm = z.object({
  applicationId: z.string().min(1).max(100),
  awardId: z.string().min(1).max(100),
  citationZh: words(CITATION_TEXT),
  citationEn: words(CITATION_TEXT),
});
export const honourRemovalForm = z.object({ honourId: z.string().min(1).max(100) });

const count = z.coerce.number().int().min(0).max(100_000);
export const publicationForm = z.object({ advance: count, reserve: count, decline: count, honours: count });
