import type { SubmissionResult } from "@conform-to/react";
import { account } from "#app/i18n/messages/account.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { AccountForm } from "./account-form.tsx";
import { WorthlessLink } from "./worthless-link.tsx";

type Props = { isGood: boolean; result?: SubmissionResult<string[]> | undefined };

export function ResetPasswordPage({ isGood, result }: Props) {
  const t = useText(account);
  if (!isGood && !result)
    return (
      <WorthlessLink
        title={t("reset.title")}
        action={<LinkButton href={paths.forgotPassword()}>{t("forgot.submit")}</LinkButton>}
      />
    );
  return (
    <div className="narrow stack">
      <PageHeader title={t("reset.title")} lead={t("reset.lead")} />
      <AccountForm
        submit={t("reset.submit")}
        result={result}
        lines={[
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
