import { formatDay } from "#app/i18n/format.ts";
import { publicPages } from "#app/i18n/messages/public.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import styles from "./week-page.module.css";
import type { ActivityView, EditionView, WeekView } from "./week-view.ts";

type Props = { edition: EditionView | null; week: WeekView | null };

/** The units and activities of the Week. What is not known is said to be unknown. */
export function WeekPage({ edition, week }: Props) {
  const t = useText(publicPages);
  if (!edition || !week)
    return (
      <div className="narrow stack">
        <h1>{t("week.title")}</h1>
        <EmptyState title={t("home.empty")}>{t("home.empty-text")}</EmptyState>
      </div>
    );
  return (
    <>
      <PageHeader
        title={edition.name}
        lead={t("week.lead")}
        actions={
          <LinkButton kind="quiet" href={paths.weekCalendar()} download>
            {t("week.calendar")}
          </LinkButton>
        }
      />
      <div className="stack-l">
        {week.ceremonies.length > 0 ? (
          <section className={styles.unit} aria-labelledby="ceremonies">
            <h2 id="ceremonies">{t("week.ceremonies")}</h2>
            <Activities activities={week.ceremonies} />
          </section>
        ) : null}
        {week.units.map((unit) => (
          <section key={unit.slug} id={unit.slug} className={styles.unit} aria-labelledby={`${unit.slug}-name`}>
            <p className={styles.number}>{t("week.unit", { number: unit.number })}</p>
            <h2 id={`${unit.slug}-name`}>{unit.name}</h2>
            <Activities activities={unit.activities} />
          </section>
        ))}
      </div>
    </>
  );
}

const kinds = [
  "exhibition",
  "forum",
  "contest",
  "screening",
  "launch",
  "training",
  "pitch",
  "honours",
  "exchange",
  "ceremony",
] as const;

function Activities({ activities }: { activities: readonly ActivityView[] }) {
  const t = useText(publicPages);
  return (
    <ul className={styles.activities}>
      {activities.map((activity) => (
        <li key={activity.id}>
          <Days activity={activity} />
          <div>
            {activity.isPlaceholder ? (
              <>
                <p className="row">
                  <Badge>{t("week.placeholder")}</Badge>
                </p>
                <p className="soft small">{t("week.placeholder-text")}</p>
              </>
            ) : (
              <p>
                <strong>{activity.name}</strong>{" "}
                <span className="soft">{t(`kind.${kinds.find((kind) => kind === activity.kind) ?? "other"}`)}</span>
              </p>
            )}
            {activity.callSlug ? (
              <p className="small">
                <a href={paths.call(activity.callSlug)}>
                  {t("week.call")}
                  <span className="visually-hidden"> {activity.name}</span>
                </a>
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Days({ activity: { startsOn, endsOn } }: { activity: ActivityView }) {
  const t = useText(publicPages);
  const language = useLanguage();
  if (!startsOn) return <p className="soft">{t("week.day-unknown")}</p>;
  return (
    <p className="numbers">
      <time dateTime={startsOn}>{formatDay(startsOn, language)}</time>
      {endsOn && endsOn !== startsOn ? (
        <>
          {" – "}
          <time dateTime={endsOn}>{formatDay(endsOn, language)}</time>
        </>
      ) : null}
    </p>
  );
}
