import { expect, test } from "vitest";
import { countryChoices, countryCodes, countryName, isCountry } from "#app/lib/countries.ts";

test("all 249 codes are there, once each, with a name in both languages", () => {
  expect(new Set(countryCodes).size).toBe(249);
  expect(countryCodes).toHaveLength(249);
  for (const code of countryCodes) {
    expect(countryName(code, "en")).not.toBe(code);
    expect(countryName(code, "zh")).toMatch(/\p{Script=Han}/u);
  }
});

test("names are in the reader's language, and unknown codes are themselves", () => {
  expect([countryName("CN", "zh"), countryName("CN", "en"), countryName("XX", "en")]).toEqual(["中国", "China", "XX"]);
  expect([isCountry("CN"), isCountry("cn"), isCountry("constructor")]).toEqual([true, false, false]);
});

test("choices are in the reader's alphabetical order", () => {
  expect(countryChoices("en")[0]).toEqual({ code: "AF", name: "Afghanistan" });
  expect(countryChoices("zh")[0]?.name.startsWith("阿")).toBe(true);
});
