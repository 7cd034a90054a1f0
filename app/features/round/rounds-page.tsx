import { manage } from "#app/i18n/messages/manage.ts";
import { manageJury } from "#app/i18n/messages/manage-jury.ts";
import { obstacleText } from "#app/i18n/obstacle-text.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import type { Obstacle } from "#app/lib/refusal.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Waterline } from "#app/ui/waterline.tsx";
import { RoundBadge } from "./round-badge.tsx";
import { type RoundDates, RoundTimes } from "./round-times.tsx";
import styles from "./rounds-page.module.css";

type Round = RoundDates & {
  code: string;
  nameZh: string;
  nameEn: string;
  isJudged: boolean;
  isBlind: boolean;
  reviewsPerEntry: number;
  criteria: readonly { id: string; label: string; weight: number }[];
  progress: { entries: number; assigned: number; sent: number; covered: number } | null;
  /** Of the round that comes next: who would come in, and what is in the way. */
  opening: { entries: number; obstacles: readonly Obstacle[] } | null;
};
type Props = { slug: string; timeZone: string; rounds: readonly Round[] };

/** The rounds of a call one after another: what each asks, where it stands, and the way into it. */
export function RoundsPage({ slug, timeZone, rounds }: Props) {
  const t = useText(manageJury);
  const language = useLanguage();
  if (rounds.length === 0) return <EmptyState title={t("rounds.none")} />;
  return (
    <ol className={styles.rounds}>
      {rounds.map((round) => (
        <Card as="li" key={round.code}>
          <h2 className={styles.name}>
            {language === "zh" ? round.nameZh : round.nameEn} {round.isJudged ? <RoundBadge round={round} /> : null}{" "}
            {round.isJudged ? <Badge>{t(round.isBlind ? "round.blind" : "round.not-blind")}</Badge> : null}
          </h2>
          {round.isJudged ? (
            <JudgedRound slug={slug} timeZone={timeZone} round={round} />
          ) : (
            <p className="soft">{t("round.no-rubric")}</p>
          )}
        </Card>
      ))}
    </ol>
  );
}

function JudgedRound({ slug, timeZone, round }: { slug: string; timeZone: string; round: Round }) {
  const t = useText(manageJury);
  const own = useText(manage);
  const language = useLanguage();
  const { progress, opening } = round;
  const query = `?round=${encodeURIComponent(round.code)}`;
  return (
    <>
      <p className="soft">
        {t("round.wants", { count: round.reviewsPerEntry })} <RoundTimes round={round} timeZone={timeZone} />
      </p>
      {progress ? (
        <div>
          <Waterline
            value={progress.assigned === 0 ? 0 : progress.sent / progress.assigned}
            label={t("round.progress", progress)}
            isKey={progress.assigned > 0 && progress.sent === progress.assigned}
          />
          <p className="soft small">
            {t("round.covered", {
              covered: progress.covered,
              entries: progress.entries,
              wanted: round.reviewsPerEntry,
            })}
          </p>
        </div>
      ) : null}
      {opening ? (
        <div>
          <p>{t("open.would", { count: opening.entries })}</p>
          {opening.obstacles.length > 0 ? (
            <ul className="soft">
              {opening.obstacles.map((one) => (
                <li key={one.code}>{obstacleText(one, language)}</li>
              ))}
            </ul>
          ) : null}
        </div>
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
          {t(opening ? "round.prepare" : "round.enter")}
        </LinkButton>
        <LinkButton kind="quiet" small href={`${paths.managePanel(slug)}${query}`}>
          {own("tab.panel")}
        </LinkButton>
        {round.stage === "planned" ? null : (
          <>
            <LinkButton kind="quiet" small href={`${paths.manageAssignments(slug)}${query}`}>
              {own("tab.assignments")}
            </LinkButton>
            <LinkButton kind="quiet" small href={`${paths.manageScores(slug)}${query}`}>
              {own("tab.scores")}
            </LinkButton>
          </>
        )}
      </div>
    </>
  );
}
