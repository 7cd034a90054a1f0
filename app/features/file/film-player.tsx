import { useEffect, useRef, useState } from "react";
import { file as messages } from "#app/i18n/messages/file.ts";
import { useText } from "#app/i18n/text.ts";
import { Notice } from "#app/ui/notice.tsx";
import styles from "./viewer.module.css";

type Props = { href: string; label: string; width?: number | undefined; height?: number | undefined };

/** A film, played with seeking by the browser itself; it goes on where one left it in this tab. */
export function FilmPlayer({ href, label, width, height }: Props) {
  const t = useText(messages);
  const player = useRef<HTMLVideoElement>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    const video = player.current;
    if (!video) return;
    const key = `film:${href}`;
    const at = Number(sessionStorage.getItem(key) ?? 0);
    if (at > 5 && video.currentTime === 0) video.currentTime = at;
    const keep = () => sessionStorage.setItem(key, String(Math.floor(video.ended ? 0 : video.currentTime)));
    video.addEventListener("pause", keep);
    addEventListener("pagehide", keep);
    return () => {
      keep();
      video.removeEventListener("pause", keep);
      removeEventListener("pagehide", keep);
    };
  }, [href]);
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: captions are burnt into the films, as the calls ask for */}
      <video
        ref={player}
        controls
        preload="metadata"
        playsInline
        src={href}
        aria-label={label}
        className={styles.film}
        style={width && height ? { aspectRatio: `${width} / ${height}` } : undefined}
        onError={() => setBroken(true)}
      />
      {isBroken ? (
        <Notice tone="warn" live="alert">
          <p>
            {t("viewer.film-broken")} <a href={href}>{t("viewer.open")}</a>
          </p>
        </Notice>
      ) : null}
    </>
  );
}
