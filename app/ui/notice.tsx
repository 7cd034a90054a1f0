import type { ReactNode } from "react";
import styles from "./notice.module.css";

type Props = {
  tone?: "info" | "good" | "warn" | "danger";
  title?: ReactNode;
  children?: ReactNode;
  live?: "status" | "alert";
};

/** Something the reader must know here. `live` says it aloud when it appears. */
export function Notice({ tone = "info", title, children, live }: Props) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} {...(live ? { role: live } : {})}>
      {title ? <p className={styles.title}>{title}</p> : null}
      {children}
    </div>
  );
}
