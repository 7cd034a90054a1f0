import type { SubmissionResult } from "@conform-to/react";
import { encode } from "uqr";
import { account } from "#app/i18n/messages/account.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { AccountForm } from "./account-form.tsx";
import styles from "./authenticator-page.module.css";
import { RecoveryCodeList } from "./recovery-code-list.tsx";

type Props = {
  secretKey: { secret: string; uri: string } | null;
  outcome: { result: SubmissionResult<string[]> | undefined; codes?: readonly string[] } | undefined;
};

/** Setting up an authenticator app: the picture, the secret to type where no camera is, and the first code. */
export function AuthenticatorPage({ secretKey, outcome }: Props) {
  const t = useText(account);
  if (outcome?.codes) return <RecoveryCodeList codes={outcome.codes} />;
  const crumbs = [{ href: paths.accountSecurity(), label: t("security.title") }];
  if (!secretKey)
    return (
      <div className="narrow stack">
        <PageHeader title={t("app.title")} crumbs={crumbs} />
        <Notice title={t("app.not-now")}>
          <LinkButton href={paths.accountSecurity()}>{t("security.title")}</LinkButton>
        </Notice>
      </div>
    );
  return (
    <div className="narrow stack">
      <PageHeader title={t("app.title")} crumbs={crumbs} lead={t("app.lead")} />
      <Card>
        <Picture text={secretKey.uri} label={t("app.picture")} />
        <p>{t("app.secret")}</p>
        <p className={styles.secret}>{secretKey.secret.match(/.{1,4}/g)?.join(" ")}</p>
      </Card>
      <AccountForm
        submit={t("app.submit")}
        result={outcome?.result}
        lines={[{ name: "code", label: t("field.code"), autoComplete: "one-time-code", inputMode: "numeric" }]}
      />
    </div>
  );
}

/** A QR code, dark on light in every theme: cameras ask for that. */
function Picture({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 3 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg className={styles.picture} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" shapeRendering="crispEdges" />
    </svg>
  );
}
