import { account } from "#app/i18n/messages/account.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MomentText } from "#app/ui/moment-text.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Turning } from "./turning.tsx";

type Letter = { id: string; subject: string; createdAt: string };
type Props = { letters: readonly Letter[]; page: number; hasMore: boolean; timeZone: string };

/** A person's own letters, newest first. */
export function LettersPage({ letters, page, hasMore, timeZone }: Props) {
  const t = useText(account);
  return (
    <div className="narrow stack">
      <PageHeader title={t("letters.title")} lead={t("letters.lead")} />
      {letters.length === 0 ? <EmptyState title={t("letters.none")} /> : null}
      {letters.map((letter) => (
        <Card key={letter.id} as="article">
          <a href={paths.letter(letter.id)}>{letter.subject}</a>
          <p className="soft">
            <MomentText moment={letter.createdAt} timeZone={timeZone} />
          </p>
        </Card>
      ))}
      <Turning page={page} hasMore={hasMore} hrefOf={(to) => `${paths.letters()}?page=${to}`} />
    </div>
  );
}
