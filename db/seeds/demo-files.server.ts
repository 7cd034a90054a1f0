import { createHash, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import type { Slot } from "#app/features/call/definition.ts";
import { beginUpload } from "#app/features/file/begin-upload.server.ts";
import { completeUpload } from "#app/features/file/complete-upload.server.ts";
import { type Inspection, inspectObject } from "#app/features/file/inspect-object.server.ts";
import { fileVerification } from "#app/features/file/verify-file.server.ts";
import { later, type Moment, SECOND } from "#app/lib/moment.ts";
import type { Database } from "#db/database.server.ts";
import type { FileStore } from "#storage/files.server.ts";
import { bytesOfPart, partCount } from "#storage/keys.ts";
import { deckOf, textOf } from "./demo-papers.server.ts";
import { ventures } from "./demo-ventures.ts";
import { features, type Work } from "./demo-works.ts";

type Paper = { name: string; content: Buffer };
type Asked = { slot: Slot; work: Work; place: number };

const untitled = {
  en: "Project",
  lineEn: "Somebody keeps a place that everybody else has left, and is asked to leave it too.",
};

/** The media of the demo, and how they go through the store. The same bytes are looked into once. */
export class Library {
  readonly #known = new Map<string, Promise<Inspection>>();
  readonly #plain = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly db: Database,
    private readonly store: FileStore,
    private readonly folder: string,
  ) {}

  /** What goes into a slot of an entry: films and papers shipped with the demo, or a paper drawn for this work. */
  async papersFor({ slot, work, place }: Asked): Promise<Paper[]> {
    const [least] = slot.count;
    if (slot.id === "episode_files") {
      const reels = ["night-bus.mp4", "rain.mp4", "moonrise.mp4"];
      return Promise.all(
        reels.map(async (_, turn) => ({
          name: `${work.en} E0${turn + 1}.mp4`,
          content: await this.#shipped(reels[(turn + place) % reels.length] ?? ""),
        })),
      );
    }
    if (slot.formats.includes("mp4"))
      return [{ name: `${work.en}.mp4`, content: await this.#shipped(place % 2 === 0 ? "tide.mp4" : "harbour.mp4") }];
    if (slot.formats.includes("png"))
      return [{ name: `${work.zh} ${slot.label.zh}.png`, content: await this.#shipped("rights-letter.png") }];
    if (least === 0 && !slot.required) return [];
    const shipped = shippedPaper(slot.id, work);
    const name = `${work.en} - ${slot.label.en}.pdf`.replaceAll("/", "-");
    if (shipped) return [{ name, content: await this.#shipped(shipped) }];
    if (slot.id.includes("deck")) return [{ name, content: await deckOf(work) }];
    return [{ name, content: await this.#plainPaper(slot) }];
  }

  /** Sends a file as the upload client does, part by part, and has it verified by its content. */
  async send({
    content,
    now,
    ...file
  }: Paper & { applicationId: string; personId: string; slot: string; now: Moment }): Promise<void> {
    const { db, store } = this;
    const fingerprint = createHash("sha256").update(file.name).digest("hex").slice(0, 32);
    const row = await beginUpload(db, store, { ...file, bytes: content.length, fingerprint, now });
    const upload = { uploadId: row.uploadId, key: row.storageKey, bytes: row.bytes, partBytes: row.partBytes };
    for (let number = 1; number <= partCount(row.bytes, row.partBytes); number++) {
      const start = (number - 1) * row.partBytes;
      const part = content.subarray(start, start + bytesOfPart(number, row));
      const check =
        store.partCheck === "crc32"
          ? crc32(part).toString(16).padStart(8, "0")
          : createHash("md5").update(part).digest("base64");
      await store.putPart(upload, { number, bytes: part.length, check }, Readable.from([part]));
    }
    await completeUpload(db, store, { file: row, now });
    const given = { fileId: row.id };
    await fileVerification(db, given, { inspect: (object) => this.#inspect(object), now: later(now, 20 * SECOND) });
  }

  /** Looks into papers ahead of time, two at once: each takes a process of its own. */
  async prepare(papers: readonly Buffer[]): Promise<void> {
    const waiting = [...new Map(papers.map((content) => [sha256Of(content), content]))];
    const worker = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [sha256, content] = next;
        if (this.#known.has(sha256)) continue;
        const key = `demo/${randomUUID()}`;
        await this.store.put(key, content, "application/octet-stream");
        await this.#inspectOnce(sha256, { key, bytes: content.length });
        await this.store.delete(key);
      }
    };
    await Promise.all([worker(), worker()]);
  }

  async #inspect({ key, bytes }: { key: string; bytes: number }): Promise<Inspection> {
    const hash = createHash("sha256");
    for await (const chunk of await this.store.read(key)) hash.update(chunk);
    return this.#inspectOnce(hash.digest("hex"), { key, bytes });
  }

  #inspectOnce(sha256: string, object: { key: string; bytes: number }): Promise<Inspection> {
    const known = this.#known.get(sha256) ?? inspectObject(object);
    this.#known.set(sha256, known);
    return known;
  }

  /** Blind papers carry no title, and so all entries may hand in the same. */
  #plainPaper({ id, label }: Slot): Promise<Buffer> {
    const paper = this.#plain.get(id) ?? textOf(untitled, label.en, 3);
    this.#plain.set(id, paper);
    return paper;
  }

  #shipped(name: string): Promise<Buffer> {
    return readFile(join(this.folder, name));
  }
}

function shippedPaper(slotId: string, work: Work): string | undefined {
  if (slotId.includes("script")) return "script.pdf";
  if (slotId === "budget_sheet") return "budget.pdf";
  if (slotId === "deck" && work === features[0]) return "deck-lighthouse.pdf";
  return work === ventures[0] && slotId === "v_deck" ? "deck-venture.pdf" : undefined;
}

function sha256Of(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
