import type { ReactNode } from "react";
import { common } from "#app/i18n/messages/common.ts";
import { useText } from "#app/i18n/text.ts";
import styles from "./frame.module.css";

export type NavLink = { href: string; label: string };
type Props = {
  home: string;
  here: string;
  main: readonly NavLink[];
  own: readonly NavLink[];
  language: { action: string; value: string };
  signOut: string | null;
  children: ReactNode;
};

/** The frame around every page: wordmark, ways, language, content, foot. */
export function Frame({ home, here, main, own, language, signOut, children }: Props) {
  const t = useText(common);
  const current = (href: string) =>
    here === href || (href !== "/" && here.startsWith(`${href}/`)) ? { "aria-current": "page" as const } : {};
  const links = (list: readonly NavLink[]) =>
    list.map((link) => (
      <li key={link.href}>
        <a href={link.href} {...current(link.href)}>
          {link.label}
        </a>
      </li>
    ));
  return (
    <>
      <a className={styles.skip} href="#content">
        {t("skip.content")}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <a href={home} className={styles.wordmark}>
            <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
              <circle cx="12" cy="9.5" r="4.5" className={styles.sun} />
              <path d="M1 13h22M4 17h16M8 21h8" className={styles.tide} />
            </svg>
            {t("product.name")}
          </a>
          <nav aria-label={t("nav.label")} className={styles.nav}>
            <ul>{links(main)}</ul>
            <ul>
              {links(own)}
              {signOut ? (
                <li>
                  <form method="post" action={signOut}>
                    <button type="submit" className={styles.plain}>
                      {t("nav.sign-out")}
                    </button>
                  </form>
                </li>
              ) : null}
              <li>
                <form method="post" action={language.action}>
                  <input type="hidden" name="next" value={here} />
                  <button
                    type="submit"
                    name="language"
                    value={language.value}
                    lang={language.value}
                    aria-label={t("language.label")}
                    className={styles.plain}
                  >
                    {t("language.other")}
                  </button>
                </form>
              </li>
            </ul>
          </nav>
        </div>
      </header>
      <main id="content" className="page" tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.footer}>
        <p>{t("footer.words")}</p>
      </footer>
    </>
  );
}
