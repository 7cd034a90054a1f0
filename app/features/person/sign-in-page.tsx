import type { SubmissionResult } from "@conform-to/react";
import { account } from "#app/i18n/messages/account.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { AccountForm } from "./account-form.tsx";
import { PasskeyButton } from "./passkey-button.tsx";

type Props = {
  next: string;
  hasConfirmed: boolean;
  hasReset: boolean;
  result?: SubmissionResult<string[]> | undefined;
};

export function SignInPage({ next, hasConfirmed, hasReset, result }: Props) {
  const t = useText(account);
  return (
    <div className="narrow stack">
      <PageHeader title={t("sign-in.title")} />
      {hasConfirmed ? <Notice tone="good" title={t("sign-in.confirmed")} live="status" /> : null}
      {hasReset ? <Notice tone="good" title={t("sign-in.reset")} live="status" /> : null}
      <AccountForm
        submit={t("sign-in.submit")}
        result={result}
        lines={[
          {
            name: "email",
            label: t("field.email"),
            type: "email",
            autoComplete: "username webauthn",
            inputMode: "email",
          },
          { name: "password", label: t("field.password"), type: "password", autoComplete: "current-password" },
        ]}
      />
      <PasskeyButton act="sign-in" challenge={paths.passkeySignIn()} action={paths.passkeySignIn()} next={next}>
        {t("sign-in.passkey")}
      </PasskeyButton>
      <p>
        <a href={paths.forgotPassword()}>{t("sign-in.forgot")}</a>
      </p>
      <p>
        {t("sign-in.new")} <a href={paths.signUp(next)}>{t("sign-up.title")}</a>
      </p>
    </div>
  );
}
