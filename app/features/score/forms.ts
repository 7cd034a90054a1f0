import { z } from "zod";

export const scoreOrders = ["mean", "spread", "readings", "code"] as const;
export type ScoreOrder = (typeof scoreOrders)[number];

/** What the scores of a round can be asked for. Anything it does not know falls back. */
export const scoresQuery = z.object({
  round: z.string().max(60).catch("").default(""),
  order: z.enum(scoreOrders).catch("mean").default("mean"),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});
