import { nameOf } from "#app/i18n/name.ts";
import type { Language } from "#app/i18n/text.ts";

type Named = { nameZh: string; nameEn: string };
type EditionRow = Named & { themeZh: string; themeEn: string; startsOn: string; endsOn: string; timeZone: string };
type UnitRow = Named & { id: string; number: number; slug: string };
type ActivityRow = Named & {
  id: string;
  unitId: string | null;
  kind: string;
  status: string;
  startsOn: string | null;
  endsOn: string | null;
  callCode: string | null;
};
type CallRow = { code: string; slug: string };

export type EditionView = { name: string; theme: string; startsOn: string; endsOn: string; timeZone: string };
export type UnitView = { number: number; slug: string; name: string };
export type ActivityView = {
  id: string;
  name: string;
  kind: string;
  /** Counted, but not named yet. */
  isPlaceholder: boolean;
  startsOn: string | null;
  endsOn: string | null;
  callSlug: string | null;
};
export type WeekView = { ceremonies: ActivityView[]; units: (UnitView & { activities: ActivityView[] })[] };

export function editionViewOf(edition: EditionRow, language: Language): EditionView {
  const { startsOn, endsOn, timeZone } = edition;
  const theme = language === "zh" ? edition.themeZh : edition.themeEn;
  return { name: nameOf(edition, language), theme, startsOn, endsOn, timeZone };
}

export function unitViewOf(unit: UnitRow, language: Language): UnitView {
  return { number: unit.number, slug: unit.slug, name: nameOf(unit, language) };
}

type Rows = { units: readonly UnitRow[]; activities: readonly ActivityRow[]; calls: readonly CallRow[] };

/** The units with their activities, and the ceremonies of no unit. */
export function weekViewOf({ units, activities, calls }: Rows, language: Language): WeekView {
  const view = (activity: ActivityRow): ActivityView => ({
    id: activity.id,
    name: nameOf(activity, language),
    kind: activity.kind,
    isPlaceholder: activity.status === "placeholder",
    startsOn: activity.startsOn,
    endsOn: activity.endsOn,
    callSlug: calls.find((call) => call.code === activity.callCode)?.slug ?? null,
  });
  return {
    ceremonies: activities.filter((activity) => activity.unitId === null).map(view),
    units: units.map((unit) => ({
      ...unitViewOf(unit, language),
      activities: activities.filter((activity) => activity.unitId === unit.id).map(view),
    })),
  };
}
