import { account } from "#app/i18n/messages/account.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** A letter was sent, if there was one to send. In the demo, where it lies. */
export function SentNotice({ to, mailbox }: { to: string; mailbox: string | null }) {
  const t = useText(account);
  return (
    <Notice tone="good" title={t("sent.title")} live="status">
      <p>{t("sent.text", { email: to })}</p>
      <p className="soft">{t("sent.late")}</p>
      {mailbox ? (
        <p>
          <LinkButton href={paths.demoMailbox(mailbox)} kind="quiet" small>
            {t("sent.demo")}
          </LinkButton>
        </p>
      ) : null}
    </Notice>
  );
}
