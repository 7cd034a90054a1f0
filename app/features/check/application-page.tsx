import type { SubmissionResult } from "@conform-to/react";
import { EntryView } from "#app/features/application/entry-view.tsx";
import { StateBadge, type StateWord } from "#app/features/application/state-words.tsx";
import type { EntryView as View } from "#app/features/application/visibility.ts";
import { posterOf } from "#app/features/file/viewer-kind.ts";
import { EntryMedia } from "#app/features/review/entry-media.tsx";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { manage } from "#app/i18n/messages/manage.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { MomentText } from "#app/ui/moment-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import styles from "./application-page.module.css";
import { CheckForm, type Reopenable } from "./check-form.tsx";
import { HistoryList } from "./history-list.tsx";

type Props = {
  slug: string;
  timeZone: string;
  city: string;
  application: {
    id: string;
    code: string | null;
    title: string;
    state: StateWord;
    leadName: string;
    leadEmail: string;
    receiptNumber: string | null;
    hash: string | null;
    submissionId: string;
    sealedAt: string;
  };
  entry: View;
  findings: readonly { rule: string; severity: string; text: string }[];
  team: readonly { name: string; email: string; role: "lead" | "editor" | "viewer" }[];
  transitions: Parameters<typeof HistoryList>[0]["transitions"];
  submissions: readonly { id: string; number: number; receiptNumber: string; createdAt: string }[];
  isCheckable: boolean;
  wasReturned: boolean;
  until: string;
  reopenable: Reopenable;
  nextId: string | null;
  result: SubmissionResult<string[]> | undefined;
};

/** One entry for its organisers: what was sealed, what the rules say of it, and the end of the formal check. */
export function ApplicationPage(props: Props) {
  const t = useText(manage);
  const own = useText(applicant);
  const { application, slug, timeZone, findings } = props;
  return (
    <article className="stack-l">
      <header className="stack">
        <p>
          <a href={paths.manageApplications(slug)}>← {t("application.back")}</a>
        </p>
        <h2>
          {application.title || own("list.untitled")} <StateBadge state={application.state} />
        </h2>
      </header>
      <div className={styles.page}>
        <EntryView
          view={props.entry}
          level={3}
          renderFile={(file) => <EntryMedia file={file} poster={posterOf(props.entry.files)} />}
        />
        <aside className={styles.aside} aria-label={t("application.beside")}>
          {props.isCheckable ? (
            <Card as="section">
              <h3>{t("check.title")}</h3>
              {findings.length > 0 ? (
                <Notice tone="warn" title={t("check.findings")}>
                  <ul>
                    {findings.map((finding) => (
                      <li key={finding.rule}>
                        {finding.text}{" "}
                        <Badge>{t(finding.severity === "staff" ? "check.staff-only" : "check.told")}</Badge>
                      </li>
                    ))}
                  </ul>
                </Notice>
              ) : (
                <p className="soft">{t("check.no-findings")}</p>
              )}
              <CheckForm
                key={application.submissionId}
                submissionId={application.submissionId}
                wasReturned={props.wasReturned}
                until={props.until}
                reopenable={props.reopenable}
                city={props.city}
                result={props.result}
              />
            </Card>
          ) : null}
          {props.nextId ? (
            <p>
              <LinkButton
                kind={props.isCheckable ? "quiet" : "gold"}
                href={paths.manageApplication(slug, props.nextId)}
              >
                {t(props.isCheckable ? "check.skip" : "check.next")}
              </LinkButton>
            </p>
          ) : null}
          <Card as="section">
            <h3>{t("application.facts")}</h3>
            <Facts
              pairs={[
                [t("list.code"), <code key="code">{application.code}</code>],
                [
                  t("list.handed-in"),
                  <MomentText key="sealed" moment={application.sealedAt} timeZone={timeZone} seconds />,
                ],
                [t("application.receipt"), <code key="receipt">{application.receiptNumber}</code>],
                [t("application.hash"), <code key="hash">{application.hash}</code>],
                [
                  t("application.team"),
                  <ul key="team">
                    {props.team.map((member) => (
                      <li key={member.email}>
                        {member.name} · {own(`team.role.${member.role}`)}
                        <br />
                        <a href={`mailto:${member.email}`}>{member.email}</a>
                      </li>
                    ))}
                  </ul>,
                ],
              ]}
            />
          </Card>
          <Card as="section">
            <h3>{t("history.title")}</h3>
            {props.submissions.length > 1 ? (
              <p className="soft">{t("history.submissions", { count: props.submissions.length })}</p>
            ) : null}
            <HistoryList transitions={props.transitions} timeZone={timeZone} />
          </Card>
        </aside>
      </div>
    </article>
  );
}
