import type { SubmissionResult } from "@conform-to/react";
import { account } from "#app/i18n/messages/account.ts";
import { useText } from "#app/i18n/text.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { AccountForm } from "./account-form.tsx";
import { useNewAccountLines } from "./sign-up-page.tsx";

export function FirstAdministratorPage({ result }: { result: SubmissionResult<string[]> | undefined }) {
  const t = useText(account);
  const lines = useNewAccountLines();
  return (
    <div className="narrow stack">
      <PageHeader title={t("first.title")} lead={t("first.lead")} />
      <AccountForm submit={t("first.submit")} result={result} lines={lines} />
    </div>
  );
}
