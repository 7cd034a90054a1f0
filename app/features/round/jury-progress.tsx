import { manage } from "#app/i18n/messages/manage.ts";
import { manageJury } from "#app/i18n/messages/manage-jury.ts";
import { useText } from "#app/i18n/text.ts";
import { Badge } from "#app/ui/badge.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MomentText } from "#app/ui/moment-text.tsx";
import { Table } from "#app/ui/table.tsx";
import { Waterline } from "#app/ui/waterline.tsx";

type Work = { assigned: number; started: number; sent: number };
type Juror = Work & {
  id: string;
  name: string;
  maxLoad: number;
  leftAt: string | null;
  lastAt: string | null;
  recused: number;
};
type Entry = Work & { id: string; code: string | null; title: string };
export type JuryAtWork = {
  jurors: readonly Juror[];
  lacking: readonly Entry[];
  lackingCount: number;
  entries: number;
  totals: Work;
};

/** How far a round is: as a whole and juror by juror. */
export function JuryProgress({ jury, wanted, timeZone }: { jury: JuryAtWork; wanted: number; timeZone: string }) {
  const t = useText(manageJury);
  const covered = jury.entries - jury.lackingCount;
  return (
    <>
      <div className="stack">
        <Waterline
          value={jury.totals.assigned === 0 ? 0 : jury.totals.sent / jury.totals.assigned}
          label={t("round.progress", { entries: jury.entries, ...jury.totals })}
          isKey={jury.totals.assigned > 0 && jury.totals.sent === jury.totals.assigned}
        />
        <Waterline
          value={jury.entries === 0 ? 0 : covered / jury.entries}
          label={t("round.covered", { covered, entries: jury.entries, wanted })}
          isKey={jury.entries > 0 && covered === jury.entries}
        />
      </div>
      <JurorTable jurors={jury.jurors} timeZone={timeZone} />
    </>
  );
}

function JurorTable({ jurors, timeZone }: { jurors: readonly Juror[]; timeZone: string }) {
  const t = useText(manageJury);
  if (jurors.length === 0) return <EmptyState title={t("panel.none")}>{t("panel.none-text")}</EmptyState>;
  return (
    <Table
      caption={t("jurors.title")}
      rows={jurors}
      keyOf={(juror) => juror.id}
      columns={[
        {
          key: "name",
          head: t("jurors.name"),
          isHead: true,
          cell: (juror) => (
            <>
              {juror.name} {juror.leftAt ? <Badge tone="warn">{t("panel.left")}</Badge> : null}
            </>
          ),
        },
        {
          key: "progress",
          head: t("jurors.progress"),
          cell: (juror) => (
            <Waterline
              value={juror.assigned === 0 ? 0 : juror.sent / juror.assigned}
              label={t("jurors.sent-of", { sent: juror.sent, assigned: juror.assigned })}
              isKey={juror.assigned > 0 && juror.sent === juror.assigned}
            />
          ),
        },
        { key: "begun", head: t("work.begun"), numeric: true, cell: (juror) => juror.started - juror.sent },
        { key: "recused", head: t("work.recused"), numeric: true, cell: (juror) => juror.recused },
        {
          key: "last",
          head: t("jurors.last"),
          cell: (juror) =>
            juror.lastAt ? <MomentText moment={juror.lastAt} timeZone={timeZone} /> : <span className="soft">–</span>,
        },
      ]}
    />
  );
}

/** The entries that still lack readings, fewest first; every one is counted, the first are named. */
export function LackingEntries({ jury, wanted }: { jury: JuryAtWork; wanted: number }) {
  const t = useText(manageJury);
  const own = useText(manage);
  return (
    <section className="stack" aria-labelledby="lacking">
      <h3 id="lacking">{t("lacking.title")}</h3>
      {jury.lacking.length === 0 ? (
        <p className="soft">{t("lacking.none", { wanted })}</p>
      ) : (
        <>
          <p className="soft">{t("lacking.count", { count: jury.lackingCount, wanted })}</p>
          <Table
            caption={t("lacking.title")}
            captionHidden
            rows={jury.lacking}
            keyOf={(entry) => entry.id}
            columns={[
              { key: "title", head: own("list.title"), isHead: true, cell: (entry) => entry.title || entry.code },
              { key: "code", head: own("list.code"), cell: (entry) => <code>{entry.code}</code> },
              { key: "assigned", head: t("work.assigned"), numeric: true, cell: (entry) => entry.assigned },
              { key: "sent", head: t("work.sent"), numeric: true, cell: (entry) => entry.sent },
            ]}
          />
        </>
      )}
    </section>
  );
}
