import { crc32Text } from "./checksum.ts";

/** Reads a part and computes its check beside the page, so that the page stays quick. */
type Question = { id: number; part: Blob; kind: "crc32" | "md5" };

addEventListener("message", async ({ data }: MessageEvent<Question>) => {
  try {
    const bytes = new Uint8Array(await data.part.arrayBuffer());
    postMessage({ id: data.id, check: data.kind === "crc32" ? crc32Text(bytes) : await md5Text(bytes) });
  } catch (error) {
    postMessage({ id: data.id, error: String(error) });
  }
});

async function md5Text(bytes: Uint8Array): Promise<string> {
  const { md5 } = await import("js-md5");
  return btoa(String.fromCharCode(...md5.array(bytes)));
}
