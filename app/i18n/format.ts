import type { Language } from "./text.ts";

/** Dates, sizes and lengths in the reader's language. One formatter for all times, so that no two pages differ. */

const locales = { en: "en-GB", zh: "zh-CN" } as const;
const cities: Record<string, { en: string; zh: string }> = {
  "Asia/Shanghai": { en: "Qingdao", zh: "青岛" },
  UTC: { en: "UTC", zh: "协调世界时" },
};

/** The city a zone is named after; the Week's own zone is named by the Week's city. Never a three-letter zone. */
export function cityOf(timeZone: string, language: Language): string {
  const named = cities[timeZone];
  return named ? named[language] : (timeZone.split("/").pop() ?? timeZone).replaceAll("_", " ");
}

/** «15 May 2027, 23:59 (Qingdao time)»: an instant as the clocks of that zone show it. */
export function formatMoment(
  moment: string,
  { language, timeZone, seconds = false }: { language: Language; timeZone: string; seconds?: boolean },
): string {
  const text = formatMomentBare(moment, { language, timeZone, seconds });
  const city = cityOf(timeZone, language);
  if (timeZone === "UTC") return language === "zh" ? `${text}（UTC）` : `${text} UTC`;
  return language === "zh" ? `${text}（${city}时间）` : `${text} (${city} time)`;
}

/** The same without the city: only beside another time that names it. */
export function formatMomentBare(
  moment: string,
  { language, timeZone, seconds = false }: { language: Language; timeZone: string; seconds?: boolean },
): string {
  return dateFormat(language, {
    timeZone,
    year: "numeric",
    month: language === "zh" ? "long" : "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    ...(seconds ? { second: "2-digit" } : {}),
    hourCycle: "h23",
  }).format(new Date(moment));
}

/** «15 May 2027»: a calendar day, the same everywhere. */
export function formatDay(day: string, language: Language): string {
  return dateFormat(language, {
    timeZone: "UTC",
    year: "numeric",
    month: language === "zh" ? "long" : "short",
    day: "numeric",
  }).format(new Date(`${day}T00:00:00Z`));
}

/** «12:05» or «1:02:05»: the length of a film. */
export function formatLength(seconds: number): string {
  const whole = Math.round(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, "0"))).join(":");
}

/** Yuan with thousands apart: «¥1,200,000». */
export function formatYuan(yuan: number, language: Language): string {
  return numberFormat(language, {
    style: "currency",
    currency: "CNY",
    currencyDisplay: "narrowSymbol",
    maximumFractionDigits: 2,
    minimumFractionDigits: Number.isInteger(yuan) ? 0 : 2,
  }).format(yuan);
}

/** Making a formatter costs a hundred times its use; there are a few dozen in all. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(locales[language], options);
  dateFormats.set(key, format);
  return format;
}

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(locales[language], options);
  numberFormats.set(key, format);
  return format;
}
