import type { ReactNode } from "react";
import styles from "./empty-state.module.css";
import { Horizon } from "./horizon.tsx";

/** Nothing is here yet: says why, and what to do next. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <Horizon />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children ? <div className="soft">{children}</div> : null}
        {action}
      </div>
    </div>
  );
}
