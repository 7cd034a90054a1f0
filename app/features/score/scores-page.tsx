import { RoundChooser } from "#app/features/round/round-chooser.tsx";
import { manage } from "#app/i18n/messages/manage.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Table } from "#app/ui/table.tsx";
import { Waterline } from "#app/ui/waterline.tsx";
import { BandChart } from "./band-chart.tsx";
import type { ScoreOrder } from "./forms.ts";
import { scoreText } from "./score-view.ts";

type Round = { code: string; nameZh: string; nameEn: string };
type Entry = {
  id: string;
  code: string | null;
  title: string;
  readings: number;
  mean: number | null;
  spread: number | null;
  verdicts: Record<string, number>;
};
export type Scores = {
  wanted: number;
  entries: readonly Entry[];
  count: number;
  covered: number;
  readings: number;
  bands: readonly number[];
  verdicts: readonly { id: string; label: string }[];
  page: number;
  pages: number;
  order: ScoreOrder;
};
type Props = {
  slug: string;
  rounds: readonly Round[];
  round: Round | null;
  isEntrant: boolean;
  scores: Scores | null;
};

/** What the jury's sent reviews say so far: coverage, weighted totals, how far jurors are apart. */
export function ScoresPage({ slug, rounds, round, isEntrant, scores }: Props) {
  const t = useText(manage);
  if (isEntrant) return <Notice title={t("jury-side.entrant")}>{t("jury-side.entrant-text")}</Notice>;
  if (!round || !scores) return <EmptyState title={t("scores.none")}>{t("scores.none-text")}</EmptyState>;
  const hrefOf = (code: string) => `${paths.manageScores(slug)}?round=${encodeURIComponent(code)}`;
  return (
    <div className="stack-l">
      <RoundChooser rounds={rounds} current={round.code} hrefOf={hrefOf} />
      <Waterline
        value={scores.count === 0 ? 0 : scores.covered / scores.count}
        label={t("scores.coverage", { covered: scores.covered, count: scores.count, wanted: scores.wanted })}
        isKey={scores.count > 0 && scores.covered === scores.count}
      />
      {scores.readings === 0 ? (
        <EmptyState title={t("scores.no-review")}>{t("scores.no-review-text")}</EmptyState>
      ) : (
        <BandChart bands={scores.bands} />
      )}
      <ScoreTable slug={slug} round={round} scores={scores} hrefOf={hrefOf} />
      <details>
        <summary>{t("scores.how")}</summary>
        <p>{t("scores.how-text")}</p>
      </details>
    </div>
  );
}

type TableProps = { slug: string; round: Round; scores: Scores; hrefOf: (code: string) => string };

function ScoreTable({ slug, round, scores, hrefOf }: TableProps) {
  const t = useText(manage);
  const language = useLanguage();
  const name = language === "zh" ? round.nameZh : round.nameEn;
  const sortBy = (order: ScoreOrder) => ({
    sortHref: `${hrefOf(round.code)}&order=${order}`,
    ...(scores.order === order
      ? { sorted: order === "mean" || order === "spread" ? ("descending" as const) : ("ascending" as const) }
      : {}),
  });
  return (
    <>
      <Table
        caption={name}
        captionHidden
        rows={scores.entries}
        keyOf={(entry) => entry.id}
        columns={[
          {
            key: "title",
            head: t("list.title"),
            isHead: true,
            cell: (entry) => (
              <a href={`${paths.manageScore(slug, entry.id)}?round=${encodeURIComponent(round.code)}`}>
                {entry.title || entry.code}
              </a>
            ),
          },
          { key: "code", head: t("list.code"), cell: (entry) => <code>{entry.code}</code>, ...sortBy("code") },
          {
            key: "readings",
            head: t("scores.readings"),
            numeric: true,
            cell: (entry) => t("scores.of", { count: entry.readings, wanted: scores.wanted }),
            ...sortBy("readings"),
          },
          {
            key: "mean",
            head: t("scores.mean"),
            numeric: true,
            cell: (entry) => <strong>{scoreText(entry.mean)}</strong>,
            ...sortBy("mean"),
          },
          {
            key: "spread",
            head: t("scores.spread"),
            numeric: true,
            cell: (entry) => scoreText(entry.spread),
            ...sortBy("spread"),
          },
          {
            key: "verdicts",
            head: t("scores.verdicts"),
            cell: (entry) =>
              scores.verdicts
                .filter(({ id }) => entry.verdicts[id])
                .map(({ id, label }) => `${label} ${entry.verdicts[id]}`)
                .join(" · "),
          },
        ]}
      />
      <Pagination
        page={scores.page}
        pages={scores.pages}
        hrefOf={(page) => `${hrefOf(round.code)}&order=${scores.order}&page=${page}`}
      />
    </>
  );
}
