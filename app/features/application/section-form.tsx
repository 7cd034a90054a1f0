import { Form, useNavigation } from "@remix-run/react";
import { type FocusEvent, type FormEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Answers } from "#app/features/call/answers.ts";
import type { Section } from "#app/features/call/definition.ts";
import { lengthOf } from "#app/features/call/length.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { forgetOnDevice, keptBase, keptInputs, SavedLine, useAutosave } from "#app/ui/autosave.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { EditionFacts } from "./derived.ts";
import { isShown } from "./derived.ts";
import { FieldInput } from "./field-input.tsx";
import { type Inputs, inputsOf, liveValues } from "./form-values.ts";
import styles from "./section-form.module.css";

type Props = {
  section: Section;
  answers: Answers;
  /** Shown, but not to be changed: what a correction did not open. */
  locked: readonly string[];
  raw: Inputs;
  version: number;
  savedAt: string;
  problems: Readonly<Record<string, string>>;
  extraRows: Readonly<Record<string, number>>;
  edition: EditionFacts;
  timeZone: string;
  keptUnder: string;
  autosaveUrl: string;
  signIn: string;
  nextLabel: string;
  /** The device's copy that the server has just taken over: it is done with. */
  justSaved: { under: string } | null;
};

/** One section of the form. Posts as a whole without scripts; with them it saves as one types. */
export function SectionForm(props: Props) {
  const {
    section,
    answers,
    locked,
    raw,
    version,
    savedAt,
    problems,
    extraRows,
    edition,
    timeZone,
    keptUnder,
    autosaveUrl,
    signIn,
    nextLabel,
    justSaved,
  } = props;
  const t = useText(applicant);
  const language = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const versionInput = useRef<HTMLInputElement>(null);
  const stored = useMemo(() => inputsOf(section, answers, raw), [section, answers, raw]);
  const [kept, setKept] = useState<Inputs | null>(null);
  const [live, setLive] = useState<Inputs>(stored);
  const { state, touched, save, known, holdBack } = useAutosave({
    form,
    url: autosaveUrl,
    keptUnder,
    version,
    savedAt,
  });
  const isBusy = useNavigation().state === "submitting";

  // biome-ignore lint/correctness/useExhaustiveDependencies: what a visit finds when it begins; later the form itself holds the words
  useEffect(() => {
    // Words of an earlier visit that never reached the server: put back, and saved.
    const left = justSaved?.under === keptUnder ? null : keptInputs(keptUnder);
    if (!left || sameInputs(left, stored)) return forgetOnDevice(keptUnder);
    // Saved elsewhere since: with the old version the server shows both texts instead of writing one over the other.
    const base = keptBase(left);
    if (base < known.current) known.current = base;
    setKept(left);
    setLive(left);
  }, [keptUnder]);
  useEffect(() => {
    if (justSaved) forgetOnDevice(justSaved.under);
  }, [justSaved]);
  useEffect(() => {
    if (kept) void save();
  }, [kept, save]);

  const left = useCallback(
    (event: FocusEvent<HTMLFormElement>) => {
      // On leaving a field nothing waits for the pause.
      const isPressing = event.relatedTarget instanceof HTMLButtonElement;
      if (
        !isPressing &&
        state.kind === "typing" &&
        event.target instanceof HTMLElement &&
        event.target.matches("input, textarea")
      )
        void save();
    },
    [state.kind, save],
  );
  const heard = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      touched();
      setLive(readInputs(event.currentTarget));
      recount(event.target);
    },
    [touched],
  );

  // What is locked sends nothing: its words are those that were sealed.
  const sealed = inputsOf({ ...section, fields: section.fields.filter(({ id }) => locked.includes(id)) }, answers);
  const values = liveValues(section, answers, { ...live, ...sealed }, edition);
  const inputs = { ...(kept ?? stored), ...sealed };
  return (
    <Form
      method="post"
      ref={form}
      onInput={heard}
      onBlur={left}
      onSubmit={(event) => {
        if (holdBack(event)) return;
        if (versionInput.current) versionInput.current.value = String(known.current);
      }}
      noValidate
      className={styles.form}
      key={kept ? "kept" : "stored"}
    >
      <input type="hidden" name="version" defaultValue={version} ref={versionInput} />
      {kept ? <Notice tone="info">{t("form.restored")}</Notice> : null}
      {/* The first button of a form answers the Enter key: it saves, it never adds or removes a row. */}
      <button type="submit" name="intent" value="save" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      {section.intro ? <p className="soft">{section.intro[language]}</p> : null}
      {section.fields
        .filter((field) => field.stage === "submit")
        .map((field) => (
          <div key={field.id} hidden={!isShown(field, values)}>
            <fieldset disabled={locked.includes(field.id)} className={styles.plain}>
              {locked.includes(field.id) ? <p className="soft small">{t("change.locked")}</p> : null}
              <FieldInput
                computed={values[field.id]}
                field={field}
                inputs={inputs}
                problems={problems}
                extraRows={extraRows}
              />
            </fieldset>
          </div>
        ))}
      <div className={styles.bar}>
        <SavedLine state={state} timeZone={timeZone} signIn={signIn} />
        <div className="row">
          <Button kind="quiet" name="intent" value="save" disabled={isBusy}>
            {t("form.save")}
          </Button>
          <Button kind="gold" name="intent" value="next" disabled={isBusy}>
            {nextLabel}
          </Button>
        </div>
      </div>
    </Form>
  );
}

function readInputs(form: HTMLFormElement): Inputs {
  const inputs: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== "string") continue;
    inputs[name] ??= [];
    inputs[name].push(value);
  }
  return inputs;
}

function sameInputs(one: Inputs, other: Inputs): boolean {
  const said = (inputs: Inputs) =>
    JSON.stringify(
      Object.entries(inputs)
        .map(([name, values]) => [name, values.filter((value) => value !== "")] as const)
        .filter(([name, values]) => values.length > 0 && !name.startsWith("@") && name !== "version")
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return said(one) === said(other);
}

/** Brings the counter of the field that was typed in up to date. */
function recount(target: EventTarget) {
  if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return;
  const counter = target.form?.querySelector<HTMLOutputElement>(`[data-counter="${CSS.escape(target.name)}"]`);
  if (!counter) return;
  const count = lengthOf(target.value, counter.dataset.unit === "word" ? "word" : "char");
  const limit = Number(counter.dataset.limit);
  counter.textContent = `${count} / ${limit}`;
  counter.dataset.over = String(count > limit);
}
