import { describe, expect, test } from "vitest";
import { letter as messages } from "#app/i18n/messages/letter.ts";
import { languages } from "#app/i18n/text.ts";
import { parseMoment } from "#app/lib/moment.ts";
import { shown } from "#app/mail/frame.ts";
import type { Letter } from "#app/mail/kinds.ts";
import { letterKinds } from "#app/mail/kinds.ts";
import {
  accountExistsLetter,
  emailChangedLetter,
  passwordChangedLetter,
  resetPasswordLetter,
  secondFactorLetter,
  verifyEmailLetter,
} from "#app/mail/letters/account.ts";
import { outcomeLetter, receiptLetter, returnedLetter } from "#app/mail/letters/application.ts";
import { invitationLetter } from "#app/mail/letters/invitation.ts";

const at = parseMoment("2027-05-15T15:59:59.000Z");
const timeZone = "Asia/Shanghai";
const hostile = 'Eve\r\nBcc: all@evil.test <img src=x onerror="a()"> win.evil.test/now';

const everyLetter = (language: "zh" | "en", name: string): Letter[] => {
  const url = "https://week.test/a?b=1&c=2";
  return [
    verifyEmailLetter(language, { name, url, hours: 24 }),
    resetPasswordLetter(language, { name, url, minutes: 60 }),
    accountExistsLetter(language, { name, signInUrl: url, resetUrl: url }),
    passwordChangedLetter(language, { name, at, timeZone, url }),
    emailChangedLetter(language, { name, email: "new@example.test" }),
    secondFactorLetter(language, { name, at, timeZone, url, change: "added" }),
    invitationLetter(language, {
      name,
      inviter: name,
      role: "juror",
      programme: name,
      round: name,
      message: name,
      url,
      expiresAt: at,
      timeZone,
    }),
    receiptLetter(language, {
      name,
      title: name,
      call: name,
      url,
      number: "R-2027-0001",
      receivedAt: at,
      timeZone,
      files: [{ name, bytes: 4_000_000_000, sha256: "a".repeat(64) }],
      hash: "b".repeat(64),
      verifyUrl: "https://week.test/verify?number=R-2027-0001",
      answers: [{ title: "Work", items: [{ label: "Synopsis", text: `${name}\nsecond line` }] }],
    }),
    returnedLetter(language, { name, title: name, reasons: [name], until: at, timeZone, url }),
    outcomeLetter(language, { name, title: name, call: name, url, outcome: "decline", round: name, words: name }),
  ];
};

describe.each(languages)("letters in %s", (language) => {
  test("there is one of every kind", () => {
    expect(everyLetter(language, "Lin").map(({ kind }) => kind)).toEqual(letterKinds);
  });

  test.each(everyLetter(language, hostile))("$kind shows a hostile name as text on one line", (letter) => {
    expect(letter.subject).not.toMatch(/[\r\n]/);
    expect(letter.html).not.toContain("<img");
    expect(letter.text).not.toMatch(/^Bcc:/m);
    expect(letter.html).not.toMatch(/\{[a-z]+(\||\})/);
    expect(letter.text).not.toMatch(/\{[a-z]+(\||\})/);
  });

  test("the receipt names the number, the time with its zone, each file and both hashes", () => {
    const receipt = everyLetter(language, "Lin").find(({ kind }) => kind === "receipt");
    for (const proof of ["R-2027-0001", "Asia/Shanghai", "23:59:59", "4,000,000,000", "a".repeat(64), "b".repeat(64)])
      expect(receipt?.text).toContain(proof);
  });

  test("no subject says how it ended", () => {
    const subjects = (["advance", "reserve", "decline"] as const).map(
      (outcome) =>
        outcomeLetter(language, { name: "Lin", title: "Tide", call: "Short film", url: "/", outcome, round: "R1" })
          .subject,
    );
    expect(new Set(subjects).size).toBe(1);
  });
});

test("typed words are not turned into links by a mail program", () => {
  expect(shown("www.evil.test")).toBe("www.\u2060evil.\u2060test");
  expect(shown("Mr. Li")).toBe("Mr. Li");
});

test("no text is left empty in either language", () => {
  for (const language of languages)
    for (const [key, text] of Object.entries(messages[language])) expect(text, key).not.toBe("");
});
