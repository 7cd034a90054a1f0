import { z } from "zod";

export const conflictForm = z.object({
  personId: z.string().min(1).max(100),
  kind: z.string().min(1).max(60),
  note: z.string().trim().max(500).default(""),
});
export const liftForm = z.object({ conflictId: z.string().min(1).max(100) });
