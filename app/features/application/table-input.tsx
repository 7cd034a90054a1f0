import { type ReactNode, useState } from "react";
import type { Field } from "#app/features/call/definition.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { Button } from "#app/ui/button.tsx";
import styles from "./field-input.module.css";
import { CellInput } from "./field-input.tsx";
import { type Inputs, rowCount } from "./form-values.ts";

type Props = {
  field: Field;
  hint: ReactNode;
  inputs: Inputs;
  problems: Readonly<Record<string, string>>;
  extraRows: number;
};

/** Rows of cells: people, schedules, sources. Rows are added and taken away with and without scripts. */
export function TableInput({ field, hint, inputs, problems, extraRows }: Props) {
  const t = useText(applicant);
  const language = useLanguage();
  const start = Math.max(rowCount(field.id, inputs), field.minRows ?? 0) + extraRows;
  const [rows, setRows] = useState(() => Array.from({ length: start }, (_, index) => index));
  const most = field.maxRows ?? 50;
  const next = rows.length === 0 ? 0 : Math.max(...rows) + 1;
  return (
    <fieldset id={field.id} className={styles.table} tabIndex={-1} aria-describedby={`${field.id}-hint`}>
      <legend>{field.label[language]}</legend>
      <div id={`${field.id}-hint`} className="soft small">
        {hint} {t("rows.most", { count: most })}
      </div>
      {problems[field.id] ? <p className={styles.error}>{problems[field.id]}</p> : null}
      <input type="hidden" name={field.id} value="" />
      <ul className={styles.rows}>
        {rows.map((row, place) => (
          <li key={row} className={styles.row}>
            <div className={styles.rowHead}>
              <span>{t("rows.number", { number: place + 1 })}</span>
              <Button
                kind="quiet"
                small
                name="remove-row"
                value={`${field.id}[${row}]`}
                formNoValidate
                aria-label={t("rows.remove-number", { number: place + 1 })}
                onClick={(event) => {
                  event.preventDefault();
                  const form = event.currentTarget.form;
                  setRows(rows.filter((one) => one !== row));
                  requestAnimationFrame(() => form?.dispatchEvent(new Event("input", { bubbles: true })));
                }}
              >
                {t("rows.remove")}
              </Button>
            </div>
            <div className={styles.cells}>
              {(field.columns ?? []).map((column) => {
                const name = `${field.id}[${row}].${column.id}`;
                return (
                  <div key={column.id} className={column.type === "longtext" ? styles.wide : undefined}>
                    <CellInput
                      field={column}
                      name={name}
                      value={inputs[name]?.[0] ?? ""}
                      error={problems[name]}
                      optional={!column.required}
                    />
                  </div>
                );
              })}
            </div>
          </li>
        ))}
      </ul>
      {rows.length < most ? (
        <div>
          <Button
            kind="quiet"
            name="add-row"
            value={field.id}
            formNoValidate
            onClick={(event) => {
              event.preventDefault();
              setRows([...rows, next]);
            }}
          >
            {t("rows.add")}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
