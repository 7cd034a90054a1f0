import { z } from "zod";

export const pairForm = z.object({ applicationId: z.string().min(1).max(100), jurorId: z.string().min(1).max(100) });
export const assignmentForm = z.object({ assignmentId: z.string().min(1).max(100) });
export const planForm = z.object({
  seed: z.string().regex(/^[0-9]{1,10}$/),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
});
