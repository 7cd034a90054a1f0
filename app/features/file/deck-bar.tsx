import { type RefObject, useState } from "react";
import { file as messages } from "#app/i18n/messages/file.ts";
import { useText } from "#app/i18n/text.ts";
import { Button } from "#app/ui/button.tsx";
import styles from "./deck-viewer.module.css";

type Props = {
  page: number;
  pages: number;
  onPage: (page: number) => void;
  isFull: boolean;
  /** What takes the whole screen. */
  frame: RefObject<HTMLElement>;
};

/** Turning pages, going to one, and the whole screen. Shown only by scripts. */
export function DeckBar({ page, pages, onPage, isFull, frame }: Props) {
  const t = useText(messages);
  // What is being typed, which need not be a page yet.
  const [typed, setTyped] = useState<string | null>(null);
  const type = (text: string) => {
    setTyped(text);
    const wanted = Number(text);
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= pages) onPage(wanted);
  };
  const turnFull = () =>
    isFull
      ? void document.exitFullscreen()
      : void frame.current?.requestFullscreen().then(() => frame.current?.focus({ preventScroll: true }));
  return (
    <div className={styles.bar}>
      <Button type="button" kind="quiet" small aria-disabled={page <= 1} onClick={() => page > 1 && onPage(page - 1)}>
        {t("viewer.previous")}
      </Button>
      <label className={styles.number}>
        {t("viewer.page-before")}
        <input
          type="number"
          inputMode="numeric"
          min={1}
          max={pages}
          value={typed ?? page}
          aria-label={t("viewer.page-wanted", { pages })}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={() => setTyped(null)}
        />
        {t("viewer.page-after", { pages })}
      </label>
      <Button
        type="button"
        kind="quiet"
        small
        aria-disabled={page >= pages}
        onClick={() => page < pages && onPage(page + 1)}
      >
        {t("viewer.next")}
      </Button>
      {document.fullscreenEnabled ? (
        <Button type="button" kind="quiet" small className={styles.full} onClick={turnFull}>
          {t(isFull ? "viewer.leave-full" : "viewer.full")}
        </Button>
      ) : null}
    </div>
  );
}
