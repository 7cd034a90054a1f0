import type { SubmissionResult } from "@conform-to/react";
import { AccountForm } from "#app/features/person/account-form.tsx";
import { formatDay } from "#app/i18n/format.ts";
import { account } from "#app/i18n/messages/account.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Card, Facts } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

type Edition = {
  id: string;
  nameZh: string;
  nameEn: string;
  startsOn: string;
  endsOn: string;
  programmes: number | null;
  calls: number | null;
  activities: number | null;
};
type Props = { editions: readonly Edition[]; result: SubmissionResult<string[]> | undefined };

/** The editions there are, and a new one from the template by its opening day. */
export function WeekDesk({ editions, result }: Props) {
  const t = useText(account);
  const language = useLanguage();
  return (
    <div className="narrow stack-l">
      <PageHeader title={t("week.title")} crumbs={[{ href: paths.manage(), label: t("people.manage") }]} />
      {editions.length === 0 ? <EmptyState title={t("week.none")}>{t("week.none-text")}</EmptyState> : null}
      {editions.map((edition) => (
        <Card key={edition.id} as="section">
          <h2>{language === "zh" ? edition.nameZh : edition.nameEn}</h2>
          <Facts
            pairs={[
              [
                t("week.days"),
                t("week.from-to", {
                  from: formatDay(edition.startsOn, language),
                  to: formatDay(edition.endsOn, language),
                }),
              ],
              [t("week.programmes"), edition.programmes ?? 0],
              [t("week.calls"), edition.calls ?? 0],
              [t("week.activities"), edition.activities ?? 0],
            ]}
          />
        </Card>
      ))}
      <section className="stack">
        <h2>{t("week.new")}</h2>
        <p>{t("week.new-text")}</p>
        <AccountForm
          kind={editions.length === 0 ? "gold" : "sea"}
          submit={t("week.create")}
          result={result}
          lines={[{ name: "openingDay", label: t("week.opening-day"), hint: t("week.opening-hint"), type: "date" }]}
        />
      </section>
    </div>
  );
}
