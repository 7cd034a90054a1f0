import { formatMoment } from "#app/i18n/format.ts";
import { publicPages } from "#app/i18n/messages/public.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Table, type TableColumn } from "#app/ui/table.tsx";
import styles from "./call-page.module.css";
import type { CallView, RoundView } from "./call-view.ts";

export type RoundDates = { code: string; opensAt: string | null; closesAt: string | null };
type Props = { view: CallView; dates: readonly RoundDates[]; timeZone: string };

/** The rounds of a call with their dates and the very rubric its jurors mark by. */
export function RoundsView({ view, dates, timeZone }: Props) {
  const t = useText(publicPages);
  const language = useLanguage();
  return (
    <section className="stack" aria-labelledby="judged">
      <h2 id="judged">{t("call.judged")}</h2>
      <p>{t("call.judged-text", { min: view.scale.min, max: view.scale.max })}</p>
      <details>
        <summary>{t("call.bands")}</summary>
        <ul>
          {view.scale.bands.map((band) => (
            <li key={band.from}>
              <span className="numbers">
                {band.from}–{band.to}
              </span>{" "}
              {band.meaning}
            </li>
          ))}
        </ul>
      </details>
      <h3>{t("call.rounds")}</h3>
      <ol className={styles.rounds}>
        {view.rounds.map((round) => {
          const date = dates.find(({ code }) => code === round.id);
          return (
            <li key={round.id}>
              <p className="row">
                <strong>{round.name}</strong>
                <span className="soft">{t(`round.${round.kind}`)}</span>
                {round.isBlind ? <Badge>{t("call.blind")}</Badge> : null}
              </p>
              <p className="soft small">
                {date?.opensAt && date.closesAt
                  ? t("call.round-time", {
                      from: formatMoment(date.opensAt, { language, timeZone }),
                      until: formatMoment(date.closesAt, { language, timeZone }),
                    })
                  : t("week.day-unknown")}
                {round.reviews > 0 ? ` · ${t("call.reviews", { count: round.reviews })}` : ""}
              </p>
              {round.criteria.length > 0 ? <Rubric round={round} /> : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

type Criterion = RoundView["criteria"][number];

function Rubric({ round }: { round: RoundView }) {
  const t = useText(publicPages);
  const columns: TableColumn<Criterion>[] = [
    { key: "criterion", head: t("call.criterion"), cell: (one) => one.label, isHead: true },
    { key: "weight", head: t("call.weight"), cell: (one) => `${one.weight}%`, numeric: true },
    { key: "high", head: t("call.high"), cell: (one) => one.high },
    { key: "middle", head: t("call.middle"), cell: (one) => one.middle },
    { key: "low", head: t("call.low"), cell: (one) => one.low },
  ];
  return (
    <details>
      <summary>{round.criteria.map((one) => `${one.label} ${one.weight}%`).join(" · ")}</summary>
      <Table caption={round.name} captionHidden columns={columns} rows={round.criteria} keyOf={(one) => one.id} />
    </details>
  );
}
