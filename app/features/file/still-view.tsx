import { type MouseEvent, useRef, useState } from "react";
import { file as messages } from "#app/i18n/messages/file.ts";
import { useText } from "#app/i18n/text.ts";
import { Button } from "#app/ui/button.tsx";
import styles from "./still-view.module.css";

type Props = { href: string; label: string; width?: number | undefined; height?: number | undefined };

/** A picture in its place from the first moment on; a click shows it as large as the window. */
export function StillView({ href, label, width, height }: Props) {
  const t = useText(messages);
  const large = useRef<HTMLDialogElement>(null);
  const [wasOpened, setOpened] = useState(false);
  const onOpen = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    setOpened(true);
    large.current?.showModal();
  };
  const close = () => large.current?.close();
  return (
    <>
      <a href={href} className={styles.still} aria-label={t("viewer.enlarge", { name: label })} onClick={onOpen}>
        <img src={href} alt={label} width={width} height={height} loading="lazy" decoding="async" />
      </a>
      <dialog ref={large} className={styles.large} aria-label={label}>
        <form method="dialog">
          <Button kind="quiet" small autoFocus>
            {t("viewer.close")}
          </Button>
        </form>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a second way for the mouse; the button and Escape close too */}
        {wasOpened ? <img src={href} alt={label} width={width} height={height} onClick={close} /> : null}
      </dialog>
    </>
  );
}
