import { account } from "#app/i18n/messages/account.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { TextField } from "#app/ui/field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Table } from "#app/ui/table.tsx";
import { type HeldRole, RoleWords } from "./role-words.tsx";
import { Turning } from "./turning.tsx";

type Person = {
  id: string;
  name: string;
  email: string;
  disabledAt: string | null;
  emailVerifiedAt: string | null;
  roles: readonly HeldRole[];
};
type Props = { people: readonly Person[]; search: string; page: number; hasMore: boolean };

/** Everybody with an account, to be found by name or address. */
export function PeoplePage({ people, search, page, hasMore }: Props) {
  const t = useText(account);
  const hrefOf = (to: number) => `${paths.managePeople()}?${new URLSearchParams({ q: search, page: String(to) })}`;
  return (
    <div className="stack-l">
      <PageHeader title={t("people.title")} crumbs={[{ href: paths.manage(), label: t("people.manage") }]} />
      <form method="get" className="row">
        <TextField name="q" label={t("people.search")} type="search" defaultValue={search} />
        <Button kind="sea">{t("people.find")}</Button>
      </form>
      {people.length === 0 ? (
        <EmptyState title={t("people.none")} />
      ) : (
        <Table
          caption={t("people.title")}
          captionHidden
          rows={people}
          keyOf={(person) => person.id}
          columns={[
            {
              key: "name",
              head: t("people.name"),
              isHead: true,
              cell: (person) => <a href={paths.managePerson(person.id)}>{person.name}</a>,
            },
            { key: "email", head: t("field.email"), cell: (person) => person.email },
            { key: "roles", head: t("people.roles"), cell: (person) => <RoleWords roles={person.roles} /> },
            {
              key: "state",
              head: t("people.state"),
              cell: (person) =>
                person.disabledAt ? (
                  <Badge tone="danger">{t("people.disabled")}</Badge>
                ) : person.emailVerifiedAt ? (
                  <Badge>{t("people.active")}</Badge>
                ) : (
                  <Badge tone="warn">{t("people.unverified")}</Badge>
                ),
            },
          ]}
        />
      )}
      <Turning page={page} hasMore={hasMore} hrefOf={hrefOf} />
    </div>
  );
}
