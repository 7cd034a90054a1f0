import { file as messages } from "#app/i18n/messages/file.ts";
import { useText } from "#app/i18n/text.ts";
import styles from "./viewer.module.css";

type Props = { href: string; label: string; width?: number | undefined; height?: number | undefined };

/** A picture in its place from the first moment on; the whole of it a click away. */
export function StillView({ href, label, width, height }: Props) {
  const t = useText(messages);
  return (
    <a href={href} className={styles.still} aria-label={t("viewer.open-named", { name: label })}>
      <img src={href} alt={label} width={width} height={height} loading="lazy" />
    </a>
  );
}
