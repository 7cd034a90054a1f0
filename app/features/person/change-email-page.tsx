import type { SubmissionResult } from "@conform-to/react";
import { account } from "#app/i18n/messages/account.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { AccountForm } from "./account-form.tsx";
import { SentNotice } from "./sent-notice.tsx";

type Outcome = { result: SubmissionResult<string[]> | undefined; sentTo?: string; mailbox?: string | null };

export function ChangeEmailPage({ email, outcome }: { email: string; outcome: Outcome | undefined }) {
  const t = useText(account);
  return (
    <div className="narrow stack">
      <PageHeader
        title={t("email.title")}
        crumbs={[{ href: paths.account(), label: t("account.title") }]}
        lead={t("email.lead", { email })}
      />
      {outcome?.sentTo ? (
        <SentNotice to={outcome.sentTo} mailbox={outcome.mailbox ?? null} />
      ) : (
        <AccountForm
          submit={t("email.submit")}
          result={outcome?.result}
          lines={[
            { name: "email", label: t("field.new-email"), type: "email", autoComplete: "email", inputMode: "email" },
            { name: "current", label: t("field.current"), type: "password", autoComplete: "current-password" },
          ]}
        />
      )}
    </div>
  );
}
