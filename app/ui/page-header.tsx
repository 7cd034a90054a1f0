import type { ReactNode } from "react";
import { common } from "#app/i18n/messages/common.ts";
import { useText } from "#app/i18n/text.ts";
import styles from "./page-header.module.css";

type Crumb = { href: string; label: string };
type Props = { title: ReactNode; crumbs?: readonly Crumb[]; lead?: ReactNode; actions?: ReactNode };

/** Where one is, what this page is, and its main act. */
export function PageHeader({ title, crumbs = [], lead, actions }: Props) {
  const t = useText(common);
  return (
    <header className={styles.header}>
      {crumbs.length > 0 ? (
        <nav aria-label={t("crumbs.label")} className={styles.crumbs}>
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb.href}>
                <a href={crumb.href}>{crumb.label}</a>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className={styles.line}>
        <h1>{title}</h1>
        {actions ? <div className="row">{actions}</div> : null}
      </div>
      {lead ? <div className={styles.lead}>{lead}</div> : null}
    </header>
  );
}

/** Links between the pages of one thing. */
export function Tabs({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly { href: string; label: ReactNode; isCurrent: boolean }[];
}) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} {...(tab.isCurrent ? { "aria-current": "page" as const } : {})}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
