import { z } from "zod";

/** What the browser's upload client and the server say to each other, as JSON. */

export const beginForm = z.object({
  applicationId: z.string().max(100),
  slot: z.string().max(100),
  name: z.string().min(1).max(1000),
  bytes: z
    .number()
    .int()
    .min(0)
    .max(100 * 1024 ** 3),
  /** Made of name, size, date and a hash of the first and last bytes: the same file chosen again is the same upload. */
  fingerprint: z.string().min(8).max(200),
});
export type BeginForm = z.infer<typeof beginForm>;

export const signForm = z.object({
  parts: z
    .array(z.object({ number: z.number().int().min(1).max(10_000), check: z.string().max(40) }))
    .min(1)
    .max(16),
});

/** What the client is told about an upload. */
export type UploadState = {
  fileId: string;
  state: "uploading" | "verifying" | "ready" | "refused" | "removed";
  partBytes: number;
  partCheck: "crc32" | "md5";
  /** The numbers of the parts that arrived whole. */
  arrived: number[];
};
