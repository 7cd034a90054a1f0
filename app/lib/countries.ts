/** ISO 3166-1 alpha-2: every code officially assigned. */
export const countryCodes: readonly string[] = [
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ",
  "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR",
  "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP",
  "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT",
  "MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW",
  "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ",
  "UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW",
].flatMap((line) => line.split(" "));

const codes = new Set(countryCodes);

/** Whether a text is the code of a country or region. */
export function isCountry(code: string): boolean {
  return codes.has(code);
}

/** The name of a country or region in the reader's language; the code itself when there is none. */
export function countryName(code: string, language: "zh" | "en"): string {
  return isCountry(code) ? (namesIn(language).of(code) ?? code) : code;
}

/** All countries and regions for a list to choose from, in the reader's alphabetical order. */
export function countryChoices(language: "zh" | "en"): { code: string; name: string }[] {
  const { compare } = new Intl.Collator(localeOf(language));
  return countryCodes
    .map((code) => ({ code, name: countryName(code, language) }))
    .sort((one, other) => compare(one.name, other.name));
}

const displayNames = new Map<string, Intl.DisplayNames>();

function namesIn(language: "zh" | "en"): Intl.DisplayNames {
  const made = displayNames.get(language) ?? new Intl.DisplayNames(localeOf(language), { type: "region" });
  displayNames.set(language, made);
  return made;
}

function localeOf(language: "zh" | "en"): string {
  return language === "zh" ? "zh-Hans-CN" : "en-GB";
}
