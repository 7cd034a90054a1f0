import { type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { manage } from "#app/i18n/messages/manage.ts";
import { spelledObstacleText } from "#app/i18n/obstacle-text.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { Button } from "#app/ui/button.tsx";
import { ChoiceGroup } from "#app/ui/choice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextAreaField, TextField } from "#app/ui/field.tsx";
import styles from "./check-form.module.css";
import { REASON_TEXT } from "./rules.ts";

type Values = { verdict: string; reason: string; until: string };
export type Reopenable = readonly {
  id: string;
  label: string;
  fields: readonly { id: string; label: string }[];
}[];
type Props = {
  submissionId: string;
  /** A second return is not offered. */
  wasReturned: boolean;
  /** The usual end of a correction, as the edition's clocks show it. */
  until: string;
  city: string;
  /** Sections with their fields, and slots: what a return can open again. */
  reopenable: Reopenable;
  result: SubmissionResult<string[]> | undefined;
};

const places = ["verdict", "reason", "until"] as const;

/** How the formal check of an entry ends: passed, returned once, or rejected. */
export function CheckForm({ submissionId, wasReturned, until, city, reopenable, result }: Props) {
  const t = useText(manage);
  const language = useLanguage();
  const [form, fields] = useForm<Values>({ lastResult: result ?? null, defaultValue: { until }, id: "check" });
  const say = (codes: string[] | undefined) => codes?.map((code) => spelledObstacleText(language, code)).join(" ");
  const errorOf = (name: keyof Values) => {
    const error = say(fields[name].errors);
    return error ? { error } : {};
  };
  const chosen = fields.verdict.initialValue;
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate className="stack">
      <ErrorSummary
        problems={[
          ...(form.errors ?? []).map((code) => ({ message: spelledObstacleText(language, code) })),
          ...places.flatMap((name) =>
            (fields[name].errors ?? []).map((code) => ({
              message: spelledObstacleText(language, code),
              href: `#${name}`,
            })),
          ),
        ]}
      />
      <input type="hidden" name="submission" value={submissionId} />
      <ChoiceGroup
        kind="radio"
        name="verdict"
        legend={t("check.verdict")}
        required
        chosen={chosen ? [chosen] : []}
        options={[
          { value: "pass", label: t("check.pass"), hint: t("check.pass-hint") },
          ...(wasReturned ? [] : [{ value: "return", label: t("check.return"), hint: t("check.return-hint") }]),
          { value: "reject", label: t("check.reject"), hint: t("check.reject-hint") },
        ]}
        {...errorOf("verdict")}
      />
      <TextAreaField
        name="reason"
        label={t("check.reason")}
        hint={t("check.reason-hint")}
        rows={5}
        maxLength={REASON_TEXT}
        defaultValue={fields.reason.initialValue}
        {...errorOf("reason")}
      />
      {wasReturned ? null : <ReopenChoice reopenable={reopenable} />}
      {wasReturned ? null : (
        <TextField
          type="datetime-local"
          name="until"
          label={t("check.until")}
          hint={t("check.until-hint", { city })}
          defaultValue={fields.until.initialValue}
          {...errorOf("until")}
        />
      )}
      <Button kind="gold">{t("check.end")}</Button>
    </Form>
  );
}

/** What a return opens again: whole sections, single fields, files. */
function ReopenChoice({ reopenable }: { reopenable: Reopenable }) {
  const t = useText(manage);
  const tick = ({ id, label }: { id: string; label: string }) => (
    <label>
      <input type="checkbox" name="reopen" value={id} /> {label}
    </label>
  );
  return (
    <fieldset className={styles.reopen} aria-describedby="reopen-hint">
      <legend>{t("check.reopen")}</legend>
      <p id="reopen-hint" className="soft small">
        {t("check.reopen-hint")}
      </p>
      <ul>
        {reopenable.map((part) => (
          <li key={part.id}>
            {tick(part)}
            {part.fields.length > 1 ? (
              <details>
                <summary>{t("check.reopen-fields", { count: part.fields.length })}</summary>
                <ul>
                  {part.fields.map((field) => (
                    <li key={field.id}>{tick(field)}</li>
                  ))}
                </ul>
              </details>
            ) : null}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
