import { z } from "zod";

export const panelistForm = z.object({
  personId: z.string().min(1).max(100),
  maxLoad: z.coerce.number().int().min(1).max(500).catch(40),
});

export const removalForm = z.object({ panelistId: z.string().min(1).max(100) });
export const invitationForm = z.object({ invitationId: z.string().min(1).max(100) });
