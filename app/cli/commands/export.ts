import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { archiveCall } from "#app/features/archive/archive-call.server.ts";
import { findCall } from "#app/features/call/queries.server.ts";
import { clock } from "#app/lib/clock.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import { zipStream } from "#app/lib/zip.server.ts";
import { database } from "#db/database.server.ts";
import { Unfit, whereAsked } from "./unfit.ts";

const USAGE = "npm run tidemark -- export CALL FILE.zip [--language zh|en] [--without-files]";

/** Packs a call while the server runs. Nothing is written over, and nothing half made is left behind. */
export async function run(args: string[]) {
  const { slug, file, language, hasFiles } = read(args);
  const target = whereAsked(file);
  try {
    const call = await findCall(database, slug);
    if (!call) throw new Unfit(`There is no call ${slug}; it is named as in its address, /calls/${slug}.`);
    const now = clock.now();
    const out = createWriteStream(target, { flags: "wx", mode: 0o600 });
    try {
      await pipeline(zipStream(archiveCall(database, { call, language, hasFiles, now })), out);
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EEXIST")
        throw new Unfit(`${target} is there already.`);
      await rm(target, { force: true });
      throw error;
    }
    await database.transaction().execute((trx) =>
      recordEvent(trx, {
        action: "call.exported",
        subjectKind: "call",
        subjectId: call.id,
        programmeId: call.programmeId,
        actorId: null,
        details: { files: hasFiles ? "yes" : "no" },
        now,
      }),
    );
    console.log(`Packed ${call.nameEn} into ${target}. It holds personal data: keep it as safe as the server.`);
  } finally {
    await database.destroy();
  }
}

function read(args: string[]) {
  try {
    const options = { language: { type: "string", default: "zh" }, "without-files": { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [slug, file, ...more] = positionals;
    const { language } = values;
    if (slug && file && more.length === 0 && (language === "zh" || language === "en"))
      return { slug, file, language, hasFiles: values["without-files"] !== true } as const;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new Unfit(USAGE);
}
