import { juror } from "#app/i18n/messages/juror.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ChoiceGroup } from "#app/ui/choice.tsx";
import { TextAreaField } from "#app/ui/field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { recusalReasons } from "./rules.ts";

/** A juror steps back: the kind of tie, and it is done. */
export function RecusalForm({
  assignmentId,
  label,
  error,
}: {
  assignmentId: string;
  label: string;
  error?: string | undefined;
}) {
  const t = useText(juror);
  return (
    <div className="narrow">
      <PageHeader
        title={t("recusal.title")}
        crumbs={[{ href: paths.review(assignmentId), label }]}
        lead={t("recusal.text")}
      />
      <form method="post" className="stack">
        <ChoiceGroup
          kind="radio"
          name="reason"
          legend={t("recusal.reason")}
          error={error}
          required
          options={recusalReasons.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
        />
        <TextAreaField name="note" label={t("recusal.note")} optional maxLength={500} rows={3} />
        <div className="row">
          <Button kind="danger">{t("recusal.button")}</Button>
          <LinkButton kind="quiet" href={paths.review(assignmentId)}>
            {t("recusal.keep")}
          </LinkButton>
        </div>
      </form>
    </div>
  );
}
