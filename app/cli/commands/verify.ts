import { createHash } from "node:crypto";
import { openAnswers } from "#app/features/application/queries.server.ts";
import { brokenLink } from "#app/features/event/chain.ts";
import { openManifest } from "#app/features/submission/manifest.ts";
import { canonicalText } from "#app/features/submission/seal.ts";
import { eventHash } from "#app/lib/events.server.ts";
import { database } from "#db/database.server.ts";
import { fileStore } from "#storage/store.server.ts";
import { Unfit } from "./unfit.ts";

const AT_ONCE = 1_000;

/**
 * Checks what the house has promised: that no line of the log was changed or taken out, that every receipt's hash is
 * that of what was sealed, and that every file of it lies in the store with its size. With `--bytes` each file is read
 * whole and its SHA-256 compared. Exits with 1 and names what does not hold.
 */
export async function run(args: string[]) {
  const faults: string[] = [];
  const lines = await verifyLog(faults);
  const receipts = await verifyReceipts(faults, { readsBytes: args.includes("--bytes") });
  await database.destroy();
  console.log(`${lines} lines of the log, ${receipts.submissions} receipts, ${receipts.files} files looked at.`);
  if (faults.length > 0) throw new Unfit(`What does not hold:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
  console.log("Everything holds.");
}

async function verifyLog(faults: string[]): Promise<number> {
  let last: Awaited<ReturnType<typeof linesAfter>>[number] | null = null;
  for (;;) {
    const lines: Awaited<ReturnType<typeof linesAfter>> = await linesAfter(last?.sequence ?? 0);
    const broken = brokenLink(lines, eventHash, last);
    if (broken !== null) faults.push(`the log does not hold at line ${broken}`);
    last = lines.at(-1) ?? last;
    if (broken !== null || lines.length < AT_ONCE) return last?.sequence ?? 0;
  }
}

function linesAfter(sequence: number) {
  return database
    .selectFrom("event")
    .selectAll()
    .where("sequence", ">", sequence)
    .orderBy("sequence")
    .limit(AT_ONCE)
    .execute();
}

async function verifyReceipts(faults: string[], { readsBytes }: { readsBytes: boolean }) {
  let after = "";
  let submissions = 0;
  const seen = new Set<string>();
  for (;;) {
    const rows = await database
      .selectFrom("submission")
      .innerJoin("application", "application.id", "submission.applicationId")
      .select(["submission.id", "submission.number", "submission.answers", "submission.manifest", "submission.hash"])
      .select(["submission.receiptNumber", "application.code"])
      .where("submission.id", ">", after)
      .orderBy("submission.id")
      .limit(AT_ONCE)
      .execute();
    for (const row of rows) {
      const files = openManifest(row.manifest);
      const sealed = { code: row.code ?? "", number: row.number, answers: openAnswers(row.answers), files };
      const hash = createHash("sha256").update(canonicalText(sealed)).digest("hex");
      if (hash !== row.hash) faults.push(`receipt ${row.receiptNumber}: what is sealed is not what was handed in`);
      for (const file of files) {
        if (seen.has(file.storageKey)) continue;
        seen.add(file.storageKey);
        const fault = await faultOf(file, readsBytes);
        if (fault) faults.push(`receipt ${row.receiptNumber}, ${file.name}: ${fault}`);
      }
    }
    submissions += rows.length;
    after = rows.at(-1)?.id ?? after;
    if (rows.length < AT_ONCE) return { submissions, files: seen.size };
  }
}

type Sealed = ReturnType<typeof openManifest>[number];

async function faultOf({ storageKey, bytes, sha256 }: Sealed, readsBytes: boolean): Promise<string | null> {
  const object = await fileStore().head(storageKey);
  if (!object) return "it is not in the store";
  if (object.bytes !== bytes) return `it has ${object.bytes} bytes, not ${bytes}`;
  if (!readsBytes || bytes === 0) return null;
  const hash = createHash("sha256");
  for await (const chunk of await fileStore().read(storageKey)) hash.update(chunk);
  return hash.digest("hex") === sha256 ? null : "its content is not what was handed in";
}
