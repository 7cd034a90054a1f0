import type { SubmissionResult } from "@conform-to/react";
import { account } from "#app/i18n/messages/account.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { AccountForm } from "./account-form.tsx";
import { SentNotice } from "./sent-notice.tsx";

type Outcome = { result: SubmissionResult<string[]> | undefined; sentTo?: string; mailbox?: string | null };

export function ForgotPasswordPage({ outcome }: { outcome: Outcome | undefined }) {
  const t = useText(account);
  return (
    <div className="narrow stack">
      <PageHeader title={t("forgot.title")} lead={outcome?.sentTo ? undefined : t("forgot.lead")} />
      {outcome?.sentTo ? (
        <SentNotice to={outcome.sentTo} mailbox={outcome.mailbox ?? null} />
      ) : (
        <AccountForm
          submit={t("forgot.submit")}
          result={outcome?.result}
          lines={[{ name: "email", label: t("field.email"), type: "email", autoComplete: "email", inputMode: "email" }]}
        />
      )}
      <p>
        <a href={paths.signIn()}>{t("sign-in.title")}</a>
      </p>
    </div>
  );
}
