import { publicPages } from "#app/i18n/messages/public.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Countdown, MomentText } from "#app/ui/moment-text.tsx";
import { Waterline } from "#app/ui/waterline.tsx";
import { byProgramme, type CallItem } from "./call-item.ts";
import styles from "./call-list.module.css";

type Props = { calls: readonly CallItem[]; now: string; level?: 2 | 3 };

/** Calls under their programmes, each with what matters first: may I still enter, and until when. */
export function CallList({ calls, now, level = 2 }: Props) {
  const Title = level === 2 ? "h2" : "h3";
  return (
    <div className="stack-l">
      {byProgramme(calls).map((programme) => (
        <section key={programme.slug} className={styles.group} aria-labelledby={`programme-${programme.slug}`}>
          <Title id={`programme-${programme.slug}`}>{programme.name}</Title>
          <ul className={styles.list}>
            {programme.calls.map((call) => (
              <li key={call.slug} className={styles.call}>
                <div className="stack">
                  <a href={paths.call(call.slug)} className={styles.name}>
                    {call.name}
                  </a>
                  <CallBadges call={call} />
                </div>
                <div className={styles.facts}>
                  <CallDates call={call} now={now} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** A call's state in a few words. */
export function CallBadges({ call }: { call: CallItem }) {
  const t = useText(publicPages);
  return (
    <p className="row">
      <Badge tone={call.phase === "open" ? "sea" : "plain"}>{t(`phase.${call.phase}`)}</Badge>
      {call.isByNomination ? <Badge>{t("call.nomination")}</Badge> : null}
      {call.isCompetitive ? null : <Badge>{t("call.showcase")}</Badge>}
    </p>
  );
}

/** When a call opens or closes; while it is open, how much of its time has passed. */
export function CallDates({ call, now }: { call: CallItem; now: string }) {
  const t = useText(publicPages);
  if (call.phase === "upcoming")
    return (
      <p>
        <span className="soft">{t("call.opens")}</span> <MomentText moment={call.opensAt} timeZone={call.timeZone} />
      </p>
    );
  if (call.phase === "closed")
    return (
      <p>
        <span className="soft">{t("call.closed-on")}</span>{" "}
        <MomentText moment={call.closesAt} timeZone={call.timeZone} />
      </p>
    );
  const begun = Date.parse(call.opensAt);
  const passed = (Date.parse(now) - begun) / (Date.parse(call.closesAt) - begun);
  return (
    <>
      <p>
        <span className="soft">{t("call.closes")}</span> <MomentText moment={call.closesAt} timeZone={call.timeZone} />{" "}
        <strong>
          <Countdown until={call.closesAt} now={now} />
        </strong>
      </p>
      <Waterline value={passed} label={t("call.time", { percent: Math.floor(passed * 100) })} />
    </>
  );
}
