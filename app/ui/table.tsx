import type { ReactNode } from "react";
import styles from "./table.module.css";

export type TableColumn<Row> = {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the right, below each other. */
  numeric?: boolean;
  /** The column that names the row. */
  isHead?: boolean;
  sortHref?: string;
  sorted?: "ascending" | "descending";
};

type Props<Row> = {
  caption: ReactNode;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  captionHidden?: boolean;
};

/** A plain table; on a phone each row becomes a card with its headings beside the values. */
export function Table<Row>({ caption, columns, rows, keyOf, captionHidden }: Props<Row>) {
  return (
    <table className={styles.table}>
      <caption className={captionHidden ? "visually-hidden" : styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={column.numeric ? styles.numeric : undefined}
              {...(column.sorted ? { "aria-sort": column.sorted } : {})}
            >
              {column.sortHref ? <a href={column.sortHref}>{column.head}</a> : column.head}
              {column.sorted ? <span aria-hidden="true">{column.sorted === "ascending" ? " ↑" : " ↓"}</span> : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column) => {
              const label = typeof column.head === "string" ? column.head : undefined;
              const props = { "data-label": label, className: column.numeric ? styles.numeric : undefined };
              return column.isHead ? (
                <th key={column.key} scope="row" {...props}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} {...props}>
                  {column.cell(row)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
