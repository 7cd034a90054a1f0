import { Form } from "@remix-run/react";
import { manageJury } from "#app/i18n/messages/manage-jury.ts";
import { useText } from "#app/i18n/text.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Table } from "#app/ui/table.tsx";
import type { PlanView } from "./plan-view.ts";

type Props = { plan: PlanView; seed: number; fingerprint: string; here: string };

/** What a plan would change, before anything is changed. */
export function PlanPreview({ plan, seed, fingerprint, here }: Props) {
  const t = useText(manageJury);
  const changes = plan.added + plan.releasedCount;
  return (
    <Card as="section">
      <h2>{t("plan.preview")}</h2>
      <p>{t("plan.changes", { added: plan.added, released: plan.releasedCount })}</p>
      {plan.isFeasible ? null : (
        <Notice tone="warn" title={t("plan.short", { count: plan.shortCount })}>
          <ul>
            {plan.short.map((one) => (
              <li key={`${one.code} ${one.title}`}>
                {one.title} <code>{one.code}</code>:{" "}
                {one.cause === "jurors-full"
                  ? t("plan.full", { missing: one.missing, eligible: one.eligible })
                  : t("plan.too-few", { missing: one.missing, eligible: one.eligible, barred: one.barred })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Table
        caption={t("plan.loads")}
        rows={plan.loads}
        keyOf={(load) => load.juror}
        columns={[
          { key: "juror", head: t("jurors.name"), isHead: true, cell: (load) => load.juror },
          { key: "before", head: t("plan.before"), numeric: true, cell: (load) => load.before },
          { key: "after", head: t("plan.after"), numeric: true, cell: (load) => <strong>{load.after}</strong> },
        ]}
      />
      {plan.pairs.length > 0 ? (
        <details>
          <summary>{t("plan.pairs", { count: plan.pairsCount })}</summary>
          <ul>
            {plan.pairs.map((pair) => (
              <li key={`${pair.code} ${pair.entry}`}>
                {pair.entry} <code>{pair.code}</code> → {pair.jurors.join(", ")}
              </li>
            ))}
          </ul>
          {plan.pairsCount > plan.pairs.length ? (
            <p className="soft small">{t("plan.more", { count: plan.pairsCount - plan.pairs.length })}</p>
          ) : null}
        </details>
      ) : null}
      {plan.released.length > 0 ? (
        <details>
          <summary>{t("plan.released", { count: plan.releasedCount })}</summary>
          <ul>
            {plan.released.map((pair) => (
              <li key={`${pair.code} ${pair.juror}`}>
                {pair.entry} <code>{pair.code}</code> · {pair.juror}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <div className="row">
        {changes > 0 ? (
          <Form method="post" action={here}>
            <input type="hidden" name="intent" value="apply" />
            <input type="hidden" name="seed" value={seed} />
            <input type="hidden" name="fingerprint" value={fingerprint} />
            <Button kind="gold">{t("plan.apply")}</Button>
          </Form>
        ) : (
          <p>{t("plan.nothing")}</p>
        )}
        <LinkButton kind="quiet" href={`${here}&seed=${seed + 1}`}>
          {t("plan.other")}
        </LinkButton>
        <LinkButton kind="quiet" href={here}>
          {t("plan.leave")}
        </LinkButton>
      </div>
    </Card>
  );
}
