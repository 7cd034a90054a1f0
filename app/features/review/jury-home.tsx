import { juror } from "#app/i18n/messages/juror.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Countdown, MomentText } from "#app/ui/moment-text.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Waterline } from "#app/ui/waterline.tsx";

type Round = {
  id: string;
  nameZh: string;
  nameEn: string;
  callZh: string;
  callEn: string;
  programmeZh: string;
  programmeEn: string;
  isBlind: 0 | 1;
  closesAt: string | null;
  closedAt: string | null;
  timeZone: string;
  assigned: number;
  sent: number;
  next: string | null;
};

/** A juror's first page: what is left, until when, and the next entry. */
export function JuryHome({ rounds, now }: { rounds: readonly Round[]; now: string }) {
  const t = useText(juror);
  const language = useLanguage();
  const firstOpen = rounds.find((round) => round.next)?.id;
  return (
    <>
      <PageHeader title={t("home.title")} lead={t("home.lead")} />
      {rounds.length === 0 ? (
        <EmptyState title={t("home.empty")}>{t("home.empty-text")}</EmptyState>
      ) : (
        <div className="stack">
          {rounds.map((round) => {
            const left = round.assigned - round.sent;
            const isClosed = round.closedAt !== null || (round.closesAt !== null && now > round.closesAt);
            return (
              <Card as="section" key={round.id}>
                <h2>
                  <a href={paths.juryRound(round.id)}>
                    {language === "zh" ? `${round.callZh} · ${round.nameZh}` : `${round.callEn} · ${round.nameEn}`}
                  </a>
                </h2>
                <p className="soft row">
                  {language === "zh" ? round.programmeZh : round.programmeEn}
                  <Badge>{t(round.isBlind ? "home.blind" : "home.open")}</Badge>
                </p>
                <Waterline
                  value={round.assigned === 0 ? 1 : round.sent / round.assigned}
                  label={
                    left === 0
                      ? t("home.done", { total: round.assigned })
                      : t("home.left", { left, total: round.assigned })
                  }
                  isKey={left === 0}
                />
                {isClosed ? (
                  <p>{t("home.closed")}</p>
                ) : round.closesAt ? (
                  <p>
                    {t("home.until")} <MomentText moment={round.closesAt} timeZone={round.timeZone} /> ·{" "}
                    <Countdown until={round.closesAt} now={now} />
                  </p>
                ) : null}
                <div className="row">
                  {round.next && !isClosed ? (
                    <LinkButton kind={round.id === firstOpen ? "gold" : "sea"} href={paths.review(round.next)}>
                      {t("home.continue")}
                    </LinkButton>
                  ) : null}
                  <LinkButton kind="quiet" href={paths.juryRound(round.id)}>
                    {t("home.pile")}
                  </LinkButton>
                </div>
              </Card>
            );
          })}
        </div>
      )}
    </>
  );
}
