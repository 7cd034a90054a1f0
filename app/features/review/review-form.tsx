import { Form } from "@remix-run/react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Criterion, Scale } from "#app/features/call/definition.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { juror } from "#app/i18n/messages/juror.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { keptInputs, SavedLine, useAutosave } from "#app/ui/autosave.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ChoiceGroup } from "#app/ui/choice.tsx";
import { TextAreaField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import styles from "./review-form.module.css";
import { totalOf } from "./total.ts";

export type ReviewValues = {
  version: number;
  savedAt: string | null;
  sentAt: string | null;
  verdict: string | null;
  privateNote: string;
  panelText: string;
  applicantText: string;
  /** Hundredths by criterion. */
  marks: Record<string, number>;
};
type Props = {
  criteria: readonly Criterion[];
  scale: Scale;
  review: ReviewValues;
  championsLeft: number;
  problems: Readonly<Record<string, string>>;
  timeZone: string;
  autosaveUrl: string;
  keptUnder: string;
  recusalHref: string;
  nextHref: string | null;
  signIn: string;
};

/** The rubric sheet: marks with their meaning beside them, verdict, three boxes that each say who reads them. */
export function ReviewForm(props: Props) {
  const {
    criteria,
    scale,
    review,
    championsLeft,
    problems,
    timeZone,
    autosaveUrl,
    keptUnder,
    recusalHref,
    nextHref,
    signIn,
  } = props;
  const t = useText(juror);
  const language = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const versionInput = useRef<HTMLInputElement>(null);
  const [sentAt, setSentAt] = useState(review.sentAt);
  const [marks, setMarks] = useState(review.marks);
  const { state, touched, save, known, holdBack } = useAutosave({
    form,
    url: autosaveUrl,
    keptUnder,
    version: review.version,
    savedAt: review.savedAt,
    onSaved: (answer) => setSentAt(typeof answer.sentAt === "string" ? answer.sentAt : null),
  });

  useEffect(() => {
    const left = keptInputs(keptUnder);
    if (!left || !form.current) return;
    putBack(form.current, left);
    setMarks(readTyped(form.current));
    void save();
  }, [keptUnder, save]);

  const heard = (event: FormEvent<HTMLFormElement>) => {
    touched();
    setMarks(readTyped(event.currentTarget));
  };
  const total = totalOf(new Map(Object.entries(marks)), criteria, scale.max);
  const values = scaleValues(scale);
  return (
    <Form
      method="post"
      ref={form}
      onInput={heard}
      onSubmit={(event) => {
        if (holdBack(event)) return;
        if (versionInput.current) versionInput.current.value = String(known.current);
      }}
      className={styles.form}
      noValidate
      key={review.version}
    >
      <input type="hidden" name="version" defaultValue={review.version} ref={versionInput} />
      <button type="submit" name="intent" value="save" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      {sentAt ? (
        <Notice tone="good">{t("review.sent", { time: formatMoment(sentAt, { language, timeZone }) })}</Notice>
      ) : review.sentAt ? (
        <Notice tone="warn">{t("review.unsent")}</Notice>
      ) : null}
      <p className="soft small">{t("review.scale", { min: scale.min, max: scale.max, step: scale.step })}</p>
      {scale.bands.length > 0 ? (
        <details className="small">
          <summary>{t("review.bands")}</summary>
          <ul>
            {scale.bands.map((band) => (
              <li key={band.from}>
                {band.from}–{band.to}: {band.meaning[language]}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {criteria.map((criterion) => (
        <div
          key={criterion.id}
          className={problems[criterion.id] ? `${styles.criterion} ${styles.wrong}` : styles.criterion}
        >
          <div className={styles.head}>
            <label htmlFor={criterion.id}>
              {criterion.label[language]}{" "}
              <span className="soft small">{t("review.weight", { weight: criterion.weight })}</span>
            </label>
            <select
              id={criterion.id}
              name={`mark.${criterion.id}`}
              defaultValue={
                review.marks[criterion.id] === undefined ? "" : String((review.marks[criterion.id] ?? 0) / 100)
              }
              aria-describedby={`${criterion.id}-anchors`}
              {...(problems[criterion.id] ? { "aria-invalid": true } : {})}
            >
              <option value="">–</option>
              {values.map((value) => (
                <option key={value} value={value}>
                  {value}
                </option>
              ))}
            </select>
          </div>
          {problems[criterion.id] ? <p className={styles.error}>{problems[criterion.id]}</p> : null}
          <dl id={`${criterion.id}-anchors`} className={styles.anchors}>
            {(["high", "middle", "low"] as const).map((level) => (
              <div key={level}>
                <dt>{t(`review.${level}`)}</dt>
                <dd>{criterion.anchors[level][language]}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      <p className={styles.total}>
        {t("review.total")} <output>{total === undefined ? t("review.total-open") : (total / 100).toFixed(2)}</output>
      </p>
      <ChoiceGroup
        kind="radio"
        inline
        name="verdict"
        legend={t("review.verdict")}
        hint={t("review.champions", { left: championsLeft, quota: scale.championQuota })}
        error={problems.verdict}
        chosen={review.verdict ? [review.verdict] : []}
        options={scale.verdicts.map((verdict) => ({ value: verdict.id, label: verdict.label[language] }))}
      />
      <TextAreaField
        name="applicantText"
        label={t("review.applicant-text")}
        hint={t("review.applicant-hint")}
        error={problems.applicantText}
        defaultValue={review.applicantText}
        rows={4}
      />
      <TextAreaField
        name="panelText"
        label={t("review.panel-text")}
        hint={t("review.panel-hint")}
        error={problems.panelText}
        defaultValue={review.panelText}
        rows={3}
      />
      <TextAreaField
        name="privateNote"
        label={t("review.private-note")}
        hint={t("review.private-hint")}
        error={problems.privateNote}
        defaultValue={review.privateNote}
        rows={2}
      />
      <div className={styles.bar}>
        <SavedLine state={state} timeZone={timeZone} signIn={signIn} />
        <div className="row">
          <Button kind="quiet" name="intent" value="save">
            {t("review.save")}
          </Button>
          {nextHref ? (
            <Button kind="gold" name="intent" value="send-next">
              {t("review.send-next")}
            </Button>
          ) : null}
          <Button kind={nextHref ? "sea" : "gold"} name="intent" value="send">
            {t(review.sentAt ? "review.change" : "review.send")}
          </Button>
        </div>
        <div className="row small">
          {nextHref ? <a href={nextHref}>{t("review.skip")}</a> : null}
          <a href={recusalHref}>{t("review.recuse")}</a>
        </div>
      </div>
    </Form>
  );
}

/** What a juror sent, once nothing can be changed. */
export function ReviewReadOnly({ criteria, scale, review }: Pick<Props, "criteria" | "scale" | "review">) {
  const t = useText(juror);
  const language = useLanguage();
  const total = totalOf(new Map(Object.entries(review.marks)), criteria, scale.max);
  return (
    <div className="stack">
      <Notice>{t("review.read-only")}</Notice>
      <dl className={styles.readOnly}>
        {criteria.map((criterion) => (
          <div key={criterion.id}>
            <dt>{criterion.label[language]}</dt>
            <dd>{review.marks[criterion.id] === undefined ? "–" : (review.marks[criterion.id] ?? 0) / 100}</dd>
          </div>
        ))}
        <div>
          <dt>{t("review.total")}</dt>
          <dd>{total === undefined ? "–" : (total / 100).toFixed(2)}</dd>
        </div>
        <div>
          <dt>{t("review.verdict")}</dt>
          <dd>{scale.verdicts.find((verdict) => verdict.id === review.verdict)?.label[language] ?? "–"}</dd>
        </div>
      </dl>
      {(
        [
          ["review.applicant-text", review.applicantText],
          ["review.panel-text", review.panelText],
          ["review.private-note", review.privateNote],
        ] as const
      ).map(([key, words]) =>
        words ? (
          <section key={key}>
            <h3>{t(key)}</h3>
            <p className={styles.words}>{words}</p>
          </section>
        ) : null,
      )}
      <div>
        <LinkButton kind="quiet" href={paths.jury()}>
          {t("home.title")}
        </LinkButton>
      </div>
    </div>
  );
}

function scaleValues({ min, max, step }: Scale): string[] {
  const count = Math.round((max - min) / step) + 1;
  return Array.from({ length: count }, (_, index) => String(max - index * step));
}

function readTyped(form: HTMLFormElement): Record<string, number> {
  const marks: Record<string, number> = {};
  for (const [name, value] of new FormData(form))
    if (name.startsWith("mark.") && typeof value === "string" && value !== "")
      marks[name.slice(5)] = Math.round(Number(value) * 100);
  return marks;
}

/** Puts words that this device had kept back into the form. */
function putBack(form: HTMLFormElement, left: Record<string, string[]>) {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.type === "radio")
      control.checked = left[control.name]?.includes(control.value) ?? false;
    else if (control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement)
      control.value = left[control.name]?.[0] ?? "";
  }
}
