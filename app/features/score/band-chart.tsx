import { manage } from "#app/i18n/messages/manage.ts";
import { useText } from "#app/i18n/text.ts";
import styles from "./band-chart.module.css";

/** How the totals of a round are spread, ten points a bar, each with its number beside it. */
export function BandChart({ bands }: { bands: readonly number[] }) {
  const t = useText(manage);
  const highest = Math.max(1, ...bands);
  return (
    <figure className={styles.chart}>
      <figcaption>{t("scores.bands")}</figcaption>
      <ol>
        {bands.map((count, band) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the bands of a scale do not move
          <li key={band}>
            <span className="numbers">{count}</span>
            <svg viewBox="0 0 10 40" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <rect x="0" y={40 - (40 * count) / highest} width="10" height={(40 * count) / highest} />
            </svg>
            <span className="soft small numbers">{band * 10}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
