import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { readDraft } from "#app/features/application/read-draft.server.ts";
import { saveSection } from "#app/features/application/save-section.server.ts";
import { startApplication } from "#app/features/application/start-application.server.ts";
import type { Slot } from "#app/features/call/definition.ts";
import { beginUpload } from "#app/features/file/begin-upload.server.ts";
import { completeUpload } from "#app/features/file/complete-upload.server.ts";
import { fileVerification } from "#app/features/file/verify-file.server.ts";
import { submitApplication } from "#app/features/submission/submit-application.server.ts";
import { DAY, HOUR, later, MINUTE, type Moment } from "#app/lib/moment.ts";
import type { Database } from "#db/database.server.ts";
import { bytesOfPart, partCount } from "#storage/keys.ts";
import { fileStore } from "#storage/store.server.ts";
import { type Applicant, demoAnswers } from "./demo-answers.ts";
import { deckOf, textOf } from "./demo-papers.server.ts";
import type { Work } from "./demo-works.ts";

export type DemoEntry = {
  callSlug: string;
  work: Work;
  applicant: Applicant & { id: string };
  place: number;
  startedAt: Moment;
  /** Null: it stays a draft. */
  submittedAt: Moment | null;
  /** For a draft: how many sections are filled. */
  sections?: number;
};
export type Planting = { db: Database; media: string };

/** One application, from its first word to its receipt, by the same steps a person takes. Answers its id. */
export async function plantEntry({ db, media }: Planting, entry: DemoEntry): Promise<string> {
  const { work, applicant, place, startedAt, submittedAt } = entry;
  const personId = applicant.id;
  const applicationId = await startApplication(db, { callSlug: entry.callSlug, personId, now: startedAt });
  const { definition } = await readDraft(db, { applicationId, now: startedAt });
  const answers = demoAnswers(definition, { work, applicant, place });
  let version = 1;
  let now = startedAt;
  for (const [sectionId, entries] of [...answers].slice(0, entry.sections ?? answers.size)) {
    now = later(now, 11 * MINUTE);
    ({ version } = await saveSection(db, { applicationId, sectionId, version, entries, now }));
  }
  const slots = definition.slots.filter(({ required, stage }) => required && stage === "submit");
  const files = [];
  for (const slot of submittedAt ? slots : slots.slice(0, 1)) {
    now = later(now, 9 * MINUTE);
    const { name, content } = await paperFor(slot, work, { media, place });
    files.push(await plantFile(db, { applicationId, personId, slot: slot.id, name, content, now }));
  }
  // Each is read by a process of its own: side by side they take half the time.
  await Promise.all(files.map((fileId) => fileVerification(db, { fileId })));
  if (!submittedAt) return applicationId;
  const at = now < submittedAt ? submittedAt : later(now, HOUR);
  await submitApplication(db, {
    applicationId,
    personId,
    idempotencyKey: `demo-${applicationId}`,
    arrivedAt: at,
    now: at,
  });
  return applicationId;
}

async function paperFor(slot: Slot, work: Work, { media, place }: { media: string; place: number }) {
  if (slot.formats.includes("mp4")) {
    const film = place % 2 === 0 ? "low-tide.mp4" : "lamp-room.mp4";
    return { name: `${work.en}.mp4`, content: await readFile(join(media, film)) };
  }
  if (slot.formats.includes("png"))
    return { name: `${work.zh} ${slot.label.zh}.png`, content: await readFile(join(media, "rights-letter.png")) };
  const isDeck = slot.id.includes("deck");
  const pages = slot.id.includes("script") ? 14 : slot.id.includes("plan") ? 8 : 3;
  const content = isDeck ? await deckOf(work) : await textOf(work, slot.label.en, pages);
  return { name: `${work.en} - ${slot.label.en}.pdf`.replaceAll("/", "-"), content };
}

type File = { applicationId: string; personId: string; slot: string; name: string; content: Buffer; now: Moment };

async function plantFile(db: Database, { content, now, ...file }: File): Promise<string> {
  const store = fileStore();
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
  return row.id;
}

/** A moment some days before another, at a believable hour. */
export function daysBefore(now: Moment, days: number, hour = 0): Moment {
  return later(now, -days * DAY + hour * HOUR);
}
