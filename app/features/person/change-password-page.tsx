import type { SubmissionResult } from "@conform-to/react";
import { account } from "#app/i18n/messages/account.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { AccountForm } from "./account-form.tsx";

export function ChangePasswordPage({ result }: { result: SubmissionResult<string[]> | undefined }) {
  const t = useText(account);
  return (
    <div className="narrow stack">
      <PageHeader
        title={t("change.title")}
        crumbs={[{ href: paths.account(), label: t("account.title") }]}
        lead={t("change.lead")}
      />
      <AccountForm
        submit={t("change.title")}
        result={result}
        lines={[
          { name: "current", label: t("field.current"), type: "password", autoComplete: "current-password" },
          {
            name: "password",
            label: t("field.new-password"),
            type: "password",
            hint: t("field.password-hint"),
            autoComplete: "new-password",
          },
        ]}
      />
    </div>
  );
}
