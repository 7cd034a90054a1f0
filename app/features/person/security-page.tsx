import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { account as messages } from "#app/i18n/messages/account.ts";
import { spelledObstacleText } from "#app/i18n/obstacle-text.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { MomentText } from "#app/ui/moment-text.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PasskeyButton } from "./passkey-button.tsx";
import { RecoveryCodeList } from "./recovery-code-list.tsx";
import { type OwnSession, SessionList } from "./session-list.tsx";

type Passkey = { id: string; name: string; createdAt: string; lastUsedAt: string | null };
type Props = {
  account: { emailVerifiedAt: string | null; totpConfirmedAt: string | null; recoveryCodesLeft: number | null };
  passkeys: readonly Passkey[];
  sessions: readonly OwnSession[];
  timeZone: string;
  outcome: { result: SubmissionResult<string[]> | undefined; codes?: readonly string[] } | undefined;
};

/** How I sign in: the second step, passkeys, recovery codes, and where I am signed in now. */
export function SecurityPage({ account, passkeys, sessions, timeZone, outcome }: Props) {
  const t = useText(messages);
  const language = useLanguage();
  if (outcome?.codes) return <RecoveryCodeList codes={outcome.codes} />;
  const problems = Object.values(outcome?.result?.error ?? {}).flatMap((codes) => codes ?? []);
  const hasSecondFactor = account.totpConfirmedAt !== null || passkeys.length > 0;
  return (
    <div className="narrow stack-l">
      <PageHeader
        title={t("security.title")}
        crumbs={[{ href: paths.account(), label: t("account.title") }]}
        lead={t("security.lead")}
      />
      <ErrorSummary problems={problems.map((code) => ({ message: spelledObstacleText(language, code) }))} />
      <Card as="section">
        <h2>{t("app.heading")}</h2>
        {account.totpConfirmedAt ? (
          <>
            <p>
              {t("app.since")} <MomentText moment={account.totpConfirmedAt} timeZone={timeZone} />
            </p>
            <Act intent="remove-authenticator" label={t("app.remove")} />
          </>
        ) : (
          <>
            <p>{account.emailVerifiedAt ? t("app.why") : t("security.confirm-first")}</p>
            {account.emailVerifiedAt ? <LinkButton href={paths.authenticator()}>{t("app.title")}</LinkButton> : null}
          </>
        )}
      </Card>
      <Card as="section">
        <h2>{t("passkey.heading")}</h2>
        <p>{t("passkey.why")}</p>
        {passkeys.length === 0 ? null : (
          <ul>
            {passkeys.map((passkey) => (
              <li key={passkey.id}>
                {passkey.name} · <MomentText moment={passkey.createdAt} timeZone={timeZone} />
                <Act intent="remove-passkey" field={["passkey", passkey.id]} label={t("passkey.remove")} />
              </li>
            ))}
          </ul>
        )}
        {account.emailVerifiedAt ? (
          <PasskeyButton
            act="add"
            challenge={paths.passkeyChallenge()}
            action={paths.accountSecurity()}
            name={t("passkey.name", { number: passkeys.length + 1 })}
          >
            {t("passkey.add")}
          </PasskeyButton>
        ) : null}
      </Card>
      {hasSecondFactor ? (
        <Card as="section">
          <h2>{t("recovery.title")}</h2>
          <p>{t("recovery.left", { count: account.recoveryCodesLeft ?? 0 })}</p>
          <Act intent="recovery-codes" label={t("recovery.renew")} />
        </Card>
      ) : null}
      <SessionList sessions={sessions} timeZone={timeZone} />
    </div>
  );
}

function Act({ intent, label, field }: { intent: string; label: string; field?: readonly [string, string] }) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      {field ? <input type="hidden" name={field[0]} value={field[1]} /> : null}
      <Button kind="quiet" small>
        {label}
      </Button>
    </Form>
  );
}
