import type { ReactNode } from "react";
import { account } from "#app/i18n/messages/account.ts";
import { useText } from "#app/i18n/text.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

/** A link that was used, is too old or never was: which of them, nobody is told. */
export function WorthlessLink({ title, action }: { title: string; action?: ReactNode }) {
  const t = useText(account);
  return (
    <div className="narrow stack">
      <PageHeader title={title} />
      <EmptyState title={t("link.worthless")} action={action}>
        <p>{t("link.why")}</p>
      </EmptyState>
    </div>
  );
}
