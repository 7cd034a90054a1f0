import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import yauzl from "yauzl";

const open = promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer);

/** What a ZIP holds, by path, as another program reads it. */
export async function unpack(zip: Buffer): Promise<Map<string, Buffer>> {
  const file = await open(zip, { lazyEntries: true });
  const found = new Map<string, Buffer>();
  const readOne = promisify(file.openReadStream.bind(file)) as (entry: yauzl.Entry) => Promise<NodeJS.ReadableStream>;
  return new Promise((resolve, reject) => {
    file.on("entry", (entry: yauzl.Entry) => {
      readOne(entry)
        .then(buffer)
        .then((bytes) => {
          found.set(entry.fileName, bytes);
          file.readEntry();
        })
        .catch(reject);
    });
    file.on("end", () => resolve(found));
    file.on("error", reject);
    file.readEntry();
  });
}
