import { manage } from "#app/i18n/messages/manage.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Table } from "#app/ui/table.tsx";
import styles from "./score-entry-page.module.css";
import { scoreText } from "./score-view.ts";

type Review = {
  id: string;
  jurorName: string;
  verdict: string | null;
  total: number | null;
  /** Hundredths of a mark by criterion. */
  marks: Record<string, number>;
  panelText: string;
  applicantText: string;
};
type Props = {
  slug: string;
  roundCode: string;
  entry: { id: string; code: string | null; title: string };
  criteria: readonly { id: string; label: string; weight: number }[];
  reviews: readonly Review[];
  isOrganiser: boolean;
};

/** What each juror gave one entry, criterion by criterion, and said of it. */
export function ScoreEntryPage({ slug, roundCode, entry, criteria, reviews, isOrganiser }: Props) {
  const t = useText(manage);
  return (
    <article className="stack-l">
      <header className="stack">
        <p>
          <a href={`${paths.manageScores(slug)}?round=${encodeURIComponent(roundCode)}`}>← {t("tab.scores")}</a>
        </p>
        <h2>
          {entry.title || entry.code} <code className="soft small">{entry.code}</code>
        </h2>
        {isOrganiser ? (
          <p>
            <LinkButton kind="quiet" small href={paths.manageApplication(slug, entry.id)}>
              {t("scores.see-entry")}
            </LinkButton>
          </p>
        ) : null}
      </header>
      {reviews.length === 0 ? (
        <EmptyState title={t("scores.no-review")}>{t("scores.no-review-text")}</EmptyState>
      ) : (
        <>
          <Table
            caption={t("scores.by-criterion")}
            rows={[
              ...criteria.map(({ id, label, weight }) => ({ id, label: `${label} · ${weight} %` })),
              { id: "", label: t("scores.total") },
            ]}
            keyOf={(row) => row.id}
            columns={[
              { key: "criterion", head: t("scores.criterion"), isHead: true, cell: (row) => row.label },
              ...reviews.map((review) => ({
                key: review.id,
                head: review.jurorName,
                numeric: true,
                cell: (row: { id: string }) => (
                  <span className="numbers">
                    {row.id === "" ? scoreText(review.total) : scoreText(review.marks[row.id] ?? null)}
                  </span>
                ),
              })),
            ]}
          />
          <ul className={styles.words}>
            {reviews.map((review) => (
              <Card as="li" key={review.id}>
                <h3>
                  {review.jurorName} {review.verdict ? <Badge tone="sea">{review.verdict}</Badge> : null}
                </h3>
                <Words title={t("scores.for-panel")} text={review.panelText} />
                <Words title={t("scores.for-applicant")} text={review.applicantText} />
              </Card>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}

function Words({ title, text }: { title: string; text: string }) {
  if (text === "") return null;
  return (
    <div>
      <p className="soft small">{title}</p>
      <p className={styles.text}>{text}</p>
    </div>
  );
}
