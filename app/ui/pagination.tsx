import { common } from "#app/i18n/messages/common.ts";
import { useText } from "#app/i18n/text.ts";

type Props = { page: number; pages: number; hrefOf: (page: number) => string };

/** From one page of a long list to the next. */
export function Pagination({ page, pages, hrefOf }: Props) {
  const t = useText(common);
  if (pages <= 1) return null;
  return (
    <nav aria-label={t("pages.label")} className="row">
      {page > 1 ? (
        <a rel="prev" href={hrefOf(page - 1)}>
          {t("pages.previous")}
        </a>
      ) : null}
      <span className="soft numbers">{t("pages.where", { page, pages })}</span>
      {page < pages ? (
        <a rel="next" href={hrefOf(page + 1)}>
          {t("pages.next")}
        </a>
      ) : null}
    </nav>
  );
}
