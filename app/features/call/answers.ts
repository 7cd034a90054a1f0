/**
 * The answers to a form, by field id. Kept as one JSON text. An absent key means «not answered yet».
 * text, longtext, select, date (`2026-03-01`), email, phone, url, country (ISO 3166 alpha-2): string.
 * multi: string[]. int, decimal: number. money: number of yuan with at most two decimals. bool: boolean.
 * table, people: rows of plain values by column id. computed: never stored.
 */
export type Row = Record<string, string | number>;
export type Answer = string | number | boolean | string[] | Row[];
export type Answers = Record<string, Answer>;

/** What the server verified of a file in a slot; rules and slots are judged by these facts. */
export type FileFacts = {
  slot: string;
  name: string;
  bytes: number;
  /** The format found in the content, as a lower-case ending (pdf, mp4 …), never the name's. */
  format: string;
  seconds?: number | undefined;
  width?: number | undefined;
  height?: number | undefined;
  codec?: string | undefined;
  pages?: number | undefined;
};
