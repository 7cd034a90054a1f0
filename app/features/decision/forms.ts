import { z } from "zod";
import { CITATION_TEXT, outcomes, REASON_TEXT } from "./rules.ts";

const words = (limit: number) =>
  z
    .string()
    .default("")
    .transform((text) => text.replace(/\r\n/g, "\n").trim())
    .pipe(z.string().max(limit));

export const decisionForm = z.object({
  applicationId: z.string().min(1).max(100),
  outcome: z.enum(outcomes),
  reservePosition: z.coerce.number().int().min(1).max(500).catch(1),
  reason: words(REASON_TEXT),
  version: z.coerce.number().int().min(0).catch(0),
});
export const clearForm = z.object({
  applicationId: z.string().min(1).max(100),
  version: z.coerce.number().int().min(0),
});

export const honourForm = z.object({
  applicationId: z.string().min(1).max(100),
  awardId: z.string().min(1).max(100),
  citationZh: words(CITATION_TEXT),
  citationEn: words(CITATION_TEXT),
});
export const honourRemovalForm = z.object({ honourId: z.string().min(1).max(100) });

const count = z.coerce.number().int().min(0).max(100_000);
export const publicationForm = z.object({ advance: count, reserve: count, decline: count, honours: count });
