import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { common } from "#app/i18n/messages/common.ts";
import { useText } from "#app/i18n/text.ts";
import styles from "./field.module.css";

type Frame = {
  label: ReactNode;
  /** Also the id of the control, unless `id` says otherwise: error summaries link to it. */
  name: string;
  id?: string;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  /** Below the control: a counter, who sees it. */
  after?: ReactNode;
};

/** Label, hint and error around one control, tied together for those who listen to the page. */
export function Field({ label, id, name, hint, error, optional, after, children }: Frame & { children: ReactNode }) {
  const t = useText(common);
  const key = id ?? name;
  return (
    <div className={error ? `${styles.field} ${styles.wrong}` : styles.field}>
      <label htmlFor={key}>
        {label}
        {optional ? <span className={styles.optional}>{t("field.optional")}</span> : null}
      </label>
      {hint ? (
        <div id={`${key}-hint`} className={styles.hint}>
          {hint}
        </div>
      ) : null}
      {error ? (
        <p id={`${key}-error`} className={styles.error}>
          {error}
        </p>
      ) : null}
      {children}
      {after}
    </div>
  );
}

/** The attributes that tie a control to its hint and error. */
export function controlProps({ id, name, hint, error }: Pick<Frame, "id" | "name" | "hint" | "error">) {
  const key = id ?? name;
  const described = [hint ? `${key}-hint` : "", error ? `${key}-error` : ""].filter(Boolean).join(" ");
  return {
    id: key,
    name,
    ...(described ? { "aria-describedby": described } : {}),
    ...(error ? { "aria-invalid": true as const } : {}),
  };
}

type Control<Attributes> = Frame & Omit<Attributes, keyof Frame | "className">;

export function TextField({
  label,
  name,
  id,
  hint,
  error,
  optional,
  after,
  ...rest
}: Control<InputHTMLAttributes<HTMLInputElement>>) {
  const frame = frameOf({ label, name, id, hint, error, optional, after });
  return (
    <Field {...frame}>
      <input className={styles.control} {...rest} {...controlProps(frame)} />
    </Field>
  );
}

export function TextAreaField({
  label,
  name,
  id,
  hint,
  error,
  optional,
  after,
  ...rest
}: Control<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const frame = frameOf({ label, name, id, hint, error, optional, after });
  return (
    <Field {...frame}>
      <textarea className={styles.control} rows={5} {...rest} {...controlProps(frame)} />
    </Field>
  );
}

type SelectProps = Control<SelectHTMLAttributes<HTMLSelectElement>> & {
  options: readonly { value: string; label: string }[];
  /** The first, empty choice: nothing is preselected. Leave it out where one is always chosen. */
  placeholder?: string;
};

export function SelectField({
  label,
  name,
  id,
  hint,
  error,
  optional,
  after,
  options,
  placeholder,
  ...rest
}: SelectProps) {
  const frame = frameOf({ label, name, id, hint, error, optional, after });
  return (
    <Field {...frame}>
      <select className={styles.control} {...rest} {...controlProps(frame)}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {/* Names of countries differ a little between the server's data and the browser's. */}
        {options.map((option) => (
          <option key={option.value} value={option.value} suppressHydrationWarning>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** Leaves out what is undefined, as exact optional properties want it. */
function frameOf(frame: { [Key in keyof Frame]: Frame[Key] | undefined } & Pick<Frame, "label" | "name">): Frame {
  return Object.fromEntries(Object.entries(frame).filter(([, value]) => value !== undefined)) as Frame;
}
