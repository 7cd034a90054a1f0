import { manageJury } from "#app/i18n/messages/manage-jury.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MomentText } from "#app/ui/moment-text.tsx";
import { Waterline } from "#app/ui/waterline.tsx";
import styles from "./rounds-page.module.css";
import type { RoundStage } from "./rules.ts";

type Round = {
  code: string;
  nameZh: string;
  nameEn: string;
  stage: RoundStage;
  isJudged: boolean;
  isBlind: boolean;
  reviewsPerEntry: number;
  closesAt: string | null;
  openedAt: string | null;
  criteria: readonly { id: string; label: string; weight: number }[];
  progress: { entries: number; assigned: number; sent: number } | null;
};
type Props = { slug: string; timeZone: string; rounds: readonly Round[]; isEntrant: boolean };

const tones = { planned: "plain", open: "good", closed: "sea", published: "gold" } as const;

/** The rounds of a call one after another: what each asks, where it stands, and the way into it. */
export function RoundsPage({ slug, timeZone, rounds, isEntrant }: Props) {
  const t = useText(manageJury);
  const language = useLanguage();
  if (rounds.length === 0) return <EmptyState title={t("rounds.none")} />;
  return (
    <ol className={styles.rounds}>
      {rounds.map((round) => (
        <Card as="li" key={round.code}>
          <h2 className={styles.name}>
            {language === "zh" ? round.nameZh : round.nameEn}{" "}
            <Badge tone={tones[round.stage]}>{t(`round.${round.stage}`)}</Badge>{" "}
            {round.isJudged ? <Badge>{t(round.isBlind ? "round.blind" : "round.not-blind")}</Badge> : null}
          </h2>
          {round.isJudged ? (
            <>
              <p className="soft">
                {t("round.wants", { count: round.reviewsPerEntry })}
                {round.closesAt ? (
                  <>
                    {" · "}
                    {t(round.openedAt ? "round.until" : "round.planned-end")}{" "}
                    <MomentText moment={round.closesAt} timeZone={timeZone} />
                  </>
                ) : null}
              </p>
              {round.progress && !isEntrant ? (
                <Waterline
                  value={round.progress.assigned === 0 ? 0 : round.progress.sent / round.progress.assigned}
                  label={t("round.progress", round.progress)}
                  isKey={round.progress.assigned > 0 && round.progress.sent === round.progress.assigned}
                />
              ) : null}
              <details>
                <summary>{t("round.rubric", { count: round.criteria.length })}</summary>
                <ul>
                  {round.criteria.map((criterion) => (
                    <li key={criterion.id}>
                      {criterion.label} · {criterion.weight} %
                    </li>
                  ))}
                </ul>
              </details>
              <div className="row">
                <LinkButton small href={paths.manageRound(slug, round.code)}>
                  {t(round.stage === "planned" ? "round.prepare" : "round.enter")}
                </LinkButton>
              </div>
            </>
          ) : (
            <p className="soft">{t("round.no-rubric")}</p>
          )}
        </Card>
      ))}
    </ol>
  );
}
