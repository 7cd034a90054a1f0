import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { manage } from "#app/i18n/messages/manage.ts";
import { manageJury } from "#app/i18n/messages/manage-jury.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import type { Obstacle } from "#app/lib/refusal.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ChangingForm } from "./changing-form.tsx";
import { type JuryAtWork, JuryProgress, LackingEntries } from "./jury-progress.tsx";
import { OpeningForm } from "./opening-form.tsx";
import { RoundBadge } from "./round-badge.tsx";
import { type RoundDates, RoundTimes } from "./round-times.tsx";

type Props = {
  slug: string;
  timeZone: string;
  city: string;
  round: RoundDates & { code: string; nameZh: string; nameEn: string; wanted: number };
  /** The end of the round as a `datetime-local` field takes it. */
  until: string;
  opening: { entries: number; obstacles: readonly Obstacle[] } | null;
  jury: JuryAtWork | null;
  /** Of the whole round: the number closing asks to confirm. */
  unsent: number;
  isEntrant: boolean;
  result: SubmissionResult<string[]> | undefined;
};

/** One round: opening it, how far each juror is, what still lacks readings, more time, ending it. */
export function RoundPage(props: Props) {
  const { slug, round, jury, opening, until, city, timeZone } = props;
  const t = useText(manageJury);
  const own = useText(manage);
  if (props.isEntrant) return <Notice title={own("jury-side.entrant")}>{own("jury-side.entrant-text")}</Notice>;
  const query = `?round=${encodeURIComponent(round.code)}`;
  const intent = String(props.result?.initialValue?.intent ?? "");
  const resultOf = (one: string) => (intent === one ? props.result : undefined);
  return (
    <div className="stack-l">
      <RoundHead slug={slug} round={round} timeZone={timeZone} query={query} />
      {opening ? (
        <OpeningForm {...opening} until={until} city={city} wanted={round.wanted} result={resultOf("open")} />
      ) : null}
      {round.stage === "open" && round.isTimeOver ? (
        <Notice tone="warn" title={t("round.time-over")}>
          <p>{t("round.time-over-text")}</p>
        </Notice>
      ) : null}
      {round.stage === "closed" ? (
        <Notice title={t("round.done")}>
          <p>
            <LinkButton kind="gold" href={`${paths.manageDecisions(slug)}${query}`}>
              {t("round.decide")}
            </LinkButton>
          </p>
        </Notice>
      ) : null}
      {jury ? <JuryProgress jury={jury} wanted={round.wanted} timeZone={timeZone} /> : null}
      {round.stage === "open" ? (
        <>
          {jury ? <LackingEntries jury={jury} wanted={round.wanted} /> : null}
          <ChangingForm until={until} city={city} wanted={round.wanted} result={resultOf("change")} />
          <Closing unsent={props.unsent} result={resultOf("close")} />
        </>
      ) : null}
    </div>
  );
}

function RoundHead({ slug, round, timeZone, query }: Pick<Props, "slug" | "round" | "timeZone"> & { query: string }) {
  const t = useText(manageJury);
  const own = useText(manage);
  const language = useLanguage();
  return (
    <header className="stack">
      <p>
        <a href={paths.manageRounds(slug)}>← {own("tab.rounds")}</a>
      </p>
      <h2>
        {language === "zh" ? round.nameZh : round.nameEn} <RoundBadge round={round} />
      </h2>
      <p className="soft">
        {t("round.wants", { count: round.wanted })} <RoundTimes round={round} timeZone={timeZone} />
      </p>
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
  );
}

function Closing({ unsent, result }: Pick<Props, "unsent" | "result">) {
  const t = useText(manageJury);
  return (
    <Card as="section">
      <h3>{t("close.title")}</h3>
      <FormProblems result={result} places={[]} />
      <p>{unsent > 0 ? t("close.unsent", { count: unsent }) : t("close.text")}</p>
      <details open={result !== undefined}>
        <summary>{t("close.sure")}</summary>
        <Form method="post">
          <input type="hidden" name="intent" value="close" />
          <input type="hidden" name="unsent" value={unsent} />
          <Button kind={unsent > 0 ? "danger" : "gold"}>{t("close.button")}</Button>
        </Form>
      </details>
    </Card>
  );
}
