import { createContext, useContext } from "react";

export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

type Messages = Record<string, string>;

/** The names between braces of a message: `{count|file|files}` and `{name}` need `count` and `name`. */
type Names<Message extends string> = Message extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}|${string}` ? Name : Inside) | Names<Rest>
  : never;

type Facts<Message extends string> = [Names<Message>] extends [never]
  ? []
  : [facts: Record<Names<Message>, string | number>];

export type Catalogue<En extends Messages> = { en: En; zh: { [Key in keyof En]: string } };

/** Speaks one catalogue in one language. A missing key or fact does not compile. */
export type Speak<En extends Messages> = <Key extends keyof En & string>(key: Key, ...facts: Facts<En[Key]>) => string;

/** One area's messages in both languages; a key missing in Chinese, or one too many, does not compile. */
export function catalogue<const En extends Messages>(en: En, zh: { [Key in keyof En]: string }): Catalogue<En> {
  return { en, zh };
}

/** Makes the speaker of a catalogue, for the server (letters, exports) and for tests. */
export function speaker<En extends Messages>(from: Catalogue<En>, language: Language): Speak<En> {
  const messages: Messages = from[language];
  return (key, ...facts) => fill(messages[key] ?? key, language, facts[0] ?? {});
}

/** For keys that are data (an obstacle's code): the message, or undefined when the catalogue has none. */
export function lookUp(
  from: Catalogue<Messages>,
  language: Language,
  key: string,
  facts: Record<string, string | number> = {},
): string | undefined {
  const message = Object.hasOwn(from[language], key) ? from[language][key] : undefined;
  return message === undefined ? undefined : fill(message, language, facts);
}

const LanguageContext = createContext<Language>("en");
export const LanguageProvider = LanguageContext.Provider;

/** The reader's language. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The speaker of a catalogue in the reader's language. */
export function useText<En extends Messages>(from: Catalogue<En>): Speak<En> {
  return speaker(from, useLanguage());
}

const plurals = { en: new Intl.PluralRules("en"), zh: new Intl.PluralRules("zh") };
const numbers = { en: new Intl.NumberFormat("en"), zh: new Intl.NumberFormat("zh-CN") };
const PLACE = /\{([^{}|]+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g;

function fill(message: string, language: Language, facts: Record<string, string | number>): string {
  return message.replace(PLACE, (whole, name: string, one?: string, other?: string) => {
    const fact = facts[name];
    if (fact === undefined) return whole;
    if (one !== undefined && other !== undefined) return plurals[language].select(Number(fact)) === "one" ? one : other;
    return typeof fact === "number" ? numbers[language].format(fact) : fact;
  });
}
