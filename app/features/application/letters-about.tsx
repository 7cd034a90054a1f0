import { applicant } from "#app/i18n/messages/applicant.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MomentText } from "#app/ui/moment-text.tsx";
import { Table } from "#app/ui/table.tsx";

type Letter = { id: string; subject: string; createdAt: string };

/** The letters a reader got about one application. */
export function LettersAbout({ letters, timeZone }: { letters: readonly Letter[]; timeZone: string }) {
  const t = useText(applicant);
  return (
    <div className="stack">
      <h2>{t("messages.title")}</h2>
      {letters.length === 0 ? (
        <EmptyState title={t("messages.empty")} />
      ) : (
        <Table
          caption={t("messages.title")}
          captionHidden
          rows={letters}
          keyOf={(letter) => letter.id}
          columns={[
            {
              key: "subject",
              head: t("messages.subject"),
              isHead: true,
              cell: (letter) => <a href={paths.letter(letter.id)}>{letter.subject}</a>,
            },
            {
              key: "when",
              head: t("messages.when"),
              cell: (letter) => <MomentText moment={letter.createdAt} timeZone={timeZone} />,
            },
          ]}
        />
      )}
    </div>
  );
}
