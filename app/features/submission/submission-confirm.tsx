import { useNavigation } from "@remix-run/react";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { obstacleText } from "#app/i18n/obstacle-text.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import type { Obstacle } from "#app/lib/refusal.ts";
import { sizeText } from "#app/lib/size-text.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Countdown, MomentText } from "#app/ui/moment-text.tsx";

type Problem = { obstacle: Obstacle; label: string; page: string | null };
type Props = {
  applicationId: string;
  title: string;
  closesAt: string;
  timeZone: string;
  now: string;
  declarations: readonly string[];
  files: readonly { id: string; name: string; bytes: number }[];
  problems: readonly Problem[];
  refused: readonly Obstacle[];
  idempotencyKey: string;
};

/** The last step: what is declared, what is sealed, one button. */
export function SubmissionConfirm(props: Props) {
  const { applicationId, declarations, files, problems, refused, idempotencyKey } = props;
  const t = useText(applicant);
  const language = useLanguage();
  const isBusy = useNavigation().state !== "idle";
  const known = new Set(problems.map(({ obstacle }) => `${obstacle.code}${obstacle.at}`));
  const listed = [
    ...refused
      .filter(({ code, at }) => !known.has(`${code}${at}`))
      .map((one) => ({ obstacle: one, label: "", page: null })),
    ...problems,
  ];
  return (
    <div className="narrow stack-l">
      <h2>{t("submit.title")}</h2>
      <ErrorSummary
        title={t("submit.blocked")}
        problems={listed.map(({ obstacle, label, page }) => ({
          message: [label, obstacleText(obstacle, language)].filter(Boolean).join(language === "zh" ? "：" : ": "),
          href: page ? `${page}${obstacle.at ? `#${encodeURIComponent(obstacle.at)}` : ""}` : undefined,
        }))}
      />
      <p>{t("submit.text")}</p>
      <p className="soft">
        {t("list.deadline")} <MomentText moment={props.closesAt} timeZone={props.timeZone} seconds /> ·{" "}
        <Countdown until={props.closesAt} now={props.now} />
      </p>
      <Card as="section">
        <h3>{props.title || t("list.untitled")}</h3>
        {files.length > 0 ? (
          <ul>
            {files.map((file) => (
              <li key={file.id}>
                {file.name} <span className="soft small numbers">{sizeText(file.bytes)}</span>
              </li>
            ))}
          </ul>
        ) : null}
        {declarations.length > 0 ? (
          <>
            <h3>{t("submit.agreed")}</h3>
            <ul>
              {declarations.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </>
        ) : null}
      </Card>
      <form method="post" className="row">
        <input type="hidden" name="key" value={idempotencyKey} />
        {problems.length === 0 ? (
          <Button kind="gold" disabled={isBusy}>
            {t("submit.button")}
          </Button>
        ) : null}
        <LinkButton kind="quiet" href={paths.preview(applicationId)}>
          {t("submit.look-again")}
        </LinkButton>
      </form>
    </div>
  );
}
