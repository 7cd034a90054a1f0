import { formatMoment } from "#app/i18n/format.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";

/** Until when an entry may still change: its deadline, or the end of a correction after it. */
export type ChangeTimes = { closesAt: string; correctionUntil: string | null; timeZone: string; now: string };

/** The one sentence that stands beside every section and the files: until when what is here may be changed. */
export function ChangeLine({ closesAt, correctionUntil, timeZone, now }: ChangeTimes) {
  const t = useText(applicant);
  const language = useLanguage();
  const time = (moment: string) => formatMoment(moment, { language, timeZone });
  if (now <= closesAt) return <p className="soft small">{t("change.until-deadline", { time: time(closesAt) })}</p>;
  if (correctionUntil && now <= correctionUntil)
    return <p className="soft small">{t("change.correction", { time: time(correctionUntil) })}</p>;
  return <p className="soft small">{t("change.over")}</p>;
}

/** What may change after handing in, and until when, in full: for the overview. */
export function ChangeRules({ times, maySwitchAccount }: { times: ChangeTimes; maySwitchAccount: boolean }) {
  const t = useText(applicant);
  return (
    <details>
      <summary>{t("change.title")}</summary>
      <ul>
        <li>
          {t("change.answers")} <ChangeLine {...times} />
        </li>
        <li>{t("change.after")}</li>
        <li>{t("change.receipt")}</li>
        {maySwitchAccount ? (
          <li>
            {t("change.contact")} <a href={paths.account()}>{t("change.account")}</a>
          </li>
        ) : null}
      </ul>
    </details>
  );
}
