import type { Language } from "./text.ts";

export const languageCookie = "language";

/** The reader's language: chosen (cookie), else the account's, else the browser's, else English. */
export function languageOf(request: Request, preferred?: Language): Language {
  const chosen = /(?:^|;\s*)language=(zh|en)(?:;|$)/.exec(request.headers.get("cookie") ?? "")?.[1];
  if (chosen === "zh" || chosen === "en") return chosen;
  if (preferred) return preferred;
  const accepted = (request.headers.get("accept-language") ?? "").toLowerCase();
  const zh = accepted.indexOf("zh");
  const en = accepted.indexOf("en");
  return zh >= 0 && (en < 0 || zh < en) ? "zh" : "en";
}
