import { z } from "zod";
import { inviteForm } from "#app/features/invitation/forms.ts";
import { roundQuery } from "#app/features/round/forms.ts";

const id = z.string("choice-missing").max(100);

const load = z.coerce
  .number("number-not-a-number")
  .int("number-not-whole")
  .min(1, "number-too-small?min=1")
  .max(500, "number-too-large?max=500");

/** Everything the page of a panel posts, by its intent. */
export const panelForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("add"),
    person: id,
    maxLoad: load,
  }),
  z.object({ intent: z.literal("load"), panelist: id, load }),
  z.object({ intent: z.literal("remove"), panelist: id }),
  inviteForm.omit({ role: true }).extend({
    intent: z.literal("invite"),
    message: z
      .string()
      .default("")
      .transform((text) => text.replace(/\r\n/g, "\n").trim().slice(0, 2000)),
  }),
  z.object({ intent: z.literal("renew"), invitation: id }),
  z.object({ intent: z.literal("revoke"), invitation: id }),
  z.object({
    intent: z.literal("conflict"),
    code: z.string("answer-required").trim().max(200),
    juror: id,
    kind: id,
    note: z.string().trim().max(500).default(""),
  }),
  z.object({
    intent: z.literal("lift"),
    conflict: id,
    application: id,
    reason: z.string().trim().max(500).default(""),
  }),
]);

/** What the page of a panel can be asked for: a round, and a conflict to be looked at that is written down already. */
export const panelQuery = roundQuery.extend({
  juror: z.string().max(100).catch("").default(""),
  entry: z.string().max(60).catch("").default(""),
});
