import { formatMoment } from "#app/i18n/format.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { obstacleText } from "#app/i18n/obstacle-text.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import type { Obstacle } from "#app/lib/refusal.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextAreaField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";

type Props = {
  applicationId: string;
  isWithdrawn: boolean;
  isOpen: boolean;
  closesAt: string;
  timeZone: string;
  obstacles: readonly Obstacle[];
};

/** Taking an entry back: asked once, with what it means; and undone as long as that is possible. */
export function Withdrawal({ applicationId, isWithdrawn, isOpen, closesAt, timeZone, obstacles }: Props) {
  const t = useText(applicant);
  const language = useLanguage();
  return (
    <div className="narrow stack">
      <h2>{t("withdraw.title")}</h2>
      <ErrorSummary problems={obstacles.map((one) => ({ message: obstacleText(one, language) }))} />
      {isWithdrawn ? (
        <>
          <Notice>
            {isOpen
              ? t("withdraw.done", { time: formatMoment(closesAt, { language, timeZone }) })
              : t("withdraw.done-closed")}
          </Notice>
          {isOpen ? (
            <form method="post">
              <Button kind="gold" name="intent" value="restore">
                {t("overview.restore")}
              </Button>
            </form>
          ) : null}
        </>
      ) : (
        <form method="post" className="stack">
          <p>{t(isOpen ? "withdraw.text" : "withdraw.text-closed")}</p>
          <TextAreaField name="reason" label={t("withdraw.reason")} maxLength={2000} rows={4} />
          <div className="row">
            <Button kind="danger" name="intent" value="withdraw">
              {t("withdraw.button")}
            </Button>
            <LinkButton kind="quiet" href={paths.application(applicationId)}>
              {t("withdraw.keep")}
            </LinkButton>
          </div>
        </form>
      )}
    </div>
  );
}
