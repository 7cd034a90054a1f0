import { letter as messages } from "#app/i18n/messages/letter.ts";
import { type Language, speaker } from "#app/i18n/text.ts";
import type { Moment } from "#app/lib/moment.ts";
import type { Letter, LetterKind } from "./kinds.ts";

/** What a letter is made of, from top to bottom. */
export type Block =
  | string
  | { link: string; label: string }
  | { rows: readonly (readonly [label: string, value: string])[] }
  | { quote: string; label?: string };

type Content = { kind: LetterKind; subject: string; name: string; blocks: readonly Block[] };

/** The one shape of all letters: greeting, blocks, signature; as plain text and as HTML without pictures or styles from afar. */
export function frame(language: Language, { kind, subject, name, blocks }: Content): Letter {
  const t = speaker(messages, language);
  const all: Block[] = [t("frame.greeting", { name: shown(name) }), ...blocks, t("frame.signature")];
  return {
    kind,
    subject: oneLine(subject).slice(0, 200),
    text: `${all.map(asText).join("\n\n")}\n`,
    html: page(language, oneLine(subject), all.map(asHtml).join("\n")),
  };
}

/**
 * Words that a stranger typed (names, titles, file names), safe to stand in a letter: on one line, bounded, and never
 * turned into a link by the reader's mail program: a word joiner follows each dot, slash and at-sign between letters.
 */
export function shown(typed: string): string {
  return unlinked(oneLine(typed).slice(0, 200));
}

/** Typed words of any length, never turned into a link by the reader's mail program. */
export function unlinked(typed: string): string {
  return typed.replace(/([./@:])(?=[\p{L}\p{N}/])/gu, "$1\u2060");
}

/** A moment in the zone of the Week, with the zone's name beside it. */
export function moment(language: Language, at: Moment, timeZone: string): string {
  const format = new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
    timeZone,
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "longOffset",
  });
  return `${format.format(new Date(at))} (${timeZone})`;
}

/** No control or line-breaking character survives: a header can not grow a second line. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** Typed words of several lines, without other control characters. */
const paragraph = (text: string) =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .split("\n")
    .map(oneLine)
    .join("\n");

function asText(block: Block): string {
  if (typeof block === "string") return block;
  if ("link" in block) return `${block.label}\n${block.link}`;
  if ("quote" in block)
    return [
      ...(block.label ? [block.label] : []),
      ...paragraph(block.quote)
        .split("\n")
        .map((line) => `> ${line}`),
    ].join("\n");
  return block.rows.map(([label, value]) => `${label}: ${value}`).join("\n");
}

function asHtml(block: Block): string {
  if (typeof block === "string") return `<p>${lines(block)}</p>`;
  if ("link" in block)
    return `<p><a href="${escaped(block.link)}" style="display:inline-block;padding:10px 18px;background:#0f5c6e;color:#ffffff;text-decoration:none;border-radius:4px">${escaped(block.label)}</a></p><p style="word-break:break-all;color:#4a6670">${escaped(block.link)}</p>`;
  if ("quote" in block)
    return `${block.label ? `<p style="margin:0;color:#4a6670">${lines(block.label)}</p>` : ""}<blockquote style="margin:0;padding-left:14px;border-left:3px solid #d7ebe8">${lines(paragraph(block.quote))}</blockquote>`;
  const rows = block.rows.map(
    ([label, value]) =>
      `<tr><td style="padding:3px 14px 3px 0;color:#4a6670;vertical-align:top">${escaped(label)}</td><td style="padding:3px 0;word-break:break-all">${escaped(value)}</td></tr>`,
  );
  return `<table role="presentation" style="border-collapse:collapse">${rows.join("")}</table>`;
}

const lines = (text: string) => escaped(text).replaceAll("\n", "<br>");

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

function page(language: Language, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head>
<body style="margin:0;background:#fbfaf6;color:#0c2b36;font:16px/1.6 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',system-ui,sans-serif">
<div style="max-width:600px;margin:0 auto;padding:24px">
${body}
</div>
</body>
</html>
`;
}
