import { type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { HTMLInputTypeAttribute, ReactNode } from "react";
import { spelledObstacleText } from "#app/i18n/obstacle-text.ts";
import { useLanguage } from "#app/i18n/text.ts";
import { Button, type ButtonKind } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextAreaField, TextField } from "#app/ui/field.tsx";
import { PasswordField } from "./password-field.tsx";

export type FormLine = {
  name: string;
  label: string;
  type?: HTMLInputTypeAttribute | "select" | "longtext";
  hint?: string;
  autoComplete?: string;
  inputMode?: "numeric" | "email" | "text";
  optional?: boolean;
  options?: readonly { value: string; label: string }[];
};

type Props = {
  lines: readonly FormLine[];
  submit: string;
  kind?: ButtonKind;
  action?: string;
  intent?: string;
  initial?: Record<string, string>;
  result?: SubmissionResult<string[]> | undefined;
  children?: ReactNode;
};

/** A short form of accounts and invitations: works by plain posts; what was refused stands at its field and on top. */
export function AccountForm({ lines, submit, kind = "gold", action, intent, initial = {}, result, children }: Props) {
  const language = useLanguage();
  const [form, fields] = useForm<Record<string, string>>({
    lastResult: result ?? null,
    defaultValue: initial,
    id: intent ?? "account-form",
    shouldRevalidate: "onSubmit",
  });
  const say = (codes: string[] | undefined) => codes?.map((code) => spelledObstacleText(language, code)).join(" ");
  const problems = [
    ...(form.errors ?? []).map((code) => ({ message: spelledObstacleText(language, code) })),
    ...lines.flatMap(({ name }) =>
      (fields[name]?.errors ?? []).map((code) => ({ message: spelledObstacleText(language, code), href: `#${name}` })),
    ),
  ];
  return (
    <Form
      method="post"
      noValidate
      id={form.id}
      onSubmit={form.onSubmit}
      className="stack"
      {...(action ? { action } : {})}
    >
      <ErrorSummary problems={problems} />
      {intent ? <input type="hidden" name="intent" value={intent} /> : null}
      {lines.map((line) => (
        <Line
          key={line.name}
          line={line}
          error={say(fields[line.name]?.errors)}
          value={fields[line.name]?.initialValue}
        />
      ))}
      {children}
      <div className="row">
        <Button kind={kind}>{submit}</Button>
      </div>
    </Form>
  );
}

type LineProps = { line: FormLine; error: string | undefined; value: string | undefined };

function Line({ line: { type = "text", options = [], ...line }, error, value }: LineProps) {
  const frame = { ...line, ...(error ? { error } : {}) };
  const { inputMode: _, ...plain } = frame;
  if (type === "password") return <PasswordField {...plain} />;
  if (type === "select") return <SelectField {...plain} options={options} defaultValue={value} />;
  if (type === "longtext") return <TextAreaField {...plain} defaultValue={value} />;
  return <TextField {...frame} type={type} defaultValue={value} required={!line.optional} />;
}
