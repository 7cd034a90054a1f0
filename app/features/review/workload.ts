import type { ManifestFile } from "#app/features/submission/manifest.ts";

/** Minutes a reader takes for a page of a deck or script, and for marking an entry. Proposed; a juror's own pace differs. */
const MINUTES_A_PAGE = 1.2;
const MINUTES_TO_MARK = 6;

/** What one entry holds for a juror: minutes of film, pages, and about how long it takes in all, in minutes. */
export function workloadOf(files: readonly Pick<ManifestFile, "seconds" | "pages">[]) {
  const filmMinutes = Math.round(files.reduce((sum, file) => sum + (file.seconds ?? 0), 0) / 60);
  const pages = files.reduce((sum, file) => sum + (file.pages ?? 0), 0);
  return { filmMinutes, pages, minutes: Math.round(filmMinutes + pages * MINUTES_A_PAGE + MINUTES_TO_MARK) };
}
