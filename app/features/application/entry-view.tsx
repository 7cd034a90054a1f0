import type { ReactNode } from "react";
import { formatLength } from "#app/i18n/format.ts";
import { entry } from "#app/i18n/messages/entry.ts";
import { useText } from "#app/i18n/text.ts";
import { sizeText } from "#app/lib/size-text.ts";
import styles from "./entry-view.module.css";
import type { EntryFile, EntrySection, EntryValue, EntryView as View } from "./visibility.ts";

type Props = {
  view: View;
  /** How a file is shown; a line with its facts unless the page has a player. */
  renderFile?: (file: EntryFile) => ReactNode;
  /** Put beside a section's title, as a link to edit it. */
  besideTitle?: (section: EntrySection) => ReactNode;
  level?: 2 | 3;
  /** Where two views stand on one page: keeps their ids apart. */
  idPrefix?: string;
};

/** An entry to read, as its reader may see it. */
export function EntryView({ view, renderFile, besideTitle, level = 2, idPrefix = "entry" }: Props) {
  const t = useText(entry);
  const Title = level === 2 ? "h2" : "h3";
  return (
    <div className="stack-l">
      {view.files.length > 0 ? (
        <section aria-labelledby={`${idPrefix}-files`} className="stack">
          <Title id={`${idPrefix}-files`}>{t("files.title")}</Title>
          <ul className={styles.files}>
            {view.files.map((file) => (
              <li key={file.id}>{renderFile ? renderFile(file) : <FileLine file={file} />}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {view.sections.map((section) => (
        <section key={section.id} aria-labelledby={`${idPrefix}-${section.id}`} className="stack">
          <div className={styles.title}>
            <Title id={`${idPrefix}-${section.id}`}>{section.title}</Title>
            {besideTitle?.(section)}
          </div>
          <dl className={styles.items}>
            {section.items.map((item) => (
              <div key={item.id} id={`${idPrefix}-item-${item.id}`}>
                <dt>{item.label}</dt>
                <dd>
                  <Value value={item.value} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

/** One file in a line: what it is, its length, pages and size, and a link to it. */
export function FileLine({ file, href }: { file: EntryFile; href?: string }) {
  const t = useText(entry);
  const facts = [
    file.format.toUpperCase(),
    file.seconds === undefined ? "" : formatLength(file.seconds),
    file.pages === undefined ? "" : t("file.pages", { count: file.pages }),
    file.width && file.height ? `${file.width} × ${file.height}` : "",
    sizeText(file.bytes),
  ].filter(Boolean);
  return (
    <div className={styles.file}>
      <p>
        {file.name === file.label ? null : <strong>{file.label} </strong>}
        {href ? <a href={href}>{file.name}</a> : file.name === file.label ? <strong>{file.name}</strong> : file.name}
      </p>
      <p className="soft small numbers">{facts.join(" · ")}</p>
      {file.sha256 ? (
        <p className="soft small">
          SHA-256 <code>{file.sha256}</code>
        </p>
      ) : null}
    </div>
  );
}

function Value({ value }: { value: EntryValue }) {
  const t = useText(entry);
  switch (value.kind) {
    case "none":
      return <span className="soft">{t("value.none")}</span>;
    case "yes-no":
      return value.yes ? t("value.yes") : t("value.no");
    case "long":
      return <div className={styles.long}>{value.text}</div>;
    case "list":
      return (
        <ul className={styles.list}>
          {value.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case "link":
      return /^https?:\/\//i.test(value.href) ? (
        <a href={value.href} rel="noreferrer noopener nofollow" target="_blank">
          {value.href}
        </a>
      ) : (
        value.href
      );
    case "rows":
      return <Rows heads={value.heads} rows={value.rows} />;
    default:
      return value.text;
  }
}

function Rows({ heads, rows }: { heads: readonly string[]; rows: readonly string[][] }) {
  return (
    <ul className={styles.rows}>
      {rows.map((row, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sealed rows do not move
        <li key={number}>
          <dl>
            {row.map((cell, column) =>
              cell === "" ? null : (
                <div key={heads[column]}>
                  <dt>{heads[column]}</dt>
                  <dd className={styles.long}>{cell}</dd>
                </div>
              ),
            )}
          </dl>
        </li>
      ))}
    </ul>
  );
}
