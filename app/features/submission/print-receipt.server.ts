import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import type { EntryLines } from "#app/features/application/entry-lines.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { receipt as messages } from "#app/i18n/messages/receipt.ts";
import { type Language, speaker } from "#app/i18n/text.ts";
import { type Font, houseFont } from "#app/lib/font.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { sizeText } from "#app/lib/size-text.ts";

type Facts = {
  title: string;
  call: string;
  code: string;
  number: number;
  receiptNumber: string;
  hash: string;
  arrivedAt: Moment;
  timeZone: string;
  submittedByName: string;
  files: readonly { name: string; bytes: number; sha256: string }[];
  answers: readonly EntryLines[];
  verifyUrl: string;
};

const INK = "#0c2b36";
const SOFT = "#4a6670";
const SEA = "#0f5c6e";
const MARGIN = 56;

/** A receipt as a PDF to keep: number, time, every file with its hash, the hash of the whole, a copy of the answers. */
export async function printReceipt(facts: Facts, language: Language): Promise<Buffer> {
  const t = speaker(messages, language);
  const own = speaker(applicant, language);
  const font = await houseFont();
  const paper = openPaper(facts, { font, language });
  const time = (timeZone: string) => formatMoment(facts.arrivedAt, { language, timeZone, seconds: true });

  paper.title(t("paper.title"), facts.receiptNumber);
  paper.words(t("paper.lead"));
  paper.pair(own("receipt.title-of-work"), facts.title || own("list.untitled"));
  paper.pair(own("overview.call"), facts.call);
  paper.pair(own("overview.code"), facts.code);
  paper.pair(own("receipt.at"), time(facts.timeZone));
  paper.pair(own("receipt.at-utc"), time("UTC"));
  paper.pair(own("receipt.by"), facts.submittedByName);
  paper.pair(own("receipt.version"), String(facts.number));
  paper.pair(own("receipt.hash"), facts.hash);
  paper.words(t("paper.check"));
  paper.link(facts.verifyUrl);

  paper.head(t("paper.files"));
  if (facts.files.length === 0) paper.words(t("paper.no-files"));
  for (const { name, bytes, sha256 } of facts.files) paper.pair(`${name} · ${sizeText(bytes)}`, `SHA-256 ${sha256}`);

  paper.head(t("paper.answers"));
  for (const section of facts.answers) {
    paper.part(section.title);
    for (const { label, text } of section.items) paper.pair(label, text);
  }
  return paper.close({
    signs: t("paper.signs"),
    foot: (page, pages) => t("paper.page", { number: facts.receiptNumber, page: String(page), pages: String(pages) }),
  });
}

type Closing = { signs: string; foot(page: number, pages: number): string };

function openPaper({ title, receiptNumber, arrivedAt }: Facts, { font, language }: { font: Font; language: Language }) {
  const doc = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    bufferPages: true,
    lang: language === "zh" ? "zh-CN" : "en",
    info: { Title: `${receiptNumber} ${printable(title)}`, Producer: "Tidemark", CreationDate: new Date(arrivedAt) },
  });
  const content = buffer(doc);
  doc.registerFont("house", font.bytes).font("house");
  let isCoded = false;
  const shown = (text: string) =>
    printable(text).replace(/[^\n]/gu, (character) => {
      const code = character.codePointAt(0) ?? 0;
      if (font.has(code)) return character;
      isCoded = true;
      return `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
    });
  const line = (text: string, size: number, colour: string, gap = 0) =>
    doc.fontSize(size).fillColor(colour).text(shown(text), { lineGap: 2 }).moveDown(gap);
  return {
    title(words: string, number: string) {
      line(words, 22, INK, 0.2);
      line(number, 15, SEA, 0.6);
    },
    head: (words: string) => {
      doc.moveDown(0.8);
      line(words, 15, SEA, 0.3);
    },
    part: (words: string) => {
      doc.moveDown(0.4);
      line(words, 12, INK, 0.3);
    },
    words: (words: string) => line(words, 10, SOFT, 0.6),
    pair: (label: string, value: string) => {
      line(label, 8.5, SOFT);
      line(value, 10.5, INK, 0.5);
    },
    link: (url: string) => {
      doc.fontSize(9).fillColor(SEA).text(url, { link: url, underline: true, lineGap: 2 }).moveDown(0.5);
    },
    close({ signs, foot }: Closing): Promise<Buffer> {
      if (isCoded) line(signs, 8.5, SOFT);
      const { count } = doc.bufferedPageRange();
      for (let page = 0; page < count; page++) {
        doc.switchToPage(page);
        // Below the margin, where the paper would otherwise go on to a new page.
        doc.page.margins.bottom = 0;
        doc.fontSize(8).fillColor(SOFT);
        doc.text(foot(page + 1, count), MARGIN, doc.page.height - MARGIN / 2 - 8, { lineBreak: false });
      }
      doc.end();
      return content;
    },
  };
}

/** No control or direction-turning character reaches the paper: what is printed reads as it was typed. */
function printable(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/\t/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, (character) => (character === "\n" ? character : ""));
}
