import { letter } from "#app/i18n/messages/letter.ts";
import { type Language, speaker } from "#app/i18n/text.ts";
import type { Moment } from "#app/lib/moment.ts";
import { type Block, frame, moment, shown, unlinked } from "../frame.ts";
import type { Letter } from "../kinds.ts";

type Entry = { name: string; title: string; call: string; url: string };
type ReceivedFile = { name: string; bytes: number; sha256: string };

/** The proof that an entry was received: number, server time, every file with its hash, the hash of the whole. */
export function receiptLetter(
  language: Language,
  facts: Entry & {
    number: string;
    receivedAt: Moment;
    timeZone: string;
    files: readonly ReceivedFile[];
    hash: string;
    verifyUrl: string;
    /** A copy of what was handed in, without what is kept from mail. */
    answers: readonly { title: string; items: readonly { label: string; text: string }[] }[];
  },
): Letter {
  const t = speaker(letter, language);
  const files: Block[] = facts.files.map((file) => ({
    rows: [
      [shown(file.name), t("receipt.bytes", { count: file.bytes })],
      ["SHA-256", file.sha256],
    ],
  }));
  return frame(language, {
    kind: "receipt",
    subject: t("receipt.subject", { number: facts.number }),
    name: facts.name,
    blocks: [
      t("receipt.body", { title: shown(facts.title), call: shown(facts.call) }),
      {
        rows: [
          [t("receipt.number"), facts.number],
          [t("receipt.at"), moment(language, facts.receivedAt, facts.timeZone)],
          [t("receipt.hash"), facts.hash],
        ],
      },
      files.length > 0 ? t("receipt.files", { count: files.length }) : t("receipt.no-files"),
      ...files,
      { link: facts.url, label: t("receipt.link") },
      { link: facts.verifyUrl, label: t("receipt.verify") },
      t("receipt.answers"),
      ...facts.answers.flatMap(({ title, items }): Block[] => [
        title,
        ...items.map(({ label, text }) => ({ label, quote: unlinked(text) })),
      ]),
    ],
  });
}

/** An entry comes back with what has to be put right, and until when. */
export function returnedLetter(
  language: Language,
  {
    name,
    title,
    reasons,
    reopened = [],
    until,
    timeZone,
    url,
  }: Omit<Entry, "call"> & {
    reasons: readonly string[];
    /** What may be changed, in the words of the form; empty where everything may. */
    reopened?: readonly string[];
    until: Moment;
    timeZone: string;
  },
): Letter {
  const t = speaker(letter, language);
  return frame(language, {
    kind: "returned-for-correction",
    subject: t("returned.subject"),
    name,
    blocks: [
      t("returned.body", { title: shown(title) }),
      ...reasons.map((reason) => ({ quote: reason })),
      ...(reopened.length > 0
        ? [[t("returned.reopened"), ...reopened.map((label) => `· ${shown(label)}`)].join("\n")]
        : []),
      t("returned.until", { until: moment(language, until, timeZone) }),
      { link: url, label: t("returned.link") },
    ],
  });
}

type News = { outcome: "advance" | "reserve" | "decline"; round: string } | { outcome: "honour"; award: string };

/** What became of an entry. The facts have no place for anybody of the jury. `words` are the organisers' own. */
export function outcomeLetter(language: Language, facts: Entry & News & { words?: string }): Letter {
  const t = speaker(letter, language);
  const title = shown(facts.title);
  const call = shown(facts.call);
  const news =
    facts.outcome === "honour"
      ? t("outcome.honour", { title, call, award: shown(facts.award) })
      : t(`outcome.${facts.outcome}`, { title, call, round: shown(facts.round) });
  const words: Block[] = facts.words?.trim() ? [t("outcome.words"), { quote: facts.words.trim() }] : [];
  return frame(language, {
    kind: "outcome",
    subject: t("outcome.subject", { title: facts.title }),
    name: facts.name,
    blocks: [news, ...words, { link: facts.url, label: t("outcome.link") }],
  });
}
