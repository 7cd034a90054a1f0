import type { SubmissionResult } from "@conform-to/react";
import { RoundChooser } from "#app/features/round/round-chooser.tsx";
import { manage } from "#app/i18n/messages/manage.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MomentText } from "#app/ui/moment-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Waterline } from "#app/ui/waterline.tsx";
import { type DecisionList, DecisionTable } from "./decision-table.tsx";
import { HonourDesk, type HonourSide } from "./honour-desk.tsx";
import { PublicationForm } from "./publication-form.tsx";
import type { Tally } from "./rules.ts";

type Round = { code: string; nameZh: string; nameEn: string };
type Desk = HonourSide & {
  round: Round & { closedAt: string | null; publishedAt: string | null };
  list: DecisionList;
  tally: Tally;
  suggested: number;
};
type Props = {
  slug: string;
  rounds: readonly Round[];
  timeZone: string;
  mayPublish: boolean;
  isEntrant: boolean;
  desk: Desk | null;
  result: SubmissionResult<string[]> | undefined;
};

/** What is decided of a round's entries: pending until it is published in one act. */
export function DecisionsPage({ slug, rounds, timeZone, mayPublish, isEntrant, desk, result }: Props) {
  const t = useText(manage);
  if (isEntrant) return <Notice title={t("jury-side.entrant")}>{t("jury-side.entrant-text")}</Notice>;
  if (!desk)
    return (
      <EmptyState
        title={t("decisions.none")}
        action={
          <LinkButton kind="quiet" href={paths.manageRounds(slug)}>
            {t("tab.rounds")}
          </LinkButton>
        }
      >
        {t("decisions.none-text")}
      </EmptyState>
    );
  const { round, tally, list } = desk;
  const hrefOf = (code: string) => `${paths.manageDecisions(slug)}?round=${encodeURIComponent(code)}`;
  const decided = list.counts.all - list.counts.undecided;
  const intent = String(result?.initialValue?.intent ?? "");
  const resultOf = (...intents: string[]) => (intents.includes(intent) ? result : undefined);
  const isOpen = round.closedAt === null;
  const isLocked = round.publishedAt !== null;
  return (
    <div className="stack-l">
      <RoundChooser rounds={rounds} current={round.code} hrefOf={hrefOf} />
      {round.publishedAt ? (
        <Notice tone="good" title={t("decisions.published")}>
          <p>
            <MomentText moment={round.publishedAt} timeZone={timeZone} /> ·{" "}
            <a href={paths.results()}>{t("decisions.see-results")}</a>
          </p>
        </Notice>
      ) : isOpen ? (
        <Notice title={t("decisions.open")}>
          <p>{t("decisions.open-text")}</p>
          <p>
            <a href={paths.manageRounds(slug)}>{t("decisions.to-round")}</a>
          </p>
        </Notice>
      ) : null}
      <Waterline
        value={list.counts.all === 0 ? 0 : decided / list.counts.all}
        label={t("decisions.progress", { decided, count: list.counts.all })}
        isKey={decided === list.counts.all && list.counts.all > 0}
      />
      <DecisionTable
        slug={slug}
        href={hrefOf(round.code)}
        roundCode={round.code}
        list={list}
        suggested={desk.suggested}
        isLocked={isLocked || isOpen}
        result={resultOf("record", "clear")}
      />
      <HonourDesk
        awards={desk.awards}
        honours={desk.honours}
        candidates={desk.candidates}
        isLocked={isLocked || isOpen}
        result={resultOf("honour", "remove-honour")}
      />
      {isLocked || isOpen || !mayPublish ? null : <PublicationForm tally={tally} result={resultOf("publish")} />}
    </div>
  );
}
