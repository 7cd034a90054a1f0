import type { CallItem } from "#app/features/call/call-item.ts";
import { CallList } from "#app/features/call/call-list.tsx";
import { formatDay } from "#app/i18n/format.ts";
import { publicPages } from "#app/i18n/messages/public.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Horizon } from "#app/ui/horizon.tsx";
import { MomentText } from "#app/ui/moment-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import styles from "./home-page.module.css";
import type { EditionView, UnitView } from "./week-view.ts";

export type Home = { edition: EditionView; units: UnitView[]; calls: CallItem[]; honours: number };

/** The Week's own page: what it is and when, what is open now, and where each reader goes on. */
export function HomePage({ home, now }: { home: Home | null; now: string }) {
  const t = useText(publicPages);
  const language = useLanguage();
  if (!home)
    return (
      <div className="narrow stack">
        <h1>{t("home.title")}</h1>
        <EmptyState title={t("home.empty")}>{t("home.empty-text")}</EmptyState>
      </div>
    );
  const { edition, units, calls, honours } = home;
  return (
    <>
      <div className={styles.hero}>
        <div className={styles.titles}>
          <h1>{edition.name}</h1>
          <p className={styles.dates}>
            <time dateTime={edition.startsOn}>{formatDay(edition.startsOn, language)}</time>
            {" – "}
            <time dateTime={edition.endsOn}>{formatDay(edition.endsOn, language)}</time>
          </p>
          {edition.theme ? <p className={styles.theme}>{edition.theme}</p> : null}
        </div>
        <Horizon height="l" />
      </div>
      <div className={`stack-l ${styles.body}`}>
        {honours > 0 ? (
          <Notice title={t("home.results")}>
            <p>
              {t("home.results-text", { count: honours })} <a href={paths.results()}>{t("home.see-results")}</a>
            </p>
          </Notice>
        ) : null}
        <OpenNow calls={calls} now={now} />
        <Ways />
        <section className="stack" aria-labelledby="units">
          <h2 id="units">{t("home.units")}</h2>
          <ol className={styles.units}>
            {units.map((unit) => (
              <li key={unit.slug}>
                <a href={`${paths.week()}#${unit.slug}`}>
                  <span aria-hidden="true">{String(unit.number).padStart(2, "0")}</span>
                  {unit.name}
                </a>
              </li>
            ))}
          </ol>
          <p>
            <a href={paths.week()}>{t("home.programme")}</a>
          </p>
        </section>
      </div>
    </>
  );
}

function OpenNow({ calls, now }: { calls: readonly CallItem[]; now: string }) {
  const t = useText(publicPages);
  const open = calls.filter((call) => call.phase === "open");
  const [next] = calls
    .filter((call) => call.phase === "upcoming")
    .sort((one, other) => one.opensAt.localeCompare(other.opensAt));
  return (
    <section className={styles.open} aria-labelledby="open">
      <h2 id="open">{t(open.length > 0 ? "home.now" : "home.now-none")}</h2>
      {open.length > 0 ? <CallList calls={open} now={now} level={3} /> : null}
      {open.length === 0 && next ? (
        <p>
          {t("home.opens-next")} <MomentText moment={next.opensAt} timeZone={next.timeZone} />
        </p>
      ) : null}
      <p>
        <LinkButton kind={open.length > 0 ? "gold" : "quiet"} href={paths.calls()}>
          {t("home.all-calls")}
        </LinkButton>
      </p>
    </section>
  );
}

function Ways() {
  const t = useText(publicPages);
  const ways = [
    { who: "applicants", href: paths.calls() },
    { who: "jurors", href: paths.jury() },
    { who: "visitors", href: paths.week() },
  ] as const;
  return (
    <section className="stack" aria-labelledby="ways">
      <h2 id="ways">{t("home.for")}</h2>
      <ul className={styles.ways}>
        {ways.map(({ who, href }) => (
          <li key={who}>
            <h3>{t(`home.${who}`)}</h3>
            <p className="soft">{t(`home.${who}-text`)}</p>
            <p>
              <a href={href}>{t(`home.${who}-link`)}</a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
