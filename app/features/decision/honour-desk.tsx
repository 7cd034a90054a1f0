import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { manage } from "#app/i18n/messages/manage.ts";
import { useText } from "#app/i18n/text.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { SelectField, TextAreaField } from "#app/ui/field.tsx";
import { FormProblems, useProblemAt } from "#app/ui/form-problems.tsx";
import styles from "./honour-desk.module.css";
import { CITATION_TEXT } from "./rules.ts";

type Award = { id: string; name: string; count: number; given: number };
type Honour = {
  id: string;
  award: string;
  title: string;
  code: string | null;
  citationZh: string;
  citationEn: string;
};
export type HonourSide = {
  awards: readonly Award[];
  honours: readonly Honour[];
  candidates: readonly { id: string; code: string | null; title: string }[];
};
type Props = HonourSide & { isLocked: boolean; result: SubmissionResult<string[]> | undefined };

/** The honours of a call: what is given so far, and one more. Nothing where the call has no awards. */
export function HonourDesk({ awards, honours, candidates, isLocked, result }: Props) {
  const t = useText(manage);
  const problemAt = useProblemAt(result);
  const typed = result?.initialValue ?? {};
  if (awards.length === 0 || (isLocked && honours.length === 0)) return null;
  return (
    <section className="stack" aria-labelledby="honours">
      <h2 id="honours">{t("honours.title")}</h2>
      {honours.length === 0 ? <p className="soft">{t("honours.none")}</p> : null}
      <ul className={styles.honours}>
        {honours.map((honour) => (
          <Card as="li" key={honour.id}>
            <p>
              <Badge tone="gold">{honour.award}</Badge> <strong>{honour.title || honour.code}</strong>
            </p>
            <blockquote lang="zh">{honour.citationZh}</blockquote>
            <blockquote lang="en">{honour.citationEn}</blockquote>
            {isLocked ? null : (
              <Form method="post">
                <input type="hidden" name="honour" value={honour.id} />
                <Button kind="quiet" small name="intent" value="remove-honour">
                  {t("honours.remove")}
                </Button>
              </Form>
            )}
          </Card>
        ))}
      </ul>
      {isLocked ? null : (
        <Form method="post" className={`stack ${styles.form}`} key={honours.length}>
          <h3>{t("honours.give")}</h3>
          <FormProblems result={result} places={["application", "awardId", "citationZh", "citationEn"]} />
          <SelectField
            name="application"
            label={t("honours.entry")}
            placeholder={t("honours.choose")}
            options={candidates.map(({ id, code, title }) => ({ value: id, label: `${title} · ${code ?? ""}` }))}
            defaultValue={String(typed.application ?? "")}
            {...problemAt("application")}
          />
          <SelectField
            name="awardId"
            label={t("honours.award")}
            placeholder={t("honours.choose")}
            options={awards.map(({ id, name, count, given }) => ({
              value: id,
              label: count > 0 ? t("honours.left", { name, left: Math.max(0, count - given), count }) : name,
            }))}
            defaultValue={String(typed.awardId ?? "")}
            {...problemAt("awardId")}
          />
          <TextAreaField
            name="citationZh"
            lang="zh"
            rows={3}
            label={t("honours.citation-zh")}
            hint={t("honours.citation-hint")}
            maxLength={CITATION_TEXT}
            defaultValue={String(typed.citationZh ?? "")}
            {...problemAt("citationZh")}
          />
          <TextAreaField
            name="citationEn"
            lang="en"
            rows={3}
            label={t("honours.citation-en")}
            maxLength={CITATION_TEXT}
            defaultValue={String(typed.citationEn ?? "")}
            {...problemAt("citationEn")}
          />
          <div className="row">
            <Button name="intent" value="honour">
              {t("honours.give")}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
