import { Form } from "@remix-run/react";
import { manage } from "#app/i18n/messages/manage.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MomentText } from "#app/ui/moment-text.tsx";
import { Tabs } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Table } from "#app/ui/table.tsx";
import { type LetterQuery, letterStates } from "./forms.ts";

type State = (typeof letterStates)[number];
type Letter = {
  id: string;
  subject: string;
  toEmail: string;
  state: State;
  lastError: string | null;
  createdAt: string;
  code: string | null;
};
type Props = {
  slug: string;
  timeZone: string;
  letters: readonly Letter[];
  counts: readonly { state: State; count: number }[];
  query: LetterQuery;
  pages: number;
};

const tones = { held: "warn", queued: "sea", sent: "good", failed: "danger" } as const;

/** The letters written about a call's entries: what left, what waits, what could not be delivered. */
export function LettersOfCall({ slug, timeZone, letters, counts, query, pages }: Props) {
  const t = useText(manage);
  const base = paths.manageMessages(slug);
  const all = counts.reduce((sum, row) => sum + row.count, 0);
  const countOf = (state: State) => counts.find((row) => row.state === state)?.count ?? 0;
  return (
    <div className="stack">
      <p className="soft">{t("letters.lead")}</p>
      <Tabs
        label={t("letters.filter")}
        tabs={[
          { href: base, label: `${t("list.all")} ${all}`, isCurrent: query.state === "" },
          ...letterStates.map((state) => ({
            href: `${base}?state=${state}`,
            label: `${t(`letters.${state}`)} ${countOf(state)}`,
            isCurrent: query.state === state,
          })),
        ]}
      />
      {letters.length === 0 ? (
        <EmptyState title={t("letters.none")}>{t("letters.none-text")}</EmptyState>
      ) : (
        <Table
          caption={t("tab.messages")}
          captionHidden
          rows={letters}
          keyOf={(letter) => letter.id}
          columns={[
            {
              key: "subject",
              head: t("letters.subject"),
              isHead: true,
              cell: (letter) => <a href={paths.manageMessage(slug, letter.id)}>{letter.subject}</a>,
            },
            { key: "code", head: t("list.code"), cell: (letter) => <code>{letter.code}</code> },
            { key: "to", head: t("letters.to"), cell: (letter) => letter.toEmail },
            {
              key: "state",
              head: t("list.state"),
              cell: (letter) => (
                <>
                  <Badge tone={tones[letter.state]}>{t(`letters.${letter.state}`)}</Badge>
                  {letter.state === "failed" ? (
                    <Form method="post" className="stack">
                      <span className="soft small">{letter.lastError}</span>
                      <input type="hidden" name="letter" value={letter.id} />
                      <span>
                        <Button small kind="quiet">
                          {t("letters.again")}
                        </Button>
                      </span>
                    </Form>
                  ) : null}
                </>
              ),
            },
            {
              key: "when",
              head: t("letters.when"),
              cell: (letter) => <MomentText moment={letter.createdAt} timeZone={timeZone} />,
            },
          ]}
        />
      )}
      <Pagination page={query.page} pages={pages} hrefOf={(page) => `${base}?state=${query.state}&page=${page}`} />
    </div>
  );
}
