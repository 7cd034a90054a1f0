import { applicant } from "#app/i18n/messages/applicant.ts";
import { obstacleText } from "#app/i18n/obstacle-text.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import type { Obstacle } from "#app/lib/refusal.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

type Props = {
  call: { slug: string; nameZh: string; nameEn: string };
  isOpen: boolean;
  obstacles: readonly Obstacle[];
};

/** One press starts a draft. */
export function NewApplication({ call, isOpen, obstacles }: Props) {
  const t = useText(applicant);
  const language = useLanguage();
  return (
    <div className="narrow stack">
      <PageHeader
        title={t("new.title")}
        crumbs={[{ href: paths.call(call.slug), label: language === "zh" ? call.nameZh : call.nameEn }]}
      />
      <ErrorSummary problems={obstacles.map((one) => ({ message: obstacleText(one, language) }))} />
      {isOpen ? (
        <form method="post" className="stack">
          <input type="hidden" name="call" value={call.slug} />
          <p>{t("new.text", { call: language === "zh" ? call.nameZh : call.nameEn })}</p>
          <div>
            <Button kind="gold">{t("new.start")}</Button>
          </div>
        </form>
      ) : (
        <>
          <Notice tone="warn">{t("new.closed")}</Notice>
          <div>
            <LinkButton href={paths.calls()}>{t("list.to-calls")}</LinkButton>
          </div>
        </>
      )}
    </div>
  );
}
