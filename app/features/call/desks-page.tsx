import { manage } from "#app/i18n/messages/manage.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Countdown, MomentText } from "#app/ui/moment-text.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { DeskFacts, DeskStep } from "./desk-step.ts";
import styles from "./desks-page.module.css";
import type { Phase } from "./phase.ts";

type Desk = {
  slug: string;
  nameZh: string;
  nameEn: string;
  programmeZh: string;
  programmeEn: string;
  opensAt: string;
  closesAt: string;
  timeZone: string;
  year: number;
  phase: Phase;
  work: (DeskFacts & { drafts: number; entries: number; step: DeskStep }) | null;
};
type Props = { desks: readonly Desk[]; isAdministrator: boolean; seesAudit: boolean; now: string };

const tones = { open: "good", upcoming: "plain", closed: "sea" } as const;

/** Every call one organises or chairs, each with its numbers and what is to be done next. */
export function DesksPage({ desks, isAdministrator, seesAudit, now }: Props) {
  const t = useText(manage);
  const language = useLanguage();
  const groups = new Map<string, Desk[]>();
  for (const desk of desks) {
    const name = `${language === "zh" ? desk.programmeZh : desk.programmeEn} · ${desk.year}`;
    groups.set(name, [...(groups.get(name) ?? []), desk]);
  }
  return (
    <div className="stack-l">
      <PageHeader
        title={t("home.title")}
        actions={
          <>
            {isAdministrator ? (
              <>
                <LinkButton kind="quiet" href={paths.manageWeek()}>
                  {t("home.week")}
                </LinkButton>
                <LinkButton kind="quiet" href={paths.managePeople()}>
                  {t("home.people")}
                </LinkButton>
              </>
            ) : null}
            {seesAudit ? (
              <LinkButton kind="quiet" href={paths.manageAudit()}>
                {t("home.audit")}
              </LinkButton>
            ) : null}
          </>
        }
      />
      {desks.length === 0 ? (
        <EmptyState title={t("home.none")}>
          {t(isAdministrator ? "home.none-administrator" : "home.none-text")}
        </EmptyState>
      ) : null}
      {[...groups].map(([name, own]) => (
        <section key={name} className="stack" aria-label={name}>
          <h2>{name}</h2>
          <div className={styles.desks}>
            {own.map((desk) => (
              <DeskCard key={desk.slug} desk={desk} now={now} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function DeskCard({ desk, now }: { desk: Desk; now: string }) {
  const t = useText(manage);
  const language = useLanguage();
  const { work } = desk;
  return (
    <Card as="article">
      <h3>
        <a href={paths.manageCall(desk.slug)}>{language === "zh" ? desk.nameZh : desk.nameEn}</a>{" "}
        <Badge tone={tones[desk.phase]}>{t(`phase.${desk.phase}`)}</Badge>
      </h3>
      {work ? (
        <>
          <dl className={styles.numbers}>
            {(["entries", "drafts", "unchecked"] as const).map((name) => (
              <div key={name}>
                <dt>{t(`home.${name}`)}</dt>
                <dd>{work[name]}</dd>
              </div>
            ))}
          </dl>
          <NextStep desk={desk} work={work} now={now} />
        </>
      ) : (
        <p>
          <a href={paths.manageScores(desk.slug)}>{t("home.chair")}</a>
        </p>
      )}
    </Card>
  );
}

function NextStep({ desk, work, now }: { desk: Desk; work: NonNullable<Desk["work"]>; now: string }) {
  const t = useText(manage);
  const language = useLanguage();
  const { slug, timeZone } = desk;
  const round = work.round ? (language === "zh" ? work.round.nameZh : work.round.nameEn) : "";
  switch (work.step) {
    case "wait":
      return (
        <p>
          {t("step.wait")} <MomentText moment={desk.opensAt} timeZone={timeZone} />
        </p>
      );
    case "collect":
      return (
        <p>
          {t("step.collect")} <MomentText moment={desk.closesAt} timeZone={timeZone} /> ·{" "}
          <Countdown until={desk.closesAt} now={now} />
        </p>
      );
    case "check":
      return (
        <p>
          <LinkButton small href={`${paths.manageApplications(slug)}?state=submitted&order=oldest`}>
            {t("step.check", { count: work.unchecked })}
          </LinkButton>
        </p>
      );
    case "open-round":
      return (
        <p>
          <LinkButton small href={paths.manageRounds(slug)}>
            {t("step.open-round", { count: work.eligible })}
          </LinkButton>
        </p>
      );
    case "watch":
      return (
        <p>
          <LinkButton small href={paths.manageRounds(slug)}>
            {t("step.watch", { round })}
          </LinkButton>
        </p>
      );
    case "decide":
      return (
        <p>
          <LinkButton small href={paths.manageDecisions(slug)}>
            {t("step.decide", { round })}
          </LinkButton>
        </p>
      );
    default:
      return <p className="soft">{t("step.rest")}</p>;
  }
}
