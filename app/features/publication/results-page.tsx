import { HonourList, type HonourView } from "#app/features/honour/honour-list.tsx";
import { formatMoment } from "#app/i18n/format.ts";
import { publicPages } from "#app/i18n/messages/public.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { LineUp } from "./line-up.ts";

type Props = { honours: readonly HonourView[]; lineUps: readonly LineUp[]; timeZone: string };

/** What the juries decided, once it is public. */
export function ResultsPage({ honours, lineUps, timeZone }: Props) {
  const t = useText(publicPages);
  const language = useLanguage();
  const isEmpty = honours.length === 0 && lineUps.length === 0;
  return (
    <>
      <PageHeader title={t("results.title")} lead={t("results.lead")} />
      {isEmpty ? (
        <EmptyState
          title={t("results.empty")}
          action={<LinkButton href={paths.calls()}>{t("home.all-calls")}</LinkButton>}
        >
          {t("results.empty-text")}
        </EmptyState>
      ) : null}
      <div className="stack-l">
        {honours.length > 0 ? (
          <section className="stack" aria-labelledby="honours">
            <h2 id="honours">{t("results.honours")}</h2>
            <HonourList honours={honours} />
            <p>
              <a href={paths.showcase()}>{t("results.to-showcase")}</a>
            </p>
          </section>
        ) : null}
        {lineUps.map((lineUp) => (
          <section key={lineUp.id} className="stack" aria-labelledby={`line-up-${lineUp.id}`}>
            <h2 id={`line-up-${lineUp.id}`}>{t("results.line-up", { call: lineUp.call.name, round: lineUp.round })}</h2>
            <p className="soft small">
              {t("results.published", { time: formatMoment(lineUp.publishedAt, { language, timeZone }) })}
            </p>
            <ul>
              {lineUp.works.map((work) => (
                <li key={work.id}>{work.title || t("results.untitled")}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
