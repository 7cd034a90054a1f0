import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { file as messages } from "#app/i18n/messages/file.ts";
import { useText } from "#app/i18n/text.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import styles from "./film-player.module.css";

type Props = {
  href: string;
  label: string;
  width?: number | undefined;
  height?: number | undefined;
  poster?: string | undefined;
  /** Fetches nothing of the film before it is played. */
  isQuiet?: boolean | undefined;
};

const seconds: Record<string, number> = { ArrowLeft: -5, ArrowRight: 5, j: -10, l: 10 };
const speeds = [0.75, 1, 1.25, 1.5, 2];

/**
 * A film, played with seeking by the browser itself. Scripts add the keys editors know, the speed, and going on where
 * one left it in this tab.
 */
export function FilmPlayer({ href, label, width, height, poster, isQuiet = false }: Props) {
  const t = useText(messages);
  const player = useRef<HTMLVideoElement>(null);
  const [isLive, setLive] = useState(false);
  const [isBroken, setBroken] = useState(false);

  useEffect(() => {
    const video = player.current;
    if (!video) return;
    setLive(true);
    // It may have failed before there was a script to hear it.
    if (video.error) setBroken(true);
    const key = `film:${href}`;
    const at = Number(sessionStorage.getItem(key) ?? 0);
    if (at > 0 && video.currentTime === 0) video.currentTime = at;
    const keep = () => sessionStorage.setItem(key, String(Math.floor(video.ended ? 0 : video.currentTime)));
    video.addEventListener("pause", keep);
    addEventListener("pagehide", keep);
    return () => {
      keep();
      video.removeEventListener("pause", keep);
      removeEventListener("pagehide", keep);
    };
  }, [href]);

  const onKey = (event: KeyboardEvent) => {
    const video = player.current;
    if (!video || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const step = seconds[key];
    // The space bar is the browser's own: it also presses the player's buttons.
    if (step === undefined && key !== "k") return;
    event.preventDefault();
    if (step !== undefined) video.currentTime = Math.max(0, Math.min(video.duration || 0, video.currentTime + step));
    // A refusal to play shows in the player itself.
    else if (video.paused) video.play().catch(() => setBroken(video.error !== null));
    else video.pause();
  };
  const onRetry = () => {
    const video = player.current;
    if (!video) return;
    const at = video.currentTime || Number(sessionStorage.getItem(`film:${href}`) ?? 0);
    setBroken(false);
    video.load();
    video.currentTime = at;
  };

  return (
    <div className={styles.film}>
      {/* biome-ignore lint/a11y/useMediaCaption: captions are burnt into the films, as the calls ask for */}
      <video
        ref={player}
        controls
        preload={isQuiet ? "none" : "metadata"}
        playsInline
        src={href}
        poster={poster}
        aria-label={label}
        style={{ aspectRatio: width && height ? `${width} / ${height}` : "16 / 9" }}
        // Before the browser's own controls see the key, which move by it too, each by another distance.
        onKeyDownCapture={onKey}
        onError={() => setBroken(true)}
      />
      {isBroken ? (
        <Notice tone="warn" live="alert">
          <p>
            {t("viewer.film-broken")} <a href={href}>{t("viewer.open")}</a>
          </p>
          <div>
            <Button type="button" kind="quiet" small onClick={onRetry}>
              {t("viewer.retry")}
            </Button>
          </div>
        </Notice>
      ) : null}
      {isLive && !isBroken ? (
        <div className={styles.bar}>
          <label>
            {t("viewer.speed")}{" "}
            <select
              defaultValue="1"
              onChange={(event) => {
                if (player.current) player.current.playbackRate = Number(event.currentTarget.value);
              }}
            >
              {speeds.map((speed) => (
                <option key={speed} value={speed}>
                  {speed}×
                </option>
              ))}
            </select>
          </label>
          <p className={styles.keys}>
            <kbd>K</kbd> {t("keys.play")} · <kbd>←</kbd> <kbd>→</kbd> {t("keys.step", { seconds: 5 })} · <kbd>J</kbd>{" "}
            <kbd>L</kbd> {t("keys.step", { seconds: 10 })}
          </p>
        </div>
      ) : null}
    </div>
  );
}
