import { account } from "#app/i18n/messages/account.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Card } from "#app/ui/card.tsx";
import { MomentText } from "#app/ui/moment-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import styles from "./letter-page.module.css";

type Letter = { subject: string; text: string; toEmail: string; createdAt: string };

/** One letter as it left, its links to be followed. */
export function LetterPage({
  letter,
  timeZone,
  isDemo = false,
}: {
  letter: Letter;
  timeZone: string;
  isDemo?: boolean;
}) {
  const t = useText(account);
  return (
    <div className="narrow stack">
      <PageHeader
        title={letter.subject}
        crumbs={isDemo ? [] : [{ href: paths.letters(), label: t("letters.title") }]}
        lead={
          <>
            {t("letters.to", { email: letter.toEmail })} · <MomentText moment={letter.createdAt} timeZone={timeZone} />
          </>
        }
      />
      {isDemo ? <Notice title={t("letters.demo")} /> : null}
      <Card as="article">
        <div className={styles.letter}>{linked(letter.text)}</div>
      </Card>
    </div>
  );
}

/** Only a line that is an address and nothing else becomes a link: what somebody typed within a line stays text. */
function linked(text: string) {
  return text.split("\n").map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a letter do not move
    <span key={index}>
      {/^https?:\/\/\S+$/.test(line) ? <a href={line}>{line}</a> : line}
      {"\n"}
    </span>
  ));
}
