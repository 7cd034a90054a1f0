import { common } from "#app/i18n/messages/common.ts";
import { useText } from "#app/i18n/text.ts";

type Props = { page: number; hasMore: boolean; hrefOf: (page: number) => string };

/** To the newer and the older of a list whose length nobody counts. */
export function Turning({ page, hasMore, hrefOf }: Props) {
  const t = useText(common);
  if (page === 1 && !hasMore) return null;
  return (
    <nav aria-label={t("pages.label")} className="row">
      {page > 1 ? (
        <a rel="prev" href={hrefOf(page - 1)}>
          {t("pages.previous")}
        </a>
      ) : null}
      {hasMore ? (
        <a rel="next" href={hrefOf(page + 1)}>
          {t("pages.next")}
        </a>
      ) : null}
    </nav>
  );
}
