import { useEffect, useState } from "react";
import { formatMoment, formatMomentBare } from "#app/i18n/format.ts";
import { common } from "#app/i18n/messages/common.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";

type Props = { moment: string; timeZone: string; seconds?: boolean };

/** An instant by the edition's clocks, with the city named; the reader's own time beside it where it differs. */
export function MomentText({ moment, timeZone, seconds = false }: Props) {
  const t = useText(common);
  const language = useLanguage();
  const [own, setOwn] = useState<string | null>(null);
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const here = formatMomentBare(moment, { language, timeZone: zone, seconds });
    setOwn(here === formatMomentBare(moment, { language, timeZone, seconds }) ? null : here);
  }, [moment, timeZone, seconds, language]);
  return (
    <time dateTime={moment}>
      {formatMoment(moment, { language, timeZone, seconds })}
      {own ? <span className="soft"> {t("moment.yours", { time: own })}</span> : null}
    </time>
  );
}

/** Counts down the last 48 hours before a moment; before that, and without scripts, it says the whole days left. */
export function Countdown({ until, now }: { until: string; now: string }) {
  const t = useText(common);
  const [left, setLeft] = useState(Date.parse(until) - Date.parse(now));
  useEffect(() => {
    // The server's clock rules: only the time that has passed since is taken from the reader's.
    const begun = performance.now();
    const atStart = Date.parse(until) - Date.parse(now);
    const timer = setInterval(() => setLeft(atStart - (performance.now() - begun)), 1000);
    return () => clearInterval(timer);
  }, [until, now]);
  if (left <= 0) return <span>{t("countdown.over")}</span>;
  const hours = Math.floor(left / 3_600_000);
  if (hours >= 48) return <span>{t("countdown.days", { days: Math.floor(hours / 24) })}</span>;
  const minutes = Math.floor((left % 3_600_000) / 60_000);
  return <span className="numbers">{t("countdown.hours", { hours, minutes })}</span>;
}
