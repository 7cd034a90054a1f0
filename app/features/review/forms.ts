import { z } from "zod";
import { recusalReasons } from "./rules.ts";

/** Longest text a juror may write in one box, in characters. */
export const REVIEW_TEXT = 8000;

const words = z
  .string()
  .default("")
  .transform((text) => text.replace(/\r\n/g, "\n"));

/** What the review page posts: marks are named `mark.<criterion>` and read by the rubric. */
export const reviewForm = z.object({
  version: z.coerce.number().int().min(0).default(0),
  verdict: z.string().max(40).default(""),
  privateNote: words,
  panelText: words,
  applicantText: words,
});

export const recusalForm = z.object({ reason: z.enum(recusalReasons), note: z.string().max(500).default("") });

/** The marks of a posted review as typed, by criterion. */
export function typedMarks(form: FormData): Map<string, string> {
  const marks = new Map<string, string>();
  for (const [name, value] of form)
    if (name.startsWith("mark.") && typeof value === "string" && marks.size < 100)
      marks.set(name.slice(5, 85), value.slice(0, 20));
  return marks;
}
