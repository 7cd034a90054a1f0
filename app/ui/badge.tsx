import type { ReactNode } from "react";
import styles from "./badge.module.css";

/** A state in a word. The colour only repeats what the word says. */
export function Badge({
  tone = "plain",
  children,
}: {
  tone?: "plain" | "sea" | "gold" | "good" | "warn" | "danger";
  children: ReactNode;
}) {
  return <span className={`${styles.badge} ${styles[tone]}`}>{children}</span>;
}
