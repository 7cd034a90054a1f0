import { z } from "zod";

/** The files of a sealed submission, as they were verified. Kept as one JSON text with the submission. */
const manifest = z.array(
  z.object({
    id: z.string(),
    slot: z.string(),
    name: z.string(),
    bytes: z.number(),
    format: z.string(),
    sha256: z.string(),
    storageKey: z.string(),
    seconds: z.number().optional(),
    width: z.number().optional(),
    height: z.number().optional(),
    codec: z.string().optional(),
    pages: z.number().optional(),
  }),
);
export type ManifestFile = z.infer<typeof manifest>[number];

/** Opens a stored manifest. Throws ZodError when the text is not one of ours. */
export function openManifest(stored: string): ManifestFile[] {
  return manifest.parse(JSON.parse(stored));
}
