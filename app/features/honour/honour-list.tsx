import { publicPages } from "#app/i18n/messages/public.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import styles from "./honour-list.module.css";

export type HonourView = {
  id: string;
  title: string;
  honour: string;
  citation: string;
  makers: readonly { name: string; role: string }[];
  call: { slug: string; name: string };
  programme: string;
};

/** Honoured works: the honour, the work, the jury's words, and its makers where they agreed. */
export function HonourList({ honours }: { honours: readonly HonourView[] }) {
  const t = useText(publicPages);
  const language = useLanguage();
  return (
    <ul className={styles.honours}>
      {honours.map((item) => (
        <li key={item.id}>
          <p className={styles.honour}>{item.honour}</p>
          <h3 className={styles.title}>{item.title || t("results.untitled")}</h3>
          {item.makers.length > 0 ? (
            <p>
              {item.makers
                .map(({ name, role }) =>
                  role ? (language === "zh" ? `${name}（${role}）` : `${name} (${role})`) : name,
                )
                .join(language === "zh" ? "、" : ", ")}
            </p>
          ) : null}
          {item.citation ? (
            <figure className="stack">
              <figcaption className="visually-hidden">{t("results.citation")}</figcaption>
              <blockquote className={styles.citation}>{item.citation}</blockquote>
            </figure>
          ) : null}
          <p className="soft small">
            {item.programme} · <a href={paths.call(item.call.slug)}>{item.call.name}</a>
          </p>
        </li>
      ))}
    </ul>
  );
}
