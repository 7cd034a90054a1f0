import { StateBadge } from "#app/features/application/state-words.tsx";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { manage } from "#app/i18n/messages/manage.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { MomentText } from "#app/ui/moment-text.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Table } from "#app/ui/table.tsx";
import styles from "./applications-table.module.css";
import { type applicationStates, type ListQuery, listOrders } from "./forms.ts";

type State = (typeof applicationStates)[number];
type Application = {
  id: string;
  code: string | null;
  title: string;
  state: State;
  submittedAt: string | null;
  updatedAt: string;
  leadName: string | null;
};
type Props = {
  slug: string;
  timeZone: string;
  query: ListQuery;
  applications: readonly Application[];
  count: number;
  states: readonly { state: State; count: number }[];
  pages: number;
};

/** A call's applications, to be searched, narrowed to a state, sorted and paged. Drafts only count. */
export function ApplicationsTable({ slug, timeZone, query, applications, count, states, pages }: Props) {
  const t = useText(manage);
  const own = useText(applicant);
  const all = states.reduce((sum, row) => sum + row.count, 0);
  const hrefOf = (change: Partial<ListQuery>) => {
    const entries = Object.entries({ ...query, page: 1, ...change }).filter(([, value]) => value !== "" && value !== 1);
    const search = new URLSearchParams(entries.map(([name, value]) => [name, String(value)]));
    return `${paths.manageApplications(slug)}${search.size > 0 ? `?${search}` : ""}`;
  };
  return (
    <div className="stack">
      <nav aria-label={t("list.states")} className={styles.states}>
        <ul>
          <li>
            <a href={hrefOf({ state: "" })} {...(query.state === "" ? { "aria-current": "true" as const } : {})}>
              {t("list.all")} <span className="numbers">{all}</span>
            </a>
          </li>
          {[...states].map((row) => (
            <li key={row.state}>
              <a
                href={hrefOf({ state: row.state })}
                {...(query.state === row.state ? { "aria-current": "true" as const } : {})}
              >
                {own(`state.${row.state}`)} <span className="numbers">{row.count}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form method="get" className={styles.search}>
        {query.state ? <input type="hidden" name="state" value={query.state} /> : null}
        <TextField type="search" name="q" label={t("list.search")} defaultValue={query.q} />
        <SelectField
          name="order"
          label={t("list.order")}
          defaultValue={query.order}
          options={listOrders.map((order) => ({ value: order, label: t(`list.order.${order}`) }))}
        />
        <Button kind="quiet">{t("list.find")}</Button>
      </form>
      {applications.length === 0 ? (
        <EmptyState title={t(all === 0 ? "list.empty" : "list.nothing-found")}>
          {all === 0 ? t("list.empty-text") : <a href={paths.manageApplications(slug)}>{t("list.show-all")}</a>}
        </EmptyState>
      ) : (
        <>
          <p className="soft">{t("list.count", { count })}</p>
          <Table
            caption={t("tab.applications")}
            captionHidden
            rows={applications}
            keyOf={(row) => row.id}
            columns={[
              {
                key: "title",
                head: t("list.title"),
                isHead: true,
                cell: (row) =>
                  row.state === "draft" ? (
                    <span className="soft">{t("list.draft")}</span>
                  ) : (
                    <a href={paths.manageApplication(slug, row.id)}>{row.title || own("list.untitled")}</a>
                  ),
              },
              { key: "code", head: t("list.code"), cell: (row) => <code>{row.code}</code> },
              { key: "lead", head: t("list.lead"), cell: (row) => (row.state === "draft" ? null : row.leadName) },
              { key: "state", head: t("list.state"), cell: (row) => <StateBadge state={row.state} /> },
              {
                key: "submitted",
                head: t("list.handed-in"),
                cell: (row) => (row.submittedAt ? <MomentText moment={row.submittedAt} timeZone={timeZone} /> : null),
              },
            ]}
          />
          <Pagination page={query.page} pages={pages} hrefOf={(page) => hrefOf({ page })} />
        </>
      )}
    </div>
  );
}
