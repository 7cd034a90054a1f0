import { z } from "zod";
import { CITATION_TEXT, outcomes, REASON_TEXT } from "./rules.ts";

const words = (limit: number) =>
  z
    .string()
    .default("")
    .transform((text) => text.replace(/\r\n/g, "\n").trim())
    .refine((text) => text.length <= limit, {
      error: ({ input }) => `text-too-long?count=${String(input).length}&limit=${limit}`,
    });

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

const count = z.coerce.number().int().min(0).max(100_000);

/** Everything the page of decisions posts, by its intent. */
export const decisionForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("record"),
    entry,
    outcome: z.enum(outcomes, "choice-missing"),
    reservePosition: z.coerce.number().int().min(1).max(500).catch(1),
    reason: words(REASON_TEXT),
  }),
  z.object({ intent: z.literal("clear"), entry }),
  z.object({
    intent: z.literal("honour"),
    application: z.string("choice-missing").max(100),
    awardId: z.string("choice-missing").max(100),
    citationZh: words(CITATION_TEXT),
    citationEn: words(CITATION_TEXT),
  }),
  z.object({ intent: z.literal("remove-honour"), honour: z.string().max(100) }),
  z.object({
    intent: z.literal("publish"),
    advance: count,
    reserve: count,
    decline: count,
    honours: count,
    /** Ticked by hand: nobody publishes by a slip of the finger. */
    sure: z.literal("on", "tick-to-publish"),
  }),
]);
export type DecisionForm = z.output<typeof decisionForm>;

export const decisionFilters = ["all", "undecided", ...outcomes] as const;

/** What the page of decisions can be asked for. Anything it does not know falls back. */
export const decisionQuery = z.object({
  round: z.string().max(60).catch("").default(""),
  show: z.enum(decisionFilters).catch("all").default("all"),
  /** How many of the undecided, from the top, come ticked. */
  top: z.coerce.number().int().min(0).max(500).catch(0).default(0),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});
