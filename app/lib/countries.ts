import { countryNames } from "./country-names.ts";

/** ISO 3166-1 alpha-2: every code officially assigned. */
export const countryCodes: readonly string[] = [...countryNames.en.keys()].sort();

/** Whether a text is the code of a country or region. */
export function isCountry(code: string): boolean {
  return countryNames.en.has(code);
}

/** The name of a country or region in the reader's language; the code itself when there is none. */
export function countryName(code: string, language: "zh" | "en"): string {
  return countryNames[language].get(code) ?? code;
}

/** All countries and regions for a list to choose from, in the reader's alphabetical order. */
export function countryChoices(language: "zh" | "en"): { code: string; name: string }[] {
  return [...countryNames[language]].map(([code, name]) => ({ code, name }));
}
