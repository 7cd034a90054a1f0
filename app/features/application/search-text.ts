import type { Answers } from "#app/features/call/answers.ts";

const LONGEST = 2_000;

/** Folds words for searching: width, case and accents aside, the same on both engines. */
export function fold(words: string): string {
  return words
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim();
}

/** What organisers find an entry by: titles, one-liners, names, code. Never shown, and never searched by jurors. */
export function searchTextOf({
  answers,
  code,
  leadName,
  leadEmail,
}: {
  answers: Answers;
  code: string | null;
  leadName: string;
  leadEmail: string;
}): string {
  const told = [
    "title_zh",
    "title_en",
    "venture_name",
    "nominee_name",
    "logline_zh",
    "legal_name",
    "contact_person",
    "email",
  ]
    .map((id) => (Object.hasOwn(answers, id) ? answers[id] : undefined))
    .filter((answer) => typeof answer === "string");
  return fold([code ?? "", ...told, leadName, leadEmail].join(" ")).slice(0, LONGEST);
}
