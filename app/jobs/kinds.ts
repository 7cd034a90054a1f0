/** Every kind of background job with what it is told. Noun phrases of what will be true. */
export type JobPayloads = {
  "letter-delivery": { letterId: string };
  "file-verification": { fileId: string };
  "byte-removal": { uploads: { key: string; uploadId: string; bytes: number; partBytes: number }[] };
  "upload-clearance": Record<string, never>;
};

export type JobKind = keyof JobPayloads;
