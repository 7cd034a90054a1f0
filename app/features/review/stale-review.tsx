import type { Criterion } from "#app/features/call/definition.ts";
import { juror } from "#app/i18n/messages/juror.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { ReviewValues } from "./review-form.tsx";

/** The version saved elsewhere, above the form that holds one's own: neither is lost. */
export function StaleReview({ other, criteria }: { other: ReviewValues; criteria: readonly Criterion[] }) {
  const t = useText(juror);
  const language = useLanguage();
  const words = [other.applicantText, other.panelText, other.privateNote].filter(Boolean);
  return (
    <Notice tone="warn" live="alert" title={t("stale.title")}>
      <p>{t("stale.text")}</p>
      <h3>{t("stale.other")}</h3>
      <p>
        {criteria
          .filter((criterion) => other.marks[criterion.id] !== undefined)
          .map((criterion) => `${criterion.label[language]} ${(other.marks[criterion.id] ?? 0) / 100}`)
          .join(" · ")}
      </p>
      {words.map((text) => (
        <p key={text} style={{ whiteSpace: "pre-wrap" }}>
          {text}
        </p>
      ))}
    </Notice>
  );
}
