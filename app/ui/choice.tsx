import type { ReactNode } from "react";
import styles from "./choice.module.css";

type Option = { value: string; label: ReactNode; hint?: ReactNode };
type Props = {
  legend: ReactNode;
  name: string;
  kind: "radio" | "checkbox";
  options: readonly Option[];
  /** What is chosen already. Nothing is ever preselected for the reader. */
  chosen?: readonly string[];
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  /** In a row where there is room: for short words. */
  inline?: boolean;
  onChange?: (event: React.ChangeEvent<HTMLInputElement>) => void;
};

/** A question with several answers to choose from: one (radio) or more (checkbox). */
export function ChoiceGroup({
  legend,
  name,
  kind,
  options,
  chosen = [],
  hint,
  error,
  required,
  inline,
  onChange,
}: Props) {
  const described = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset
      id={name}
      tabIndex={-1}
      className={error ? `${styles.group} ${styles.wrong}` : styles.group}
      {...(described ? { "aria-describedby": described } : {})}
    >
      <legend>{legend}</legend>
      {hint ? (
        <div id={`${name}-hint`} className={styles.hint}>
          {hint}
        </div>
      ) : null}
      {error ? (
        <p id={`${name}-error`} className={styles.error}>
          {error}
        </p>
      ) : null}
      <div className={inline ? styles.inline : styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type={kind}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              required={Boolean(required && kind === "radio")}
              onChange={onChange}
            />
            <span>
              {option.label}
              {option.hint ? <span className={styles.hint}>{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type TickProps = {
  name: string;
  id?: string;
  value?: string;
  label: ReactNode;
  hint?: ReactNode;
  checked?: boolean;
  error?: ReactNode;
};

/** One box to tick. */
export function Tick({ name, id = name, value = "on", label, hint, checked, error }: TickProps) {
  return (
    <div className={error ? `${styles.group} ${styles.wrong}` : styles.group}>
      {error ? (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      ) : null}
      <label className={styles.option}>
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={checked}
          {...(error ? { "aria-invalid": true, "aria-describedby": `${id}-error` } : {})}
        />
        <span>
          {label}
          {hint ? <span className={styles.hint}>{hint}</span> : null}
        </span>
      </label>
    </div>
  );
}
