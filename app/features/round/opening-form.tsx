import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { manageJury } from "#app/i18n/messages/manage-jury.ts";
import { obstacleText } from "#app/i18n/obstacle-text.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import type { Obstacle } from "#app/lib/refusal.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Tick } from "#app/ui/choice.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormProblems, useProblemAt } from "#app/ui/form-problems.tsx";
import { Notice } from "#app/ui/notice.tsx";

type Props = {
  until: string;
  city: string;
  wanted: number;
  entries: number;
  obstacles: readonly Obstacle[];
  result: SubmissionResult<string[]> | undefined;
};

/** What opening a round does, what stands in its way, and until when jurors have time. */
export function OpeningForm({ until, city, wanted, entries, obstacles, result }: Props) {
  const t = useText(manageJury);
  const language = useLanguage();
  const problemAt = useProblemAt(result);
  const typed = result?.initialValue ?? {};
  // What has a place in the form is not in the way: it is answered right here.
  const standing = obstacles.filter(({ at }) => at === undefined);
  const unchecked = obstacles.find(({ code }) => code === "entries-unchecked");
  return (
    <Card as="section">
      <h3>{t("open.title")}</h3>
      <p>{t("open.text", { count: entries })}</p>
      <FormProblems result={result} places={["closesAt", "reviewsPerEntry", "leaveUnchecked"]} />
      {standing.length > 0 ? (
        <Notice tone="warn" title={t("open.not-yet")}>
          <ul>
            {standing.map((one) => (
              <li key={one.code}>{obstacleText(one, language)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Form method="post" className="stack narrow">
          <input type="hidden" name="intent" value="open" />
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
          {unchecked ? (
            <Tick
              name="leaveUnchecked"
              label={t("open.leave-unchecked", { count: Number(unchecked.facts?.count ?? 0) })}
              checked={typed.leaveUnchecked === "on"}
              {...problemAt("leaveUnchecked")}
            />
          ) : null}
          <div className="row">
            <Button kind="gold">{t("open.button")}</Button>
          </div>
        </Form>
      )}
    </Card>
  );
}
