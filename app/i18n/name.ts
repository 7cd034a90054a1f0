import type { Language } from "./text.ts";

/** The name of a thing in the reader's language. */
export function nameOf({ nameZh, nameEn }: { nameZh: string; nameEn: string }, language: Language): string {
  return language === "zh" ? nameZh : nameEn;
}
