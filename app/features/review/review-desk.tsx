import type { ReactNode } from "react";
import { EntryView } from "#app/features/application/entry-view.tsx";
import type { EntryFile, EntryView as View } from "#app/features/application/visibility.ts";
import { juror } from "#app/i18n/messages/juror.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import styles from "./review-desk.module.css";

type Props = {
  label: string;
  round: { id: string; nameZh: string; nameEn: string; callZh: string; callEn: string };
  view: View;
  renderFile: (file: EntryFile) => ReactNode;
  /** Said above the files when they can no longer be opened. */
  filesNote: string | null;
  children: ReactNode;
};

/** One screen: the entry, and the sheet beside it (below it on a phone). */
export function ReviewDesk({ label, round, view, renderFile, filesNote, children }: Props) {
  const t = useText(juror);
  const language = useLanguage();
  return (
    <>
      <PageHeader
        title={label}
        crumbs={[
          { href: paths.jury(), label: t("home.title") },
          {
            href: paths.juryRound(round.id),
            label: language === "zh" ? `${round.callZh} · ${round.nameZh}` : `${round.callEn} · ${round.nameEn}`,
          },
        ]}
        lead={<a href="#sheet">{t("review.to-sheet")}</a>}
      />
      <div className={styles.desk}>
        <section aria-label={t("review.entry")} className={`stack ${styles.entry}`}>
          {view.files.length === 0 ? <p className="soft">{t("review.no-files")}</p> : null}
          {filesNote && view.files.length > 0 ? <p className="soft">{filesNote}</p> : null}
          <EntryView view={view} renderFile={renderFile} level={2} />
        </section>
        <section id="sheet" aria-labelledby="sheet-title" className={styles.sheet} tabIndex={-1}>
          <h2 id="sheet-title">{t("review.sheet")}</h2>
          {children}
        </section>
      </div>
    </>
  );
}
