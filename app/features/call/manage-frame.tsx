import type { ReactNode } from "react";
import { manage } from "#app/i18n/messages/manage.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Countdown, MomentText } from "#app/ui/moment-text.tsx";
import { PageHeader, Tabs } from "#app/ui/page-header.tsx";
import type { Phase } from "./phase.ts";

export type ManagedCall = {
  slug: string;
  nameZh: string;
  nameEn: string;
  programmeZh: string;
  programmeEn: string;
  opensAt: string;
  closesAt: string;
  timeZone: string;
  phase: Phase;
  /** Chairs see the jury's side and nothing else. */
  isOrganiser: boolean;
};
type Props = { call: ManagedCall; here: string; now: string; children: ReactNode };

const tones = { open: "good", upcoming: "plain", closed: "sea" } as const;

/** What stands above every page of a call's desk: which call, how long it is open, the ways to its parts. */
export function ManageFrame({ call, here, now, children }: Props) {
  const t = useText(manage);
  const language = useLanguage();
  const { slug, timeZone, phase } = call;
  const isChinese = language === "zh";
  const tab = (href: string, label: string) => ({
    href,
    label,
    isCurrent: here === href || here.startsWith(`${href}/`),
  });
  const organisers = [
    tab(paths.manageApplications(slug), t("tab.applications")),
    tab(paths.manageRounds(slug), t("tab.rounds")),
    tab(paths.managePanel(slug), t("tab.panel")),
    tab(paths.manageAssignments(slug), t("tab.assignments")),
  ];
  return (
    <>
      <PageHeader
        title={isChinese ? call.nameZh : call.nameEn}
        crumbs={[{ href: paths.manage(), label: t("home.title") }]}
        lead={
          <>
            {isChinese ? call.programmeZh : call.programmeEn} <Badge tone={tones[phase]}>{t(`phase.${phase}`)}</Badge>{" "}
            <span className="soft">
              {t(phase === "upcoming" ? "frame.opens" : phase === "open" ? "frame.closes" : "frame.closed")}{" "}
              <MomentText moment={phase === "upcoming" ? call.opensAt : call.closesAt} timeZone={timeZone} />
              {phase === "open" ? (
                <>
                  {" · "}
                  <Countdown until={call.closesAt} now={now} />
                </>
              ) : null}
            </span>
          </>
        }
      />
      <Tabs
        label={t("tabs.label")}
        tabs={[
          ...(call.isOrganiser ? organisers : []),
          tab(paths.manageScores(slug), t("tab.scores")),
          tab(paths.manageDecisions(slug), t("tab.decisions")),
          ...(call.isOrganiser
            ? [tab(paths.manageMessages(slug), t("tab.messages")), tab(paths.manageSettings(slug), t("tab.settings"))]
            : []),
        ]}
      />
      {children}
    </>
  );
}
