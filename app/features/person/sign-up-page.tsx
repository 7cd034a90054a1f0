import type { SubmissionResult } from "@conform-to/react";
import { account } from "#app/i18n/messages/account.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { AccountForm, type FormLine } from "./account-form.tsx";
import { SentNotice } from "./sent-notice.tsx";

type Outcome = { result: SubmissionResult<string[]> | undefined; sentTo?: string; mailbox?: string | null };

/** The three lines of every new account. */
export function useNewAccountLines(): readonly FormLine[] {
  const t = useText(account);
  return [
    { name: "name", label: t("field.name"), hint: t("field.name-hint"), autoComplete: "name" },
    { name: "email", label: t("field.email"), type: "email", autoComplete: "email", inputMode: "email" },
    {
      name: "password",
      label: t("field.password"),
      type: "password",
      hint: t("field.password-hint"),
      autoComplete: "new-password",
    },
  ];
}

export function SignUpPage({ next, outcome }: { next: string; outcome: Outcome | undefined }) {
  const t = useText(account);
  const lines = useNewAccountLines();
  if (outcome?.sentTo)
    return (
      <div className="narrow stack">
        <PageHeader title={t("sign-up.title")} />
        <SentNotice to={outcome.sentTo} mailbox={outcome.mailbox ?? null} />
        <p>{t("sign-up.meanwhile")}</p>
        <div className="row">
          <LinkButton href={paths.signIn(next)} kind="gold">
            {t("sign-in.submit")}
          </LinkButton>
        </div>
      </div>
    );
  return (
    <div className="narrow stack">
      <PageHeader title={t("sign-up.title")} lead={t("sign-up.lead")} />
      <AccountForm submit={t("sign-up.submit")} result={outcome?.result} lines={lines} />
      <p>
        {t("sign-up.known")} <a href={paths.signIn(next)}>{t("sign-in.title")}</a>
      </p>
    </div>
  );
}
