import type { Language } from "#app/i18n/text.ts";

const PAGE = /^\/(?:week|week\.ics|calls|calls\/[a-z0-9-]{1,60}|calls\/[a-z0-9-]{1,60}\/form|results|showcase)?$/;
const QUERY = /^(?:\?phase=(?:open|upcoming|closed))?$/;

/**
 * The name under which a public page is kept, or undefined for every other address. Only spellings we link to are
 * kept, so that nobody can fill the memory with made-up queries.
 */
export function publicKeyOf(path: string, query: string, language: Language): string | undefined {
  if (!PAGE.test(path) || !QUERY.test(query) || (query !== "" && path !== "/calls")) return undefined;
  return `${language} ${path}${query}`;
}
