import { formatMoment } from "#app/i18n/format.ts";
import { receipt } from "#app/i18n/messages/receipt.ts";
import { obstacleText } from "#app/i18n/obstacle-text.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

type Props = {
  number: string;
  hash: string;
  isAsked: boolean;
  /** When the receipt was given, for one that is genuine. */
  sealedAt: string | null;
  timeZone: string;
  /** Set when this was asked too often. */
  waitMinutes: number | null;
};

/** Where anybody who was given a receipt can check it, and learns nothing else. */
export function VerifyPage({ number, hash, isAsked, sealedAt, timeZone, waitMinutes }: Props) {
  const t = useText(receipt);
  const language = useLanguage();
  const time = (zone: string) => formatMoment(sealedAt ?? "", { language, timeZone: zone, seconds: true });
  return (
    <div className="narrow stack-l">
      <PageHeader title={t("verify.title")} lead={t("verify.lead")} />
      {waitMinutes !== null ? (
        <Notice tone="warn" live="alert">
          {obstacleText({ code: "too-many-attempts", facts: { minutes: waitMinutes } }, language)}
        </Notice>
      ) : null}
      {isAsked && waitMinutes === null && sealedAt ? (
        <Notice tone="good" title={t("verify.genuine")} live="status">
          <p className="numbers">{t("verify.sealed", { time: time(timeZone) })}</p>
          <p className="soft small numbers">{time("UTC")}</p>
        </Notice>
      ) : null}
      {isAsked && waitMinutes === null && !sealedAt ? (
        <Notice tone="danger" title={t("verify.unknown")} live="status">
          <p>{t("verify.unknown-text")}</p>
        </Notice>
      ) : null}
      <form method="get" className="stack">
        <TextField
          name="number"
          label={t("verify.number")}
          hint={t("verify.number-hint")}
          defaultValue={number}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <TextField
          name="hash"
          label={t("verify.hash")}
          hint={t("verify.hash-hint")}
          defaultValue={hash}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <div>
          <Button kind="gold">{t("verify.button")}</Button>
        </div>
      </form>
    </div>
  );
}
