import { Form } from "@remix-run/react";
import { account } from "#app/i18n/messages/account.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { WorthlessLink } from "./worthless-link.tsx";

/** The button behind the link of a confirmation letter. */
export function ConfirmEmailPage({ email }: { email: string | null }) {
  const t = useText(account);
  if (!email)
    return (
      <WorthlessLink
        title={t("confirm.title")}
        action={<LinkButton href={paths.account()}>{t("confirm.again")}</LinkButton>}
      />
    );
  return (
    <div className="narrow stack">
      <PageHeader title={t("confirm.title")} lead={t("confirm.lead", { email })} />
      <Form method="post">
        <Button kind="gold">{t("confirm.submit")}</Button>
      </Form>
    </div>
  );
}
