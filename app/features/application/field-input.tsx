import type { Answer } from "#app/features/call/answers.ts";
import type { Column, Field } from "#app/features/call/definition.ts";
import { type LengthUnit, lengthOf } from "#app/features/call/length.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { type Language, type Speak, useLanguage, useText } from "#app/i18n/text.ts";
import { countryChoices } from "#app/lib/countries.ts";
import { ChoiceGroup, Tick } from "#app/ui/choice.tsx";
import { SelectField, TextAreaField, TextField } from "#app/ui/field.tsx";
import styles from "./field-input.module.css";
import type { Inputs } from "./form-values.ts";
import { TableInput } from "./table-input.tsx";

export type FieldProps = {
  field: Field;
  inputs: Inputs;
  /** Messages by input name. */
  problems: Readonly<Record<string, string>>;
  extraRows: Readonly<Record<string, number>>;
  /** What a computed field comes to at present. */
  computed?: Answer | null | undefined;
};

/** The inputs of one field of a call's form, whatever its type. */
export function FieldInput({ field, inputs, problems, extraRows, computed }: FieldProps) {
  const t = useText(applicant);
  const language = useLanguage();
  const label = field.label[language];
  const hint = (
    <>
      {field.help ? <span>{field.help[language]} </span> : null}
      <span>{t(`seen.${field.visibility}`)}</span>
    </>
  );
  const error = problems[field.id];
  const chosen = inputs[field.id] ?? [];
  if (field.type === "computed")
    return (
      <div>
        <p className={styles.computed}>{label}</p>
        <p className="soft small">{hint}</p>
        <output id={field.id}>{computedText(computed, t)}</output>
      </div>
    );
  if (field.type === "table" || field.type === "people")
    return (
      <TableInput field={field} hint={hint} inputs={inputs} problems={problems} extraRows={extraRows[field.id] ?? 0} />
    );
  if (field.consent)
    return (
      <>
        <input type="hidden" name={field.id} value="" />
        <Tick
          name={field.id}
          value="true"
          label={label}
          hint={field.help?.[language]}
          checked={chosen.includes("true")}
          error={error}
        />
      </>
    );
  if (field.type === "bool")
    return (
      <>
        <input type="hidden" name={field.id} value="" />
        <ChoiceGroup
          kind="radio"
          inline
          name={field.id}
          legend={<Legend label={label} optional={!field.required} />}
          hint={hint}
          error={error}
          chosen={chosen}
          options={[
            { value: "true", label: t("choice.yes") },
            { value: "false", label: t("choice.no") },
          ]}
        />
      </>
    );
  if (field.type === "multi")
    return (
      <>
        <input type="hidden" name={field.id} value="" />
        <ChoiceGroup
          kind="checkbox"
          name={field.id}
          legend={<Legend label={label} optional={!field.required} />}
          hint={
            <>
              {field.maxChoices ? <span>{t("choice.most", { count: field.maxChoices })} </span> : null}
              {hint}
            </>
          }
          error={error}
          chosen={chosen}
          options={(field.options ?? []).map((option) => ({ value: option.id, label: option.label[language] }))}
        />
      </>
    );
  return (
    <CellInput
      field={field}
      name={field.id}
      value={chosen[0] ?? ""}
      error={error}
      hint={hint}
      optional={!field.required}
    />
  );
}

function computedText(value: Answer | null | undefined, t: Speak<typeof applicant.en>): string {
  if (typeof value === "boolean") return t(value ? "choice.yes" : "choice.no");
  return typeof value === "string" || typeof value === "number" ? String(value) : t("computed.open");
}

function Legend({ label, optional }: { label: string; optional: boolean }) {
  const t = useText(applicant);
  return (
    <>
      {label}
      {optional ? <span className={styles.optional}>{t("field.optional")}</span> : null}
    </>
  );
}

type CellProps = {
  field: Field | Column;
  name: string;
  value: string;
  error?: string | undefined;
  hint?: React.ReactNode;
  optional?: boolean;
};

/** An input that holds one value: a field's or a table cell's. */
export function CellInput({ field, name, value, error, hint, optional }: CellProps) {
  const t = useText(applicant);
  const language = useLanguage();
  const frame = {
    name,
    label: field.label[language],
    defaultValue: value,
    ...(hint ? { hint } : {}),
    ...(error ? { error } : {}),
    ...(optional ? { optional } : {}),
  };
  if (field.type === "select" || field.type === "country") {
    const options =
      field.type === "country"
        ? countryOptions(language)
        : (field.options ?? []).map((option) => ({ value: option.id, label: option.label[language] }));
    return <SelectField {...frame} placeholder={t("choice.please")} options={options} />;
  }
  const limit = field.max !== undefined && (field.type === "text" || field.type === "longtext") ? field.max : undefined;
  const after =
    limit === undefined ? undefined : <Counter text={value} limit={limit} unit={field.unit ?? "char"} name={name} />;
  if (field.type === "longtext")
    return <TextAreaField {...frame} {...(after ? { after } : {})} rows={(limit ?? 0) > 200 ? 8 : 4} />;
  return <TextField {...frame} {...inputKinds[field.type]} {...(after ? { after } : {})} />;
}

const countries: Partial<Record<Language, { value: string; label: string }[]>> = {};

function countryOptions(language: Language) {
  countries[language] ??= countryChoices(language).map(({ code, name }) => ({ value: code, label: name }));
  return countries[language];
}

const inputKinds: Partial<Record<Field["type"], Record<string, string>>> = {
  email: { type: "email", autoComplete: "email", inputMode: "email" },
  phone: { type: "tel", autoComplete: "tel", inputMode: "tel" },
  url: { type: "url", inputMode: "url", placeholder: "https://" },
  date: { type: "date" },
  int: { inputMode: "numeric" },
  decimal: { inputMode: "decimal" },
  money: { inputMode: "decimal" },
};

/** Counts as the server counts. Kept current by the form while somebody types. */
export function Counter({ text, limit, unit, name }: { text: string; limit: number; unit: LengthUnit; name: string }) {
  return (
    <output className={styles.counter} data-counter={name} data-limit={limit} data-unit={unit}>
      {lengthOf(text, unit)} / {limit}
    </output>
  );
}
