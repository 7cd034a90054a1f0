import { account } from "#app/i18n/messages/account.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import styles from "./recovery-code-list.module.css";

/** The codes, this once. */
export function RecoveryCodeList({ codes }: { codes: readonly string[] }) {
  const t = useText(account);
  return (
    <div className="narrow stack">
      <PageHeader title={t("recovery.title")} lead={t("recovery.lead")} />
      <Card>
        <ol className={styles.codes}>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
      </Card>
      <div className="row">
        <LinkButton kind="gold" href={paths.accountSecurity()}>
          {t("recovery.kept")}
        </LinkButton>
      </div>
    </div>
  );
}
