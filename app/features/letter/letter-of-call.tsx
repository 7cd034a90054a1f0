import { manage } from "#app/i18n/messages/manage.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Card } from "#app/ui/card.tsx";
import { MomentText } from "#app/ui/moment-text.tsx";
import styles from "./letter-of-call.module.css";

type Letter = { subject: string; text: string; toEmail: string; createdAt: string };

/** One letter about an entry, word for word as it was written. */
export function LetterOfCall({ slug, timeZone, letter }: { slug: string; timeZone: string; letter: Letter }) {
  const t = useText(manage);
  return (
    <article className="narrow stack">
      <p>
        <a href={paths.manageMessages(slug)}>← {t("tab.messages")}</a>
      </p>
      <h2>{letter.subject}</h2>
      <p className="soft">
        {letter.toEmail} · <MomentText moment={letter.createdAt} timeZone={timeZone} />
      </p>
      <Card>
        <div className={styles.letter}>{letter.text}</div>
      </Card>
    </article>
  );
}
