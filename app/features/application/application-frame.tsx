import type { ReactNode } from "react";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { PageHeader, Tabs } from "#app/ui/page-header.tsx";
import { StateBadge, type StateWord } from "./state-words.tsx";

export type ApplicationHead = {
  id: string;
  title: string;
  state: StateWord;
  callZh: string;
  callEn: string;
  firstSection: string;
  hasReceipt: boolean;
};

/** What stands above every page of one application: its name, its state, the ways to its parts. */
export function ApplicationFrame({
  head,
  here,
  children,
}: {
  head: ApplicationHead;
  here: string;
  children: ReactNode;
}) {
  const t = useText(applicant);
  const language = useLanguage();
  const tab = (href: string, label: string, under = href) => ({
    href,
    label,
    isCurrent: here === href || here.startsWith(`${under}/`),
  });
  return (
    <>
      <PageHeader
        title={head.title || t("list.untitled")}
        crumbs={[{ href: paths.applications(), label: t("list.title") }]}
        lead={
          <>
            {language === "zh" ? head.callZh : head.callEn} <StateBadge state={head.state} />
          </>
        }
      />
      <Tabs
        label={t("tabs.label")}
        tabs={[
          {
            href: paths.application(head.id),
            label: t("overview.tab"),
            isCurrent: here === paths.application(head.id),
          },
          tab(paths.form(head.id, head.firstSection), t("form.tab"), `${paths.application(head.id)}/form`),
          tab(paths.files(head.id), t("files.tab")),
          tab(paths.team(head.id), t("team.tab")),
          tab(paths.preview(head.id), t("preview.tab")),
          ...(head.hasReceipt ? [tab(paths.receipt(head.id), t("receipt.tab"))] : []),
          tab(paths.messages(head.id), t("messages.tab")),
        ]}
      />
      {children}
    </>
  );
}
