import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { manage } from "#app/i18n/messages/manage.ts";
import { manageJury } from "#app/i18n/messages/manage-jury.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import type { Obstacle } from "#app/lib/refusal.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { MomentText } from "#app/ui/moment-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Table } from "#app/ui/table.tsx";
import { Waterline } from "#app/ui/waterline.tsx";
import { OpeningForm } from "./opening-form.tsx";
import type { RoundStage } from "./rules.ts";

type Work = { assigned: number; started: number; sent: number };
type Juror = Work & { id: string; name: string; maxLoad: number; leftAt: string | null; lastAt: string | null };
type Entry = Work & { id: string; code: string | null; title: string };
type Props = {
  slug: string;
  timeZone: string;
  city: string;
  round: {
    code: string;
    nameZh: string;
    nameEn: string;
    stage: RoundStage;
    wanted: number;
    closesAt: string | null;
  };
  opening: { until: string; entries: number; obstacles: readonly Obstacle[] } | null;
  jury: {
    jurors: readonly Juror[];
    lacking: readonly Entry[];
    lackingCount: number;
    entries: number;
    totals: Work;
  } | null;
  /** Of the whole round: the number closing asks to confirm. */
  unsent: number;
  isEntrant: boolean;
  result: SubmissionResult<string[]> | undefined;
};

const tones = { planned: "plain", open: "good", closed: "sea", published: "gold" } as const;

/** One round: opening it, how far each juror is, what still lacks readings, ending it. */
export function RoundPage(props: Props) {
  const { slug, round, timeZone, jury, opening, result } = props;
  const t = useText(manageJury);
  const own = useText(manage);
  const language = useLanguage();
  if (props.isEntrant) return <Notice title={own("jury-side.entrant")}>{own("jury-side.entrant-text")}</Notice>;
  const query = `?round=${encodeURIComponent(round.code)}`;
  return (
    <div className="stack-l">
      <header className="stack">
        <p>
          <a href={paths.manageRounds(slug)}>← {own("tab.rounds")}</a>
        </p>
        <h2>
          {language === "zh" ? round.nameZh : round.nameEn}{" "}
          <Badge tone={tones[round.stage]}>{t(`round.${round.stage}`)}</Badge>
        </h2>
        {round.closesAt ? (
          <p className="soft">
            {t(round.stage === "planned" ? "round.planned-end" : "round.until")}{" "}
            <MomentText moment={round.closesAt} timeZone={timeZone} />
          </p>
        ) : null}
        <div className="row">
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
      </header>
      {opening ? <OpeningForm {...opening} city={props.city} result={result} /> : null}
      {round.stage === "closed" ? (
        <Notice title={t("round.done")}>
          <p>
            <LinkButton kind="gold" href={`${paths.manageDecisions(slug)}${query}`}>
              {t("round.decide")}
            </LinkButton>
          </p>
        </Notice>
      ) : null}
      {jury ? (
        <>
          <Waterline
            value={jury.totals.assigned === 0 ? 0 : jury.totals.sent / jury.totals.assigned}
            label={t("round.progress", { entries: jury.entries, ...jury.totals })}
            isKey={jury.totals.assigned > 0 && jury.totals.sent === jury.totals.assigned}
          />
          <JurorTable jurors={jury.jurors} timeZone={timeZone} />
          {round.stage === "open" ? (
            <section className="stack" aria-labelledby="lacking">
              <h3 id="lacking">{t("lacking.title")}</h3>
              {jury.lacking.length === 0 ? (
                <p className="soft">{t("lacking.none", { wanted: round.wanted })}</p>
              ) : (
                <>
                  <p className="soft">{t("lacking.count", { count: jury.lackingCount, wanted: round.wanted })}</p>
                  <Table
                    caption={t("lacking.title")}
                    captionHidden
                    rows={jury.lacking}
                    keyOf={(entry) => entry.id}
                    columns={[
                      {
                        key: "title",
                        head: own("list.title"),
                        isHead: true,
                        cell: (entry) => entry.title || entry.code,
                      },
                      { key: "code", head: own("list.code"), cell: (entry) => <code>{entry.code}</code> },
                      { key: "assigned", head: t("work.assigned"), numeric: true, cell: (entry) => entry.assigned },
                      { key: "sent", head: t("work.sent"), numeric: true, cell: (entry) => entry.sent },
                    ]}
                  />
                </>
              )}
            </section>
          ) : null}
        </>
      ) : null}
      {round.stage === "open" ? (
        <Card as="section">
          <h3>{t("close.title")}</h3>
          <FormProblems result={result} places={[]} />
          <p>{props.unsent > 0 ? t("close.unsent", { count: props.unsent }) : t("close.text")}</p>
          <Form method="post">
            <input type="hidden" name="intent" value="close" />
            <input type="hidden" name="unsent" value={props.unsent} />
            <Button kind={props.unsent > 0 ? "danger" : "gold"}>{t("close.button")}</Button>
          </Form>
        </Card>
      ) : null}
    </div>
  );
}

function JurorTable({ jurors, timeZone }: { jurors: readonly Juror[]; timeZone: string }) {
  const t = useText(manageJury);
  if (jurors.length === 0) return <EmptyState title={t("panel.none")}>{t("panel.none-text")}</EmptyState>;
  return (
    <Table
      caption={t("jurors.title")}
      rows={jurors}
      keyOf={(juror) => juror.id}
      columns={[
        {
          key: "name",
          head: t("jurors.name"),
          isHead: true,
          cell: (juror) => (
            <>
              {juror.name} {juror.leftAt ? <Badge tone="warn">{t("panel.left")}</Badge> : null}
            </>
          ),
        },
        {
          key: "progress",
          head: t("jurors.progress"),
          cell: (juror) => (
            <Waterline
              value={juror.assigned === 0 ? 0 : juror.sent / juror.assigned}
              label={t("jurors.sent-of", { sent: juror.sent, assigned: juror.assigned })}
              isKey={juror.assigned > 0 && juror.sent === juror.assigned}
            />
          ),
        },
        { key: "begun", head: t("work.begun"), numeric: true, cell: (juror) => juror.started - juror.sent },
        {
          key: "last",
          head: t("jurors.last"),
          cell: (juror) =>
            juror.lastAt ? <MomentText moment={juror.lastAt} timeZone={timeZone} /> : <span className="soft">–</span>,
        },
      ]}
    />
  );
}
