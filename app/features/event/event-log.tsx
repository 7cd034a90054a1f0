import { eventFacts, eventValues, eventWords } from "#app/i18n/messages/event.ts";
import { manage } from "#app/i18n/messages/manage.ts";
import { lookUp, useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { TextField } from "#app/ui/field.tsx";
import { MomentText } from "#app/ui/moment-text.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Table } from "#app/ui/table.tsx";
import styles from "./event-log.module.css";

type Line = {
  sequence: number;
  action: string;
  subjectId: string;
  details: Record<string, string>;
  createdAt: string;
  hash: string;
  actorName: string | null;
};
type Props = { lines: readonly Line[]; subject: string; next: number | null; timeZone: string };

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The log: who did what when, each line sealed by a hash over the line before it. */
export function EventLog({ lines, subject, next, timeZone }: Props) {
  const t = useText(manage);
  const language = useLanguage();
  const hrefOf = (query: Record<string, string>) => `${paths.manageAudit()}?${new URLSearchParams(query)}`;
  return (
    <>
      <PageHeader
        title={t("home.audit")}
        crumbs={[{ href: paths.manage(), label: t("home.title") }]}
        lead={t("log.lead")}
      />
      <div className="stack">
        <form method="get" className={styles.search}>
          <TextField name="subject" label={t("log.subject")} hint={t("log.subject-hint")} defaultValue={subject} />
          <Button kind="quiet">{t("list.find")}</Button>
        </form>
        {lines.length === 0 ? <EmptyState title={t("log.none")} /> : null}
        {lines.length > 0 ? (
          <Table
            caption={t("home.audit")}
            captionHidden
            rows={lines}
            keyOf={(line) => String(line.sequence)}
            columns={[
              { key: "number", head: t("log.number"), numeric: true, cell: (line) => line.sequence },
              {
                key: "when",
                head: t("log.when"),
                cell: (line) => <MomentText moment={line.createdAt} timeZone={timeZone} seconds />,
              },
              { key: "who", head: t("log.who"), cell: (line) => line.actorName ?? t("log.system") },
              {
                key: "what",
                head: t("log.what"),
                isHead: true,
                cell: (line) => lookUp(eventWords, language, line.action) ?? line.action,
              },
              {
                key: "details",
                head: t("log.details"),
                cell: (line) => (
                  <dl className={styles.details}>
                    <div>
                      <dt>{t("log.thing")}</dt>
                      <dd>
                        <a href={hrefOf({ subject: line.subjectId })}>{line.subjectId}</a>
                      </dd>
                    </div>
                    {Object.entries(line.details).map(([name, value]) => (
                      <div key={name}>
                        <dt>{lookUp(eventFacts, language, name) ?? name}</dt>
                        <dd>
                          {MOMENT.test(value) ? (
                            <MomentText moment={value} timeZone={timeZone} />
                          ) : (
                            (lookUp(eventValues, language, value) ?? value)
                          )}
                        </dd>
                      </div>
                    ))}
                  </dl>
                ),
              },
            ]}
          />
        ) : null}
        {next ? (
          <p>
            <a rel="next" href={hrefOf({ ...(subject ? { subject } : {}), before: String(next) })}>
              {t("log.older")}
            </a>
          </p>
        ) : null}
      </div>
    </>
  );
}
