import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { RoundChooser } from "#app/features/round/round-chooser.tsx";
import { manage } from "#app/i18n/messages/manage.ts";
import { manageJury } from "#app/i18n/messages/manage-jury.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { FormProblems, useProblemAt } from "#app/ui/form-problems.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Table } from "#app/ui/table.tsx";
import { Waterline } from "#app/ui/waterline.tsx";
import styles from "./assignments-page.module.css";
import { PlanPreview } from "./plan-preview.tsx";
import type { PlanView } from "./plan-view.ts";

type Round = { code: string; nameZh: string; nameEn: string };
type Reader = { id: string; name: string; state: "sent" | "begun" | "waiting" };
type Entry = { id: string; code: string | null; title: string; readers: readonly Reader[] };
type Desk = {
  entries: readonly Entry[];
  page: number;
  pages: number;
  jurors: readonly { id: string; name: string }[];
  wanted: number;
  /** How many entries there are, and how many have all the readers they want. */
  count: number;
  covered: number;
  isOver: boolean;
};
type Props = {
  slug: string;
  rounds: readonly Round[];
  round: Round | null;
  isEntrant: boolean;
  desk: Desk | null;
  plan: { view: PlanView; seed: number; fingerprint: string } | null;
  result: SubmissionResult<string[]> | undefined;
};

const tones = { sent: "good", begun: "warn", waiting: "plain" } as const;

/** Who reads what in a round: as it stands, and a fair plan to look at before it is applied. */
export function AssignmentsPage({ slug, rounds, round, isEntrant, desk, plan, result }: Props) {
  const own = useText(manage);
  const t = useText(manageJury);
  if (isEntrant) return <Notice title={own("jury-side.entrant")}>{own("jury-side.entrant-text")}</Notice>;
  if (!round || !desk)
    return (
      <EmptyState
        title={t("assign.none")}
        action={
          <LinkButton kind="quiet" href={paths.manageRounds(slug)}>
            {own("tab.rounds")}
          </LinkButton>
        }
      >
        {t("assign.none-text")}
      </EmptyState>
    );
  const hrefOf = (code: string) => `${paths.manageAssignments(slug)}?round=${encodeURIComponent(code)}`;
  const here = hrefOf(round.code);
  const intent = String(result?.initialValue?.intent ?? "");
  return (
    <div className="stack-l">
      <RoundChooser rounds={rounds} current={round.code} hrefOf={hrefOf} />
      {intent === "apply" ? <FormProblems result={result} places={[]} /> : null}
      {plan ? (
        <PlanPreview plan={plan.view} seed={plan.seed} fingerprint={plan.fingerprint} here={here} />
      ) : desk.isOver ? null : (
        <div className="stack">
          <p className="soft">{t("plan.text", { wanted: desk.wanted })}</p>
          <p className="soft">
            {t("plan.where")} <a href={paths.manageRound(slug, round.code)}>{t("plan.where-readings")}</a> ·{" "}
            <a href={`${paths.managePanel(slug)}?round=${encodeURIComponent(round.code)}`}>{t("plan.where-loads")}</a>
          </p>
          <p>
            <LinkButton kind="gold" href={`${here}&seed=1`}>
              {t("plan.make")}
            </LinkButton>
          </p>
        </div>
      )}
      <section className="stack" aria-labelledby="standing">
        <h2 id="standing">{t("assign.title")}</h2>
        {intent === "remove" ? <FormProblems result={result} places={[]} /> : null}
        <Waterline
          value={desk.count === 0 ? 0 : desk.covered / desk.count}
          label={t("assign.covered", { covered: desk.covered, count: desk.count, wanted: desk.wanted })}
          isKey={desk.count > 0 && desk.covered === desk.count}
        />
        <Table
          caption={t("assign.title")}
          captionHidden
          rows={desk.entries}
          keyOf={(entry) => entry.id}
          columns={[
            { key: "title", head: own("list.title"), isHead: true, cell: (entry) => entry.title || entry.code },
            { key: "code", head: own("list.code"), cell: (entry) => <code>{entry.code}</code> },
            {
              key: "count",
              head: t("assign.readers"),
              numeric: true,
              cell: (entry) => own("scores.of", { count: entry.readers.length, wanted: desk.wanted }),
            },
            {
              key: "readers",
              head: t("jurors.title"),
              cell: (entry) => (
                <ul className={styles.readers}>
                  {entry.readers.map((reader) => (
                    <li key={reader.id}>
                      {reader.name} <Badge tone={tones[reader.state]}>{t(`assign.${reader.state}`)}</Badge>
                      {reader.state === "waiting" && !desk.isOver ? (
                        <Form method="post" action={`${here}&page=${desk.page}`} className={styles.remove}>
                          <input type="hidden" name="assignment" value={reader.id} />
                          <Button small kind="quiet" name="intent" value="remove">
                            {t("assign.remove")}
                          </Button>
                        </Form>
                      ) : null}
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
        <Pagination page={desk.page} pages={desk.pages} hrefOf={(page) => `${here}&page=${page}`} />
      </section>
      {desk.isOver ? null : <ByHand here={here} jurors={desk.jurors} result={intent === "add" ? result : undefined} />}
    </div>
  );
}

type HandProps = Pick<Desk, "jurors"> & { here: string; result: SubmissionResult<string[]> | undefined };

function ByHand({ here, jurors, result }: HandProps) {
  const t = useText(manageJury);
  const problemAt = useProblemAt(result);
  const typed = result?.initialValue ?? {};
  return (
    <section className="stack narrow" aria-labelledby="by-hand">
      <h2 id="by-hand">{t("assign.by-hand")}</h2>
      <Form method="post" action={here} className="stack">
        <FormProblems result={result} places={["code", "juror"]} />
        <TextField
          name="code"
          label={t("conflict.code")}
          hint={t("conflict.code-hint")}
          autoComplete="off"
          defaultValue={String(typed.code ?? "")}
          {...problemAt("code")}
        />
        <SelectField
          name="juror"
          label={t("jurors.name")}
          placeholder={t("panel.choose")}
          options={jurors.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={String(typed.juror ?? "")}
          {...problemAt("juror")}
        />
        <div className="row">
          <Button name="intent" value="add">
            {t("assign.add")}
          </Button>
        </div>
      </Form>
    </section>
  );
}
