import type { SubmissionResult } from "@conform-to/react";
import { account } from "#app/i18n/messages/account.ts";
import { useText } from "#app/i18n/text.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { AccountForm } from "./account-form.tsx";

export function ProofPage({ result }: { result: SubmissionResult<string[]> | undefined }) {
  const t = useText(account);
  return (
    <div className="narrow stack">
      <PageHeader title={t("proof.title")} lead={t("proof.lead")} />
      <AccountForm
        submit={t("proof.submit")}
        result={result}
        lines={[{ name: "password", label: t("field.current"), type: "password", autoComplete: "current-password" }]}
      />
    </div>
  );
}
