import type { Award } from "#app/features/call/definition.ts";
import type { Moment } from "#app/lib/moment.ts";
import { paths } from "#app/lib/paths.ts";
import { outcomeLetter } from "#app/mail/letters/application.ts";
import { absoluteLink } from "#app/mail/link.server.ts";
import { postLetter } from "#app/mail/outbox.server.ts";
import type { Db } from "#db/database.server.ts";
import { listLeads } from "./queries.server.ts";
import type { DecisionOutcome } from "./rules.ts";

type Names = { nameZh: string; nameEn: string };
type Posting = {
  round: Names & { id: string };
  call: Names;
  awards: readonly Award[];
  results: readonly { id: string; outcome: DecisionOutcome; awardIds: readonly string[] }[];
  programmeId: string;
  now: Moment;
};

/** A step of the publication: one letter to the lead of every entry, in their language. */
export async function postOutcomes(trx: Db, { round, call, awards, results, programmeId, now }: Posting) {
  const byId = new Map(results.map((result) => [result.id, result]));
  for (const lead of await listLeads(trx, round.id)) {
    const result = byId.get(lead.id);
    if (!result) continue;
    const { language } = lead;
    const nameOf = (names: Names) => (language === "zh" ? names.nameZh : names.nameEn);
    const won = awards.filter((award) => result.awardIds.includes(award.id)).map((award) => award.name[language]);
    const entry = {
      name: lead.name,
      title: lead.title,
      call: nameOf(call),
      url: absoluteLink(paths.application(lead.id)),
    };
    await postLetter(trx, {
      letter:
        won.length > 0
          ? outcomeLetter(language, { ...entry, outcome: "honour", award: won.join(language === "zh" ? "、" : ", ") })
          : outcomeLetter(language, { ...entry, outcome: result.outcome, round: nameOf(round) }),
      to: { personId: lead.personId, email: lead.email, language },
      dedupeKey: `outcome:${round.id}:${lead.id}`,
      programmeId,
      applicationId: lead.id,
      now,
    });
  }
}
