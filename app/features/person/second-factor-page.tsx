import type { SubmissionResult } from "@conform-to/react";
import { account } from "#app/i18n/messages/account.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { AccountForm } from "./account-form.tsx";
import { PasskeyButton } from "./passkey-button.tsx";

type Props = {
  next: string;
  hasApp: boolean;
  hasPasskey: boolean;
  result?: SubmissionResult<string[]> | undefined;
};

export function SecondFactorPage({ next, hasApp, hasPasskey, result }: Props) {
  const t = useText(account);
  return (
    <div className="narrow stack">
      <PageHeader title={t("second.title")} lead={hasApp ? t("second.app") : t("second.passkey")} />
      {hasPasskey ? (
        <PasskeyButton act="sign-in" challenge={paths.passkeySignIn()} action={paths.passkeySignIn()} next={next}>
          {t("sign-in.passkey")}
        </PasskeyButton>
      ) : null}
      <AccountForm
        submit={t("second.submit")}
        result={result}
        lines={[
          {
            name: "code",
            label: hasApp ? t("field.code") : t("field.recovery"),
            hint: t("second.hint"),
            autoComplete: "one-time-code",
          },
        ]}
      />
      <form method="post" action={paths.signOut()}>
        <button type="submit" className="link">
          {t("second.leave")}
        </button>
      </form>
    </div>
  );
}
