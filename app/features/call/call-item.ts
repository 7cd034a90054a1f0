import { nameOf } from "#app/i18n/name.ts";
import type { Language } from "#app/i18n/text.ts";
import type { Moment } from "#app/lib/moment.ts";
import { type Phase, phaseOf } from "./phase.ts";

type Row = {
  slug: string;
  nameZh: string;
  nameEn: string;
  programmeSlug: string;
  programmeZh: string;
  programmeEn: string;
  intake: "open" | "nomination";
  isCompetitive: 0 | 1;
  opensAt: Moment;
  closesAt: Moment;
  timeZone: string;
};

/** A call as a list of calls shows it. */
export type CallItem = {
  slug: string;
  name: string;
  programme: { slug: string; name: string };
  phase: Phase;
  isByNomination: boolean;
  isCompetitive: boolean;
  opensAt: Moment;
  closesAt: Moment;
  timeZone: string;
};

/** Shapes a call for its reader at one moment. */
export function callItemOf(row: Row, { language, now }: { language: Language; now: Moment }): CallItem {
  return {
    slug: row.slug,
    name: nameOf(row, language),
    programme: {
      slug: row.programmeSlug,
      name: nameOf({ nameZh: row.programmeZh, nameEn: row.programmeEn }, language),
    },
    phase: phaseOf(row, now),
    isByNomination: row.intake === "nomination",
    isCompetitive: row.isCompetitive === 1,
    opensAt: row.opensAt,
    closesAt: row.closesAt,
    timeZone: row.timeZone,
  };
}

/** Calls under the names of their programmes, in the order they come. */
export function byProgramme(calls: readonly CallItem[]): { slug: string; name: string; calls: CallItem[] }[] {
  const groups = new Map<string, { slug: string; name: string; calls: CallItem[] }>();
  for (const call of calls) {
    const group = groups.get(call.programme.slug) ?? { ...call.programme, calls: [] };
    group.calls.push(call);
    groups.set(call.programme.slug, group);
  }
  return [...groups.values()];
}
