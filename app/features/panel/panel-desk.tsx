import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { manageJury } from "#app/i18n/messages/manage-jury.ts";
import { useText } from "#app/i18n/text.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { FormProblems, useProblemAt } from "#app/ui/form-problems.tsx";
import { Table } from "#app/ui/table.tsx";
import styles from "./panel-desk.module.css";

export type PanelJuror = {
  id: string;
  name: string;
  email: string;
  maxLoad: number;
  leftAt: string | null;
  isDisabled: boolean;
  assigned: number;
  started: number;
  sent: number;
};
type Props = {
  jurors: readonly PanelJuror[];
  candidates: readonly { id: string; name: string; email: string }[];
  maxLoad: number;
  isOver: boolean;
  result: SubmissionResult<string[]> | undefined;
};

/** A round's jurors with their piles; one more from the programme, or one less. */
export function PanelDesk({ jurors, candidates, maxLoad, isOver, result }: Props) {
  const t = useText(manageJury);
  const problemAt = useProblemAt(result);
  const typed = result?.initialValue ?? {};
  return (
    <section className="stack" aria-labelledby="jurors">
      <h2 id="jurors">{t("jurors.title")}</h2>
      <FormProblems result={result} places={["person", "maxLoad"]} />
      {jurors.length === 0 ? (
        <EmptyState title={t("panel.none")}>{t("panel.none-text")}</EmptyState>
      ) : (
        <Table
          caption={t("jurors.title")}
          captionHidden
          rows={jurors}
          keyOf={(juror) => juror.id}
          columns={[
            {
              key: "name",
              head: t("jurors.name"),
              isHead: true,
              cell: (juror) => (
                <>
                  {juror.name} {juror.leftAt ? <Badge tone="warn">{t("panel.left")}</Badge> : null}
                  {juror.isDisabled ? <Badge tone="warn">{t("panel.disabled")}</Badge> : null}
                </>
              ),
            },
            { key: "email", head: t("jurors.email"), cell: (juror) => juror.email },
            {
              key: "load",
              head: t("panel.load"),
              numeric: true,
              cell: (juror) => t("panel.load-of", { assigned: juror.assigned, maxLoad: juror.maxLoad }),
            },
            { key: "sent", head: t("work.sent"), numeric: true, cell: (juror) => juror.sent },
            {
              key: "act",
              head: t("panel.act"),
              cell: (juror) =>
                juror.leftAt || isOver ? null : (
                  <PlaceActs juror={juror} result={typed.panelist === juror.id ? result : undefined} />
                ),
            },
          ]}
        />
      )}
      {isOver || candidates.length === 0 ? null : (
        <Form method="post" className={styles.add} key={jurors.length}>
          <SelectField
            name="person"
            label={t("panel.add")}
            placeholder={t("panel.choose")}
            options={candidates.map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}` }))}
            defaultValue={String(typed.person ?? "")}
            {...problemAt("person")}
          />
          <TextField
            type="number"
            name="maxLoad"
            min={1}
            max={500}
            label={t("panel.max-load")}
            defaultValue={String(typed.maxLoad ?? maxLoad)}
            {...problemAt("maxLoad")}
          />
          <Button name="intent" value="add">
            {t("panel.add-button")}
          </Button>
        </Form>
      )}
    </section>
  );
}

/** What can be done about one juror's place: another limit for their pile, or off the panel. */
function PlaceActs({ juror, result }: { juror: PanelJuror; result: Props["result"] }) {
  const t = useText(manageJury);
  const problemAt = useProblemAt(result);
  const typed = result?.initialValue ?? {};
  return (
    <details open={result !== undefined}>
      <summary>{t("panel.change")}</summary>
      <div className="stack">
        <Form method="post" className="stack" key={juror.maxLoad}>
          <input type="hidden" name="panelist" value={juror.id} />
          <TextField
            type="number"
            id={`load-${juror.id}`}
            name="load"
            min={1}
            max={500}
            label={t("panel.max-load")}
            hint={t("panel.max-load-hint")}
            defaultValue={String(typed.load ?? juror.maxLoad)}
            {...problemAt("load")}
          />
          <span>
            <Button small name="intent" value="load">
              {t("panel.load-button")}
            </Button>
          </span>
        </Form>
        <Form method="post" className="stack">
          <p className="soft small">
            {t("panel.remove-text", { waiting: juror.assigned - juror.started, begun: juror.started })}
          </p>
          <input type="hidden" name="panelist" value={juror.id} />
          <span>
            <Button small kind="danger" name="intent" value="remove">
              {t("panel.remove-sure")}
            </Button>
          </span>
        </Form>
      </div>
    </details>
  );
}
