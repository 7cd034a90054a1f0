import { StateBadge, type StateWord } from "#app/features/application/state-words.tsx";
import { manage } from "#app/i18n/messages/manage.ts";
import { useText } from "#app/i18n/text.ts";
import { MomentText } from "#app/ui/moment-text.tsx";
import styles from "./history-list.module.css";

type Transition = {
  id: string;
  toState: StateWord;
  reason: string;
  createdAt: string;
  until: string | null;
  actorName: string | null;
};
type Props = { transitions: readonly Transition[]; timeZone: string };

/** What happened to an entry, by whom and why, newest first. */
export function HistoryList({ transitions, timeZone }: Props) {
  const t = useText(manage);
  return (
    <ol className={styles.history}>
      {transitions.map((one) => (
        <li key={one.id}>
          <p>
            <StateBadge state={one.toState} />{" "}
            <span className="soft small">
              <MomentText moment={one.createdAt} timeZone={timeZone} />
              {one.actorName ? ` · ${one.actorName}` : null}
            </span>
          </p>
          {one.reason ? <blockquote>{one.reason}</blockquote> : null}
          {one.until ? (
            <p className="soft small">
              {t("history.until")} <MomentText moment={one.until} timeZone={timeZone} />
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
