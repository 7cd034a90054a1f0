import styles from "./waterline.module.css";

type Props = {
  /** How full, from 0 to 1. */
  value: number;
  /** What it means, in words with its number: always beside the line. */
  label: string;
  /** A full line of gold: everything is there. */
  isKey?: boolean;
};

/** The signature: a thin horizon that rises as things fill. */
export function Waterline({ value, label, isKey = false }: Props) {
  const level = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div className={isKey ? `${styles.waterline} ${styles.key}` : styles.waterline}>
      <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className={styles.ground} x="0" y="0" width="100" height="12" />
        <rect className={styles.water} x="0" y="0" width={level} height="12" />
        <line className={styles.line} x1="0" x2={level} y1="0.5" y2="0.5" vectorEffect="non-scaling-stroke" />
      </svg>
      <p>{label}</p>
    </div>
  );
}
