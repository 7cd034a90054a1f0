import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { manage } from "#app/i18n/messages/manage.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormProblems, useProblemAt } from "#app/ui/form-problems.tsx";
import { MomentText } from "#app/ui/moment-text.tsx";
import { Notice } from "#app/ui/notice.tsx";

type Props = {
  call: { slug: string; opensAt: string; closesAt: string; timeZone: string };
  closesLocal: string;
  city: string;
  graceMinutes: number;
  fixWindowHours: number;
  /** A round is open already: what was handed in is with its jurors. */
  isInJury: boolean;
  result: SubmissionResult<string[]> | undefined;
};

/** The dates of a call, and the one that may move: its deadline, later, for everybody. */
export function SettingsPage({ call, closesLocal, city, graceMinutes, fixWindowHours, isInJury, result }: Props) {
  const t = useText(manage);
  const problemAt = useProblemAt(result);
  const typed = result?.initialValue ?? {};
  return (
    <div className="stack-l narrow">
      <Card as="section">
        <h2>{t("settings.dates")}</h2>
        <Facts
          pairs={[
            [t("frame.opens"), <MomentText key="opens" moment={call.opensAt} timeZone={call.timeZone} />],
            [t("frame.closes"), <MomentText key="closes" moment={call.closesAt} timeZone={call.timeZone} seconds />],
            [t("settings.grace"), t("settings.minutes", { count: graceMinutes })],
            [t("settings.fix-window"), t("settings.hours", { count: fixWindowHours })],
          ]}
        />
        <p className="soft">{t("settings.fixed")}</p>
        <p>
          <a href={paths.callForm(call.slug)}>{t("settings.see-form")}</a>
        </p>
      </Card>
      <section className="stack" aria-labelledby="extend">
        <h2 id="extend">{t("extend.title")}</h2>
        <p>{t("extend.text")}</p>
        {isInJury ? <Notice>{t("extend.in-jury")}</Notice> : null}
        {isInJury ? null : (
          <Form method="post" className="stack" key={call.closesAt}>
            <FormProblems result={result} places={["closesAt", "reason"]} />
            <TextField
              type="datetime-local"
              name="closesAt"
              label={t("extend.until")}
              hint={t("check.until-hint", { city })}
              defaultValue={String(typed.closesAt ?? closesLocal)}
              {...problemAt("closesAt")}
            />
            <TextAreaField
              name="reason"
              rows={3}
              label={t("extend.reason")}
              hint={t("extend.reason-hint")}
              maxLength={2000}
              defaultValue={String(typed.reason ?? "")}
              {...problemAt("reason")}
            />
            <div className="row">
              <Button>{t("extend.button")}</Button>
            </div>
          </Form>
        )}
      </section>
    </div>
  );
}
