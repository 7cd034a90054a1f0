import { common } from "./messages/common.ts";
import { type Catalogue, type Language, speaker } from "./text.ts";

type Match = { id: string; data?: unknown };

/** The language of the frame, for a route's `meta`. */
export function languageOfMatches(matches: readonly (Match | undefined)[]): Language {
  const root = matches.find((match) => match?.id === "root")?.data;
  return typeof root === "object" && root !== null && "language" in root && root.language === "zh" ? "zh" : "en";
}

/** A route's `meta` with a title from its catalogue: `export const meta = titled(applicant, "list.title")`. */
export function titled<En extends Record<string, string>>(from: Catalogue<En>, key: keyof En & string) {
  return ({ matches }: { matches: readonly (Match | undefined)[] }) => {
    const language = languageOfMatches(matches);
    return titleOf(from[language][key] ?? "", language);
  };
}

/** A page's title in the browser's tab. */
export function titleOf(page: string, language: Language) {
  return [{ title: speaker(common, language)("title.of", { page }) }];
}
