import { applicant } from "#app/i18n/messages/applicant.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Card } from "#app/ui/card.tsx";
import { MomentText } from "#app/ui/moment-text.tsx";
import styles from "./outcome-view.module.css";
import type { DecisionOutcome } from "./rules.ts";

export type Outcome = {
  rounds: readonly {
    id: string;
    nameZh: string;
    nameEn: string;
    outcome: DecisionOutcome;
    reservePosition: number | null;
    publishedAt: string;
    words: readonly string[];
  }[];
  honours: readonly { award: string; citationZh: string; citationEn: string }[];
};
type Props = { outcome: Outcome; timeZone: string };

const tones = { advance: "good", reserve: "sea", decline: "plain" } as const;

/** What became of an entry, and the words the jury meant for its makers. Never who wrote them. */
export function OutcomeView({ outcome: { rounds, honours }, timeZone }: Props) {
  const t = useText(applicant);
  const language = useLanguage();
  return (
    <section className="stack" aria-labelledby="outcome">
      <h2 id="outcome">{t("outcome.title")}</h2>
      {honours.map((honour) => (
        <Card as="section" key={honour.award}>
          <p>
            <Badge tone="gold">{honour.award}</Badge>
          </p>
          <blockquote className={styles.citation}>
            {language === "zh" ? honour.citationZh : honour.citationEn}
          </blockquote>
          <p>
            <a href={paths.results()}>{t("outcome.see-results")}</a>
          </p>
        </Card>
      ))}
      {rounds.map((round) => (
        <Card as="section" key={round.id}>
          <h3>
            {language === "zh" ? round.nameZh : round.nameEn}{" "}
            <Badge tone={tones[round.outcome]}>{t(`outcome.${round.outcome}`)}</Badge>
          </h3>
          {round.reservePosition ? <p>{t("outcome.place", { place: round.reservePosition })}</p> : null}
          {round.words.length > 0 ? (
            <>
              <p className="soft">{t("outcome.words")}</p>
              <ul className={styles.words}>
                {round.words.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </>
          ) : (
            <p className="soft">{t("outcome.no-words")}</p>
          )}
          <p className="soft small">
            {t("outcome.published")} <MomentText moment={round.publishedAt} timeZone={timeZone} />
          </p>
        </Card>
      ))}
    </section>
  );
}
