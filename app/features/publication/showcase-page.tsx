import { HonourList, type HonourView } from "#app/features/honour/honour-list.tsx";
import { publicPages } from "#app/i18n/messages/public.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

/** The honoured works of the Week. */
export function ShowcasePage({ honours }: { honours: readonly HonourView[] }) {
  const t = useText(publicPages);
  return (
    <>
      <PageHeader title={t("showcase.title")} lead={t("showcase.lead")} />
      {honours.length > 0 ? (
        <section aria-labelledby="works">
          <h2 id="works" className="visually-hidden">
            {t("results.honours")}
          </h2>
          <HonourList honours={honours} />
        </section>
      ) : (
        <EmptyState
          title={t("showcase.empty")}
          action={<LinkButton href={paths.calls()}>{t("home.all-calls")}</LinkButton>}
        >
          {t("showcase.empty-text")}
        </EmptyState>
      )}
    </>
  );
}
