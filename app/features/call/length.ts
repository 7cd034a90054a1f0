/**
 * How long a text is, counted the same in the browser and on the server.
 * `char`: what a reader sees as one character (a Chinese character, a letter with its accents, an emoji family) is one.
 * `word`: a run of letters and digits is one word, and so is each Chinese, Japanese or Korean character.
 */
export type LengthUnit = "char" | "word";

/** The length of a text as limits mean it: tidied first, so that line endings and spellings of accents do not matter. */
export function lengthOf(text: string, unit: LengthUnit = "char"): number {
  const tidy = tidyText(text);
  return unit === "word" ? countWords(tidy) : countCharacters(tidy);
}

/**
 * A text as it is kept: accents composed (NFC), line ends as one line feed, no blanks at its ends, and without what no
 * database can hold (NUL) or no reader can see (halves of a surrogate pair).
 */
export function tidyText(text: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  const clean = UNSTORABLE.test(lines) ? lines.replace(ALL_UNSTORABLE, "") : lines;
  return clean.normalize("NFC").trim();
}

const UNSTORABLE = /[\0\p{Surrogate}]/u;
const ALL_UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** Plain Latin, Chinese characters and their punctuation: one code unit each, nothing that joins. */
const PLAIN =
  /^[\n\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u3000-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]*$/;

let segmenter: Intl.Segmenter | undefined;
const WINDOW = 256;

/** Counts window by window: given a long text at once, the platform's segmenter takes time that grows with its square. */
function countCharacters(text: string): number {
  if (PLAIN.test(text)) return text.length;
  segmenter ??= new Intl.Segmenter("und", { granularity: "grapheme" });
  let count = 0;
  let start = 0;
  let size = WINDOW;
  while (start < text.length) {
    const end = start + size < text.length ? start + size - (isHighHalf(text, start + size - 1) ? 1 : 0) : text.length;
    let inside = 0;
    let last = 0;
    for (const { index } of segmenter.segment(text.slice(start, end))) {
      inside += 1;
      last = index;
    }
    if (end === text.length) return count + inside;
    // The last character of a window may go on in the next, which therefore begins with it.
    count += inside - 1;
    start += last;
    size = inside > 1 ? WINDOW : size * 2;
  }
  return count;
}

function isHighHalf(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff;
}

const CJK = "(?=[\\p{L}\\p{N}])[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Hangul}]";
const LETTER = `(?:(?!${CJK})[\\p{L}\\p{N}\\p{M}])`;
const WORD = new RegExp(`${CJK}\\p{M}*|${LETTER}+(?:['’.,@&_-]${LETTER}+)*`, "gu");

function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
