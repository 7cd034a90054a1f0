import { posterOf } from "#app/features/file/viewer-kind.ts";
import { EntryMedia } from "#app/features/review/entry-media.tsx";
import { formatMoment } from "#app/i18n/format.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import styles from "./application-preview.module.css";
import { EntryView } from "./entry-view.tsx";
import { MissingList } from "./missing-list.tsx";
import type { Part } from "./parts.ts";
import type { EntryView as View } from "./visibility.ts";

type Props = {
  applicationId: string;
  /** When what is shown was handed in; null while it is a draft. */
  sealedAt: string | null;
  timeZone: string;
  whole: View;
  blind: View;
  parts: readonly Part[];
  may: { edit: boolean; submit: boolean };
};

/** Everything once more, as it would be sealed, beside what a juror sees of it in a blind round. */
export function ApplicationPreview({ applicationId, sealedAt, timeZone, whole, blind, parts, may }: Props) {
  const t = useText(applicant);
  const language = useLanguage();
  const isComplete = parts.every((part) => part.missing.length === 0);
  return (
    <div className="stack-l">
      <p>
        {sealedAt ? t("preview.sealed", { time: formatMoment(sealedAt, { language, timeZone }) }) : t("preview.lead")}
      </p>
      {may.edit && !isComplete ? (
        <Notice tone="warn" title={t("overview.missing")}>
          <MissingList applicationId={applicationId} parts={parts} />
        </Notice>
      ) : null}
      {may.submit && isComplete ? (
        <div>
          <LinkButton kind="gold" href={paths.submission(applicationId)}>
            {t("preview.hand-in")}
          </LinkButton>
        </div>
      ) : null}
      <div className={styles.pair}>
        <section aria-labelledby="whole" className="stack">
          <h2 id="whole">{t("preview.everything")}</h2>
          <EntryView
            view={whole}
            level={3}
            renderFile={(file) => <EntryMedia file={file} poster={posterOf(whole.files)} />}
            besideTitle={(section) =>
              may.edit ? (
                <a
                  href={paths.form(applicationId, section.id)}
                  aria-label={t("preview.edit-section", { section: section.title })}
                >
                  {t("preview.edit")}
                </a>
              ) : null
            }
          />
        </section>
        <details className={styles.jury}>
          <summary>{t("preview.jury")}</summary>
          <Card>
            <EntryView view={blind} level={3} idPrefix="jury" />
          </Card>
        </details>
      </div>
    </div>
  );
}
