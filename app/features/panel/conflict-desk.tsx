import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { manageJury } from "#app/i18n/messages/manage-jury.ts";
import { useText } from "#app/i18n/text.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { FormProblems, useProblemAt } from "#app/ui/form-problems.tsx";
import { Table } from "#app/ui/table.tsx";

type Hint = {
  personId: string;
  applicationId: string;
  code: string | null;
  title: string;
  name: string;
  reason: "same-email-domain" | "same-name-in-people";
  evidence: string;
};
export type ConflictSide = {
  conflicts: readonly {
    id: string;
    applicationId: string;
    code: string | null;
    title: string;
    name: string;
    kind: string;
    note: string;
    declaredByName: string;
    isOwn: boolean;
  }[];
  hints: readonly Hint[];
  kinds: readonly { id: string; label: string }[];
  people: readonly { id: string; name: string; email: string }[];
};
type Props = ConflictSide & {
  look: { juror: string; entry: string };
  here: string;
  result: SubmissionResult<string[]> | undefined;
};

/** Who must keep away from which entry: what is known, what the data hint at, and one more. */
export function ConflictDesk({ conflicts, hints, kinds, people, look, here, result }: Props) {
  const t = useText(manageJury);
  const typed = result?.initialValue ?? {};
  return (
    <section className="stack" aria-labelledby="conflicts">
      <h2 id="conflicts">{t("conflict.title")}</h2>
      <p className="soft">{t("conflict.lead")}</p>
      {conflicts.length > 0 ? (
        <Table
          caption={t("conflict.title")}
          captionHidden
          rows={conflicts}
          keyOf={(one) => one.id}
          columns={[
            { key: "person", head: t("jurors.name"), isHead: true, cell: (one) => one.name },
            {
              key: "entry",
              head: t("conflict.entry"),
              cell: (one) => (
                <>
                  {one.title} <code>{one.code}</code>
                </>
              ),
            },
            { key: "kind", head: t("conflict.kind"), cell: (one) => [one.kind, one.note].filter(Boolean).join(" · ") },
            { key: "by", head: t("conflict.by"), cell: (one) => one.declaredByName },
            {
              key: "act",
              head: t("panel.act"),
              cell: (one) =>
                one.isOwn ? null : <Lifting conflict={one} result={typed.conflict === one.id ? result : undefined} />,
            },
          ]}
        />
      ) : (
        <p>{t("conflict.none")}</p>
      )}
      {hints.length > 0 ? (
        <>
          <h3>{t("conflict.hints")}</h3>
          <ul className="stack">
            {hints.map((hint) => (
              <li key={`${hint.applicationId} ${hint.personId} ${hint.reason}`}>
                {t(`conflict.${hint.reason}`, { name: hint.name, entry: `${hint.title} ${hint.code ?? ""}` })}{" "}
                <code>{hint.evidence}</code>{" "}
                {hint.code ? (
                  <a
                    href={`${here}&juror=${encodeURIComponent(hint.personId)}&entry=${encodeURIComponent(hint.code)}#declare`}
                  >
                    {t("conflict.declare")}
                  </a>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Declaring
        key={conflicts.length}
        kinds={kinds}
        people={people}
        look={look}
        here={here}
        result={typed.intent === "conflict" ? result : undefined}
      />
    </section>
  );
}

type LiftingProps = { conflict: ConflictSide["conflicts"][number]; result: Props["result"] };

function Lifting({ conflict, result }: LiftingProps) {
  const t = useText(manageJury);
  const problemAt = useProblemAt(result);
  return (
    <details open={result !== undefined}>
      <summary>{t("conflict.lift")}</summary>
      <Form method="post" className="stack">
        <input type="hidden" name="conflict" value={conflict.id} />
        <input type="hidden" name="application" value={conflict.applicationId} />
        <TextField
          id={`reason-${conflict.id}`}
          name="reason"
          label={t("conflict.lift-reason")}
          hint={t("conflict.lift-hint")}
          maxLength={500}
          defaultValue={String(result?.initialValue?.reason ?? "")}
          {...problemAt("reason")}
        />
        <span>
          <Button small kind="danger" name="intent" value="lift">
            {t("conflict.lift-button")}
          </Button>
        </span>
      </Form>
    </details>
  );
}

type DeclaringProps = Pick<Props, "kinds" | "people" | "look" | "here" | "result">;

function Declaring({ kinds, people, look, here, result }: DeclaringProps) {
  const t = useText(manageJury);
  const problemAt = useProblemAt(result);
  const typed = result?.initialValue ?? { juror: look.juror, code: look.entry };
  return (
    <Form method="post" action={here} className="stack narrow" id="declare">
      <h3>{t("conflict.new")}</h3>
      <FormProblems result={result} places={["code", "juror", "kind", "note"]} />
      <SelectField
        name="juror"
        label={t("conflict.person")}
        placeholder={t("panel.choose")}
        options={people.map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}` }))}
        defaultValue={String(typed.juror ?? "")}
        {...problemAt("juror")}
      />
      <TextField
        name="code"
        label={t("conflict.code")}
        hint={t("conflict.code-hint")}
        autoComplete="off"
        defaultValue={String(typed.code ?? "")}
        {...problemAt("code")}
      />
      <SelectField
        name="kind"
        label={t("conflict.kind")}
        placeholder={t("panel.choose")}
        options={kinds.map(({ id, label }) => ({ value: id, label }))}
        defaultValue={String(typed.kind ?? "")}
        {...problemAt("kind")}
      />
      <TextField
        name="note"
        optional
        label={t("conflict.note")}
        hint={t("conflict.note-hint")}
        maxLength={500}
        defaultValue={String(typed.note ?? "")}
        {...problemAt("note")}
      />
      <div className="row">
        <Button name="intent" value="conflict">
          {t("conflict.button")}
        </Button>
      </div>
    </Form>
  );
}
