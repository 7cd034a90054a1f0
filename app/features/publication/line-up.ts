import type { Language } from "#app/i18n/text.ts";

type Row = {
  publicationId: string;
  publishedAt: string;
  applicationId: string;
  title: string;
  roundZh: string;
  roundEn: string;
  callSlug: string;
  callZh: string;
  callEn: string;
};
export type LineUp = {
  id: string;
  publishedAt: string;
  call: { slug: string; name: string };
  round: string;
  works: { id: string; title: string }[];
};

/** The published line-ups, one for each publication, in the order of the rows. Titles alone. */
export function lineUpsOf(rows: readonly Row[], language: Language): LineUp[] {
  const isZh = language === "zh";
  const lineUps = new Map<string, LineUp>();
  for (const row of rows) {
    const lineUp = lineUps.get(row.publicationId) ?? {
      id: row.publicationId,
      publishedAt: row.publishedAt,
      call: { slug: row.callSlug, name: isZh ? row.callZh : row.callEn },
      round: isZh ? row.roundZh : row.roundEn,
      works: [],
    };
    lineUp.works.push({ id: `${lineUp.works.length + 1}`, title: row.title });
    lineUps.set(row.publicationId, lineUp);
  }
  return [...lineUps.values()];
}
