import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { manageJury } from "#app/i18n/messages/manage-jury.ts";
import { useText } from "#app/i18n/text.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormProblems, useProblemAt } from "#app/ui/form-problems.tsx";

type Props = {
  until: string;
  city: string;
  wanted: number;
  result: SubmissionResult<string[]> | undefined;
};

/** More time for the jurors of an open round, or another number of readings. */
export function ChangingForm({ until, city, wanted, result }: Props) {
  const t = useText(manageJury);
  const problemAt = useProblemAt(result);
  const typed = result?.initialValue ?? {};
  return (
    <Card as="section">
      <h3>{t("change.title")}</h3>
      <p className="soft">{t("change.text")}</p>
      <Form method="post" className="stack narrow" key={`${until} ${wanted}`}>
        <FormProblems result={result} places={["closesAt", "reviewsPerEntry", "reason"]} />
        <TextField
          type="datetime-local"
          name="closesAt"
          label={t("open.until")}
          hint={t("open.until-hint", { city })}
          defaultValue={String(typed.closesAt ?? until)}
          {...problemAt("closesAt")}
        />
        <TextField
          type="number"
          name="reviewsPerEntry"
          min={1}
          max={20}
          label={t("open.readings")}
          defaultValue={String(typed.reviewsPerEntry ?? wanted)}
          {...problemAt("reviewsPerEntry")}
        />
        <TextAreaField
          name="reason"
          rows={2}
          label={t("change.reason")}
          hint={t("change.reason-hint")}
          maxLength={2000}
          defaultValue={String(typed.reason ?? "")}
          {...problemAt("reason")}
        />
        <div className="row">
          <Button name="intent" value="change">
            {t("change.button")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
