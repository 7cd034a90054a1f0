import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { manage } from "#app/i18n/messages/manage.ts";
import { useText } from "#app/i18n/text.ts";
import { Button } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { Tick } from "#app/ui/choice.tsx";
import { FormProblems, useProblemAt } from "#app/ui/form-problems.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Tally } from "./rules.ts";

type Props = { tally: Tally; result: SubmissionResult<string[]> | undefined };

/** The one act that makes a round's decisions known: with the numbers it is about, and what it does. */
export function PublicationForm({ tally, result }: Props) {
  const t = useText(manage);
  const problemAt = useProblemAt(result);
  const { advance, reserve, decline, honours, entries } = tally;
  const undecided = entries - advance - reserve - decline;
  return (
    <section className="stack" aria-labelledby="publish">
      <h2 id="publish">{t("publish.title")}</h2>
      <Card>
        <FormProblems result={result} places={["sure"]} />
        <Facts
          pairs={[
            [t("decisions.show.advance"), advance],
            [t("decisions.show.reserve"), reserve],
            [t("decisions.show.decline"), decline],
            [t("honours.title"), honours],
            [t("publish.letters"), entries],
          ]}
        />
        {undecided > 0 ? (
          <Notice tone="warn">{t("publish.undecided", { count: undecided })}</Notice>
        ) : (
          <Form method="post" className="stack">
            <p>{t("publish.text")}</p>
            {Object.entries({ advance, reserve, decline, honours }).map(([name, count]) => (
              <input key={name} type="hidden" name={name} value={count} />
            ))}
            <Tick name="sure" label={t("publish.sure")} {...problemAt("sure")} />
            <div className="row">
              <Button kind="gold" name="intent" value="publish">
                {t("publish.button")}
              </Button>
            </div>
          </Form>
        )}
      </Card>
    </section>
  );
}
