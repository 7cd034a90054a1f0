import type { ReactNode } from "react";
import { formatMoment } from "#app/i18n/format.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { obstacleText } from "#app/i18n/obstacle-text.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import type { Obstacle } from "#app/lib/refusal.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Countdown, MomentText } from "#app/ui/moment-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Waterline } from "#app/ui/waterline.tsx";
import styles from "./application-overview.module.css";
import { ChangeRules } from "./change-times.tsx";
import { DifferenceList } from "./difference-list.tsx";
import type { Difference } from "./differences.ts";
import { MissingList } from "./missing-list.tsx";
import type { Part } from "./parts.ts";
import { type StateWord, useNextWords } from "./state-words.tsx";

type Props = {
  application: {
    id: string;
    state: StateWord;
    code: string | null;
    callZh: string;
    callEn: string;
    callSlug: string;
    opensAt: string;
    closesAt: string;
    timeZone: string;
    submittedAt: string | null;
  };
  parts: readonly Part[];
  may: { edit: boolean; submit: boolean; withdraw: boolean; deleteDraft: boolean; restore: boolean };
  isChanged: boolean;
  /** Between the version that stands and the one in hand. */
  differences: readonly Difference[];
  /** Rules that do not stop the entry, but should be known. */
  warnings: readonly Obstacle[];
  returned: { reason: string; until: string; reopened: readonly string[] | null } | null;
  obstacles: readonly Obstacle[];
  now: string;
  /** The outcome, once it is published. */
  outcome?: ReactNode;
};

/** Where an application stands: how full, what is missing with links to it, the one next step. */
export function ApplicationOverview({
  application,
  parts,
  may,
  isChanged,
  differences,
  warnings,
  returned,
  obstacles,
  now,
  outcome,
}: Props) {
  const t = useText(applicant);
  const language = useLanguage();
  const nextWords = useNextWords();
  const { id, timeZone } = application;
  const done = parts.reduce((sum, part) => sum + part.done, 0);
  const total = parts.reduce((sum, part) => sum + part.total, 0);
  const isOpen = application.opensAt <= now && now <= application.closesAt;
  const isComplete = parts.every((part) => part.missing.length === 0);
  const isDone = application.submittedAt !== null && !isChanged;
  const firstGap = parts.find((part) => part.missing.length > 0);
  return (
    <div className="stack-l">
      {outcome}
      <ErrorSummary problems={obstacles.map((one) => ({ message: obstacleText(one, language) }))} />
      <Notice tone={application.state === "returned" ? "warn" : "info"}>
        <p>
          {may.restore
            ? t("withdraw.done", { time: formatMoment(application.closesAt, { language, timeZone }) })
            : nextWords(application.state, isOpen)}
        </p>
        {returned ? (
          <>
            {returned.reason ? <blockquote className={styles.reason}>{returned.reason}</blockquote> : null}
            {returned.reopened ? (
              <>
                <p>{t("overview.reopened")}</p>
                <ul>
                  {returned.reopened.map((label) => (
                    <li key={label}>{label}</li>
                  ))}
                </ul>
              </>
            ) : null}
            <p>
              {t("overview.return-until")} <MomentText moment={returned.until} timeZone={timeZone} /> ·{" "}
              <Countdown until={returned.until} now={now} />
            </p>
          </>
        ) : null}
        {application.submittedAt && may.edit ? (
          <p>
            {t(isChanged ? "overview.changed" : "overview.stands", {
              time: formatMoment(application.submittedAt, { language, timeZone }),
            })}
          </p>
        ) : null}
        {may.edit && differences.length > 0 ? <DifferenceList applicationId={id} differences={differences} /> : null}
      </Notice>

      {may.edit ? (
        <Card as="section">
          <Waterline
            value={total === 0 ? 1 : done / total}
            label={t("overview.level", { done, total })}
            isKey={isComplete}
          />
          {isComplete ? (
            isDone ? null : (
              <p>{t("overview.nothing-missing")}</p>
            )
          ) : (
            <>
              <h2>{t("overview.missing")}</h2>
              <MissingList applicationId={id} parts={parts} />
            </>
          )}
          {warnings.length > 0 ? (
            <Notice tone="warn" title={t("overview.warnings")}>
              <ul>
                {warnings.map((one) => (
                  <li key={String(one.facts?.rule)}>{obstacleText(one, language)}</li>
                ))}
              </ul>
            </Notice>
          ) : null}
          <div className="row">
            {isComplete && may.submit && !isDone ? (
              <LinkButton kind="gold" href={paths.preview(id)}>
                {t(application.submittedAt ? "overview.resubmit" : "overview.submit")}
              </LinkButton>
            ) : null}
            {firstGap ? (
              <LinkButton kind="gold" href={firstGap.id === "files" ? paths.files(id) : paths.form(id, firstGap.id)}>
                {t("overview.continue")}
              </LinkButton>
            ) : null}
          </div>
        </Card>
      ) : null}

      {may.edit ? (
        <section aria-labelledby="parts" className="stack">
          <h2 id="parts">{t("form.sections")}</h2>
          <ul className={styles.parts}>
            {parts.map((part) => (
              <li key={part.id}>
                <a href={part.id === "files" ? paths.files(id) : paths.form(id, part.id)}>{part.title}</a>
                <span className="soft small numbers">
                  {part.total === 0
                    ? t("section.optional")
                    : t("section.progress", { done: part.done, total: part.total })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}

      <Facts
        pairs={[
          [
            t("overview.call"),
            <a key="call" href={paths.call(application.callSlug)}>
              {language === "zh" ? application.callZh : application.callEn}
            </a>,
          ],
          ...(application.code ? ([[t("overview.code"), <code key="code">{application.code}</code>]] as const) : []),
          [
            t("overview.deadline"),
            <span key="deadline">
              <MomentText moment={application.closesAt} timeZone={timeZone} />
              {isOpen ? (
                <>
                  {" · "}
                  <Countdown until={application.closesAt} now={now} />
                </>
              ) : null}
            </span>,
          ],
        ]}
      />

      {may.edit || application.submittedAt ? (
        <ChangeRules
          times={{ closesAt: application.closesAt, correctionUntil: returned?.until ?? null, timeZone, now }}
          maySwitchAccount={may.edit || may.withdraw}
        />
      ) : null}

      <div className="row">
        {application.submittedAt ? (
          <LinkButton kind="quiet" href={paths.receipt(id)}>
            {t("overview.see-receipt")}
          </LinkButton>
        ) : null}
        {may.withdraw && application.submittedAt ? (
          <LinkButton kind="quiet" href={paths.withdrawal(id)}>
            {t("overview.withdraw")}
          </LinkButton>
        ) : null}
        {may.restore ? (
          <form method="post" action={paths.withdrawal(id)}>
            <Button kind="gold" name="intent" value="restore">
              {t("overview.restore")}
            </Button>
          </form>
        ) : null}
      </div>
      {may.deleteDraft && !application.submittedAt ? (
        <details>
          <summary>{t("overview.delete")}</summary>
          <form method="post" className="stack">
            <p>{t("overview.delete-confirm")}</p>
            <div>
              <Button kind="danger" name="intent" value="delete">
                {t("overview.delete")}
              </Button>
            </div>
          </form>
        </details>
      ) : null}
    </div>
  );
}
