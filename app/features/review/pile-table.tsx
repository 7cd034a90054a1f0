import { juror } from "#app/i18n/messages/juror.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Table } from "#app/ui/table.tsx";
import { Waterline } from "#app/ui/waterline.tsx";

type Item = {
  id: string;
  label: string;
  state: "untouched" | "draft" | "sent";
  filmMinutes: number;
  pages: number;
  minutes: number;
};
type Props = { round: { nameZh: string; nameEn: string; callZh: string; callEn: string }; pile: readonly Item[] };

const tones = { untouched: "plain", draft: "warn", sent: "good" } as const;

/** A juror's whole pile of one round, in their own order. */
export function PileTable({ round, pile }: Props) {
  const t = useText(juror);
  const language = useLanguage();
  const sent = pile.filter((item) => item.state === "sent").length;
  const left = pile.filter((item) => item.state !== "sent").reduce((sum, item) => sum + item.minutes, 0);
  const title = language === "zh" ? `${round.callZh} · ${round.nameZh}` : `${round.callEn} · ${round.nameEn}`;
  return (
    <>
      <PageHeader title={title} crumbs={[{ href: paths.jury(), label: t("home.title") }]} lead={t("pile.lead")} />
      <div className="stack">
        <Waterline
          value={pile.length === 0 ? 1 : sent / pile.length}
          label={t("pile.progress", { sent, total: pile.length })}
          isKey={sent === pile.length}
        />
        {left > 0 ? <p>{t("pile.time-left", { hours: Math.floor(left / 60), minutes: left % 60 })}</p> : null}
        <Table
          caption={title}
          captionHidden
          rows={pile}
          keyOf={(item) => item.id}
          columns={[
            {
              key: "entry",
              head: t("pile.entry"),
              isHead: true,
              cell: (item) => <a href={paths.review(item.id)}>{item.label}</a>,
            },
            {
              key: "state",
              head: t("pile.state"),
              cell: (item) => <Badge tone={tones[item.state]}>{t(`state.${item.state}`)}</Badge>,
            },
            {
              key: "work",
              head: t("pile.work"),
              cell: (item) =>
                [
                  item.filmMinutes > 0 ? t("pile.minutes", { count: item.filmMinutes }) : "",
                  item.pages > 0 ? t("pile.pages", { count: item.pages }) : "",
                ]
                  .filter(Boolean)
                  .join(" · "),
            },
          ]}
        />
      </div>
    </>
  );
}
