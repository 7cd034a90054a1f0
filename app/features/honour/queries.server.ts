import { openAnswers } from "#app/features/application/queries.server.ts";
import { findDefinition } from "#app/features/call/queries.server.ts";
import { listPublishedHonours } from "#app/features/publication/queries.server.ts";
import type { Language } from "#app/i18n/text.ts";
import type { Db } from "#db/database.server.ts";
import { publicMakersOf } from "./makers.ts";

export type HonourItem = {
  id: string;
  title: string;
  honour: string;
  citation: string;
  makers: { name: string; role: string }[];
  call: { slug: string; name: string };
  programme: string;
};

/** The published honours of an edition as anybody may read them. The answers stay here. */
export async function listHonourItems(
  db: Db,
  { editionId, language }: { editionId: string; language: Language },
): Promise<HonourItem[]> {
  const rows = await listPublishedHonours(db, editionId);
  const items: HonourItem[] = [];
  for (const row of rows) {
    const definition = await findDefinition(db, row.definitionId);
    if (!definition) continue;
    const isZh = language === "zh";
    items.push({
      id: row.id,
      title: row.title,
      honour: definition.awards.find((award) => award.id === row.awardId)?.name[language] ?? "",
      citation: (isZh ? row.citationZh || row.citationEn : row.citationEn || row.citationZh).trim(),
      makers: publicMakersOf({
        sealed: openAnswers(row.sealed),
        current: openAnswers(row.current),
        definition,
        language,
      }),
      call: { slug: row.callSlug, name: isZh ? row.callZh : row.callEn },
      programme: isZh ? row.programmeZh : row.programmeEn,
    });
  }
  return items;
}
