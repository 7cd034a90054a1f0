import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { scoreText } from "#app/features/score/score-view.ts";
import { manage } from "#app/i18n/messages/manage.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ChoiceGroup } from "#app/ui/choice.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormProblems, useProblemAt } from "#app/ui/form-problems.tsx";
import { Tabs } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Table } from "#app/ui/table.tsx";
import styles from "./decision-table.module.css";
import { decisionFilters } from "./forms.ts";
import { type DecisionOutcome, outcomes, REASON_TEXT } from "./rules.ts";

type Row = {
  id: string;
  code: string | null;
  title: string;
  outcome: DecisionOutcome | null;
  reservePosition: number | null;
  reason: string;
  version: number;
  readings: number;
  mean: number | null;
  spread: number | null;
  isTicked: boolean;
};
export type DecisionList = {
  rows: readonly Row[];
  show: (typeof decisionFilters)[number];
  top: number;
  page: number;
  pages: number;
  counts: Record<(typeof decisionFilters)[number], number>;
};
type Props = {
  slug: string;
  /** The page's own address with its round. */
  href: string;
  roundCode: string;
  list: DecisionList;
  /** How many the call means to advance; 0 where it does not say. */
  suggested: number;
  isLocked: boolean;
  result: SubmissionResult<string[]> | undefined;
};

const tones = { advance: "good", reserve: "sea", decline: "plain" } as const;

/** The entries of a round, best first, to be ticked and decided. */
export function DecisionTable({ slug, href, roundCode, list, suggested, isLocked, result }: Props) {
  const t = useText(manage);
  const problemAt = useProblemAt(result);
  const typed = result?.initialValue ?? {};
  const kept = new Set([typed.entry ?? []].flat().map((value) => String(value).split(":")[0]));
  const nextReserve = list.counts.reserve + 1;
  return (
    <section className="stack" aria-labelledby="decide">
      <h2 id="decide">{t("decisions.title")}</h2>
      <Tabs
        label={t("decisions.filter")}
        tabs={decisionFilters.map((filter) => ({
          href: `${href}&show=${filter}`,
          label: `${t(`decisions.show.${filter}`)} ${list.counts[filter]}`,
          isCurrent: list.show === filter,
        }))}
      />
      {!isLocked && list.counts.undecided > 0 && suggested > 0 ? (
        <p>
          <LinkButton kind="quiet" small href={`${href}&show=${list.show}&top=${suggested}#decide`}>
            {t("decisions.tick-top", { count: suggested })}
          </LinkButton>
        </p>
      ) : null}
      {list.rows.length === 0 ? (
        <EmptyState title={t("decisions.nobody")} />
      ) : (
        <Form method="post" className="stack" key={`${list.show}-${list.page}-${list.top}-${versionsOf(list.rows)}`}>
          <FormProblems result={result} places={["entry", "outcome", "reason"]} />
          <div id="entry" tabIndex={-1}>
            <Table
              caption={t("decisions.title")}
              captionHidden
              rows={list.rows}
              keyOf={(row) => row.id}
              columns={[
                {
                  key: "title",
                  head: t("list.title"),
                  isHead: true,
                  cell: (row) =>
                    isLocked ? (
                      row.title || row.code
                    ) : (
                      <label className={styles.name}>
                        <input
                          type="checkbox"
                          name="entry"
                          value={`${row.id}:${row.version}`}
                          defaultChecked={row.isTicked || kept.has(row.id)}
                        />
                        <span>{row.title || row.code}</span>
                      </label>
                    ),
                },
                {
                  key: "code",
                  head: t("list.code"),
                  cell: (row) => (
                    <a href={`${paths.manageScore(slug, row.id)}?round=${encodeURIComponent(roundCode)}`}>
                      <code>{row.code}</code>
                    </a>
                  ),
                },
                { key: "readings", head: t("scores.readings"), numeric: true, cell: (row) => row.readings },
                {
                  key: "mean",
                  head: t("scores.mean"),
                  numeric: true,
                  cell: (row) => <strong>{scoreText(row.mean)}</strong>,
                },
                { key: "spread", head: t("scores.spread"), numeric: true, cell: (row) => scoreText(row.spread) },
                {
                  key: "outcome",
                  head: t("decisions.decision"),
                  cell: (row) =>
                    row.outcome ? (
                      <>
                        <Badge tone={tones[row.outcome]}>{t(`decisions.show.${row.outcome}`)}</Badge>
                        {row.reservePosition ? ` ${row.reservePosition}` : null}
                        {row.reason ? <p className="soft small">{row.reason}</p> : null}
                      </>
                    ) : null,
                },
              ]}
            />
          </div>
          <Pagination page={list.page} pages={list.pages} hrefOf={(page) => `${href}&show=${list.show}&page=${page}`} />
          {isLocked ? null : (
            <div className={styles.act}>
              <ChoiceGroup
                kind="radio"
                name="outcome"
                inline
                legend={t("decisions.ticked")}
                options={outcomes.map((outcome) => ({ value: outcome, label: t(`decisions.show.${outcome}`) }))}
                chosen={typed.outcome ? [String(typed.outcome)] : []}
                {...problemAt("outcome")}
              />
              <div className={styles.fields}>
                <TextField
                  type="number"
                  name="reservePosition"
                  label={t("decisions.reserve-from")}
                  hint={t("decisions.reserve-hint")}
                  min={1}
                  max={500}
                  defaultValue={String(typed.reservePosition ?? nextReserve)}
                />
                <TextAreaField
                  name="reason"
                  optional
                  rows={2}
                  label={t("decisions.reason")}
                  hint={t("decisions.reason-hint")}
                  maxLength={REASON_TEXT}
                  defaultValue={String(typed.reason ?? "")}
                  {...problemAt("reason")}
                />
              </div>
              <div className="row">
                <Button name="intent" value="record">
                  {t("decisions.record")}
                </Button>
                <Button name="intent" value="clear" kind="quiet">
                  {t("decisions.clear")}
                </Button>
              </div>
              <p className="soft small">{t("decisions.pending")}</p>
            </div>
          )}
        </Form>
      )}
    </section>
  );
}

/** Changes when a decision of the page does, so that ticks do not outlive it. */
function versionsOf(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + row.version, 0);
}
