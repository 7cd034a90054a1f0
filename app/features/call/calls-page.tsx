import { publicPages } from "#app/i18n/messages/public.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader, Tabs } from "#app/ui/page-header.tsx";
import type { CallItem } from "./call-item.ts";
import { CallList } from "./call-list.tsx";
import { type Phase, phases } from "./phase.ts";

type Props = { calls: readonly CallItem[]; phase: Phase | null; now: string };

/** Every call of the Week, or those of one state. */
export function CallsPage({ calls, phase, now }: Props) {
  const t = useText(publicPages);
  const shown = phase ? calls.filter((call) => call.phase === phase) : calls;
  const tabs = [
    { href: paths.calls(), label: t("calls.all"), isCurrent: phase === null },
    ...phases.map((one) => ({
      href: `${paths.calls()}?phase=${one}`,
      label: t(`phase.${one}`),
      isCurrent: phase === one,
    })),
  ];
  return (
    <>
      <PageHeader title={t("calls.title")} lead={t("calls.lead")} />
      <Tabs label={t("calls.filter")} tabs={tabs} />
      {shown.length > 0 ? (
        <CallList calls={shown} now={now} />
      ) : (
        <EmptyState
          title={t("calls.none")}
          action={phase ? <LinkButton href={paths.calls()}>{t("home.all-calls")}</LinkButton> : undefined}
        >
          {t("calls.none-text")}
        </EmptyState>
      )}
    </>
  );
}
