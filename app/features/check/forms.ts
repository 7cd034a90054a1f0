import { z } from "zod";
import { verdicts } from "./rules.ts";

export const applicationStates = [
  "draft",
  "submitted",
  "in_check",
  "returned",
  "eligible",
  "rejected",
  "in_review",
  "not_advanced",
  "shortlisted",
  "reserve",
  "selected",
  "honoured",
  "not_honoured",
  "withdrawn",
  "disqualified",
] as const;

export const listOrders = ["newest", "oldest", "code"] as const;

/** What the list of applications can be asked for. Anything it does not know falls back. */
export const listQuery = z.object({
  q: z.string().trim().max(200).catch("").default(""),
  state: z.enum(applicationStates).or(z.literal("")).catch("").default(""),
  order: z.enum(listOrders).catch("newest").default("newest"),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});
export type ListQuery = z.output<typeof listQuery>;

/** What the formal check posts. `until` is written as the clocks of the edition's zone show it. */
export const checkForm = z.object({
  verdict: z.enum(verdicts, "choice-missing"),
  submission: z.string().max(100).default(""),
  reason: z
    .string()
    .default("")
    .transform((text) => text.replace(/\r\n/g, "\n").trim()),
  until: z.string().max(20).default(""),
  /** For a return: `section:ID`, fields and slots. One ticked box arrives as a text, more as a list. */
  reopen: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((ticked) => [ticked].flat().slice(0, 500)),
});
