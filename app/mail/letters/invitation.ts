import { letter } from "#app/i18n/messages/letter.ts";
import { type Language, speaker } from "#app/i18n/text.ts";
import type { Moment } from "#app/lib/moment.ts";
import { type Block, frame, moment, shown } from "../frame.ts";
import type { Letter } from "../kinds.ts";

type Facts = {
  name: string;
  inviter: string;
  role: "organiser" | "chair" | "juror";
  programme: string;
  /** The round's name, when the invitation is for one. */
  round: string | null;
  /** The inviter's own words; empty for none. */
  message: string;
  url: string;
  expiresAt: Moment;
  timeZone: string;
};

/** Asks somebody to judge, chair or organise; the page behind the link says more and takes the answer. */
export function invitationLetter(
  language: Language,
  { name, inviter, role, programme, round, message, url, expiresAt, timeZone }: Facts,
): Letter {
  const t = speaker(letter, language);
  const rows: [string, string][] = [[t("invitation.until"), moment(language, expiresAt, timeZone)]];
  if (round) rows.unshift([t("invitation.round"), shown(round)]);
  const blocks: Block[] = [
    t(`invitation.${role}`, { inviter: shown(inviter), programme: shown(programme) }),
    ...(message === "" ? [] : [{ quote: message }]),
    { rows },
    { link: url, label: t("invitation.link") },
    t("invitation.once"),
  ];
  return frame(language, {
    kind: "invitation",
    subject: t(`invitation.subject.${role}`, { programme }),
    name,
    blocks,
  });
}
