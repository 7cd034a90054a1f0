import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { account as messages } from "#app/i18n/messages/account.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { AccountForm } from "./account-form.tsx";
import { SentNotice } from "./sent-notice.tsx";

type Account = {
  name: string;
  email: string;
  language: "zh" | "en";
  emailVerifiedAt: string | null;
};
type Outcome = { result: SubmissionResult<string[]> | undefined; sentTo?: string; mailbox?: string | null };
type Props = {
  account: Account;
  isStaff: boolean;
  hasSecondFactor: boolean;
  hasSaved: boolean;
  outcome: Outcome | undefined;
};

/** Who I am here, and the ways to change it. */
export function AccountPage({ account, isStaff, hasSecondFactor, hasSaved, outcome }: Props) {
  const t = useText(messages);
  return (
    <div className="narrow stack-l">
      <PageHeader title={t("account.title")} />
      {hasSaved && !outcome ? <Notice tone="good" title={t("account.saved")} live="status" /> : null}
      {outcome?.sentTo ? <SentNotice to={outcome.sentTo} mailbox={outcome.mailbox ?? null} /> : null}
      {account.emailVerifiedAt || outcome?.sentTo ? null : (
        <Notice tone="warn" title={t("account.unverified")}>
          <Form method="post">
            <input type="hidden" name="intent" value="verification" />
            <Button kind="quiet" small>
              {t("account.send-again")}
            </Button>
          </Form>
        </Notice>
      )}
      {isStaff && !hasSecondFactor ? (
        <Notice title={t("account.second-offered")}>
          <p>
            <a href={paths.accountSecurity()}>{t("security.title")}</a>
          </p>
        </Notice>
      ) : null}
      <AccountForm
        intent="profile"
        kind="sea"
        submit={t("account.save")}
        result={outcome?.result}
        initial={{ name: account.name, language: account.language }}
        lines={[
          { name: "name", label: t("field.name"), hint: t("field.name-hint"), autoComplete: "name" },
          {
            name: "language",
            label: t("field.language"),
            type: "select",
            hint: t("field.language-hint"),
            options: [
              { value: "zh", label: "简体中文" },
              { value: "en", label: "English" },
            ],
          },
        ]}
      />
      <Card as="section">
        <Facts
          pairs={[
            [t("field.email"), account.email],
            [t("security.second"), hasSecondFactor ? t("security.on") : t("security.off")],
          ]}
        />
        <p className="row">
          <LinkButton kind="quiet" href={paths.accountEmail()}>
            {t("email.title")}
          </LinkButton>
          <LinkButton kind="quiet" href={paths.accountPassword()}>
            {t("change.title")}
          </LinkButton>
          <LinkButton kind="quiet" href={paths.accountSecurity()}>
            {t("security.title")}
          </LinkButton>
        </p>
      </Card>
      <Card as="section">
        <h2>{t("data.title")}</h2>
        <p>{t("data.package")}</p>
        <p>
          {/* A file, not a page: the browser saves it. */}
          <a href={paths.accountPackage()} download>
            {t("data.download")}
          </a>
        </p>
      </Card>
    </div>
  );
}
