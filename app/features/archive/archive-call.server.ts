import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import { valueText } from "#app/features/application/entry-lines.ts";
import { openAnswers } from "#app/features/application/queries.server.ts";
import { shapeEntry } from "#app/features/application/visibility.ts";
import type { CallDefinition } from "#app/features/call/definition.ts";
import { type CallRow, findDefinition } from "#app/features/call/queries.server.ts";
import type { Language } from "#app/i18n/text.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound } from "#app/lib/refusal.ts";
import { jsonEntry, safeStep, type ZipEntry } from "#app/lib/zip.server.ts";
import type { Db } from "#db/database.server.ts";
import { archiveApplication } from "./archive-application.server.ts";
import { listHandedIn } from "./queries.server.ts";

type Asked = { call: CallRow; language: Language; hasFiles: boolean; now: Moment };

const AT_ONCE = 100;

/**
 * A call as files: its definition, a table of the entries for a spreadsheet, and each entry with all it handed in. What
 * is not handed in stays with its team. Throws NotFound.
 */
export async function* archiveCall(db: Db, { call, language, hasFiles, now }: Asked): AsyncGenerator<ZipEntry> {
  const definition = await findDefinition(db, call.definitionId);
  if (!definition) throw new NotFound();
  const { slug, code, nameZh, nameEn, opensAt, closesAt, timeZone } = call;
  yield jsonEntry("call.json", now, { slug, code, nameZh, nameEn, opensAt, closesAt, timeZone, definition });
  yield {
    path: "entries.csv",
    at: now,
    isText: true,
    open: () => entryTable(db, { call, definition, language }),
  };
  for await (const { id, code: entryCode } of handedIn(db, call.id)) {
    const folder = `entries/${safeStep(entryCode ?? id)}`;
    yield* archiveApplication(db, { applicationId: id, folder, language, includesDraft: false, hasFiles });
  }
}

/** A line an entry, a column a question, in the words of the form. Opens in a spreadsheet and runs nothing there. */
function entryTable(
  db: Db,
  { call, definition, language }: Pick<Asked, "call" | "language"> & { definition: CallDefinition },
) {
  const fields = definition.sections.flatMap((section) => section.fields);
  const table = stringify({ bom: true, escape_formulas: true, record_delimiter: "windows" });
  table.write([
    "code",
    "title",
    "state",
    "handed in",
    "lead",
    "e-mail",
    "receipt",
    ...fields.map(({ label }) => label[language]),
  ]);
  const edition = { startsOn: call.editionStartsOn, hasOverseasRecipient: false };
  async function* lines() {
    for await (const { code, title, state, submittedAt, name, email, receiptNumber, ...sealed } of handedIn(
      db,
      call.id,
    )) {
      const asked = (await findDefinition(db, sealed.definitionId)) ?? definition;
      const entry = { definition: asked, answers: openAnswers(sealed.answers), files: [], edition };
      const shown = shapeEntry(entry, { audience: "organiser", language }).sections.flatMap(({ items }) => items);
      const words = new Map(
        shown.map(({ id, value }) => [id, value.kind === "none" ? "" : valueText(value, language)]),
      );
      yield [
        code,
        title,
        state,
        submittedAt,
        name,
        email,
        receiptNumber,
        ...fields.map(({ id }) => words.get(id) ?? ""),
      ];
    }
  }
  return Readable.from(lines())
    .on("error", (error) => table.destroy(error))
    .pipe(table);
}

async function* handedIn(db: Db, callId: string) {
  for (let after = ""; ; ) {
    const rows = await listHandedIn(db, { callId, after, limit: AT_ONCE });
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    after = last.id;
  }
}
