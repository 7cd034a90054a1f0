import styles from "./horizon.module.css";

/** The drawn sea: where there is no picture, a horizon. Decoration only. */
export function Horizon({ height = "s" }: { height?: "s" | "l" }) {
  return (
    <svg
      className={height === "l" ? styles.large : styles.small}
      viewBox="0 0 1200 300"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <rect className={styles.sky} width="1200" height="300" />
      <circle className={styles.sun} cx="860" cy="176" r="54" />
      <rect className={styles.sea} y="176" width="1200" height="124" />
      <g className={styles.swell}>
        <path d="M0 206 q150 -9 300 0 t300 0 t300 0 t300 0" />
        <path d="M0 232 q150 -12 300 0 t300 0 t300 0 t300 0" />
        <path d="M0 264 q150 -14 300 0 t300 0 t300 0 t300 0" />
      </g>
      <path className={styles.glint} d="M812 186 h96 M826 197 h68 M838 210 h44 M846 226 h28 M852 246 h16" />
      <line className={styles.line} x1="0" x2="1200" y1="176" y2="176" />
    </svg>
  );
}
