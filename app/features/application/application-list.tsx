import { applicant } from "#app/i18n/messages/applicant.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Countdown, MomentText } from "#app/ui/moment-text.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import styles from "./application-list.module.css";
import { StateBadge, type StateWord, useNextWords } from "./state-words.tsx";

type Item = {
  id: string;
  title: string;
  code: string | null;
  state: StateWord;
  callZh: string;
  callEn: string;
  opensAt: string;
  closesAt: string;
  timeZone: string;
};

/** A person's own entries: what state, who must act, by when. */
export function ApplicationList({ applications, now }: { applications: readonly Item[]; now: string }) {
  const t = useText(applicant);
  const language = useLanguage();
  const nextWords = useNextWords();
  return (
    <>
      <PageHeader
        title={t("list.title")}
        lead={t("list.lead")}
        actions={
          applications.length > 0 ? (
            <LinkButton href={paths.calls()} kind="quiet">
              {t("list.to-calls")}
            </LinkButton>
          ) : undefined
        }
      />
      {applications.length === 0 ? (
        <EmptyState
          title={t("list.empty")}
          action={
            <LinkButton href={paths.calls()} kind="gold">
              {t("list.to-calls")}
            </LinkButton>
          }
        >
          {t("list.empty-text")}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {applications.map((item) => {
            const isOpen = item.opensAt <= now && now <= item.closesAt;
            return (
              <Card as="li" key={item.id}>
                <div className={styles.head}>
                  <h2>
                    <a href={paths.application(item.id)}>{item.title || t("list.untitled")}</a>
                  </h2>
                  <StateBadge state={item.state} />
                </div>
                <p className="soft">
                  {language === "zh" ? item.callZh : item.callEn}
                  {item.code ? ` · ${item.code}` : ""}
                </p>
                <p>{nextWords(item.state, isOpen)}</p>
                {isOpen ? (
                  <p className="small">
                    {t("list.deadline")} <MomentText moment={item.closesAt} timeZone={item.timeZone} /> ·{" "}
                    <Countdown until={item.closesAt} now={now} />
                  </p>
                ) : null}
              </Card>
            );
          })}
        </ul>
      )}
    </>
  );
}
