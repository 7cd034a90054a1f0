import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { file as messages } from "#app/i18n/messages/file.ts";
import { useText } from "#app/i18n/text.ts";
import { Button } from "#app/ui/button.tsx";
import { type Deck, openDeck } from "./open-deck.ts";
import styles from "./viewer.module.css";

type Props = { href: string; label: string };
type State = "waiting" | "loading" | "ready" | "broken";

const steps: Record<string, number> = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1, End: 1e6, Home: -1e6 };

/** A document page by page, drawn here; without scripts the link beside it opens it in the browser's own reader. */
export function DeckViewer({ href, label }: Props) {
  const t = useText(messages);
  const frame = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const deck = useRef<Deck | null>(null);
  const touch = useRef(0);
  const [state, setState] = useState<State>("waiting");
  const [page, setPage] = useState(1);
  const [pages, setPages] = useState(0);
  const [words, setWords] = useState("");

  useEffect(() => {
    const place = frame.current;
    if (!place) return;
    let isGone = false;
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      setState("loading");
      openDeck(href).then(
        (opened) => {
          if (isGone) return opened.close();
          deck.current = opened;
          setPages(opened.pages);
          setState("ready");
        },
        () => isGone || setState("broken"),
      );
    });
    watch.observe(place);
    return () => {
      isGone = true;
      watch.disconnect();
      deck.current?.close();
      deck.current = null;
    };
  }, [href]);

  useEffect(() => {
    const surface = canvas.current;
    if (state !== "ready" || !surface) return;
    let isGone = false;
    const draw = () => {
      deck.current?.draw(page, surface).then(
        (text) => isGone || setWords(text),
        () => isGone || setState("broken"),
      );
    };
    draw();
    const resized = new ResizeObserver(draw);
    if (surface.parentElement) resized.observe(surface.parentElement);
    return () => {
      isGone = true;
      resized.disconnect();
    };
  }, [state, page]);

  const go = (step: number) => setPage((now) => Math.min(pages, Math.max(1, now + step)));
  const onKey = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    go(step);
  };
  if (state === "broken")
    return (
      <p>
        {t("viewer.deck-broken")} <a href={href}>{t("viewer.open")}</a>
      </p>
    );
  return (
    <section ref={frame} className={styles.deck} aria-label={label} onKeyDown={onKey} data-state={state}>
      {state === "ready" ? (
        <>
          <div
            className={styles.sheet}
            onTouchStart={(event) => (touch.current = event.touches[0]?.clientX ?? 0)}
            onTouchEnd={(event) => {
              const moved = (event.changedTouches[0]?.clientX ?? 0) - touch.current;
              if (Math.abs(moved) > 60) go(moved < 0 ? 1 : -1);
            }}
          >
            <canvas ref={canvas} role="img" aria-label={t("viewer.page-of", { page, pages })} />
          </div>
          <div className={styles.bar}>
            <Button type="button" kind="quiet" small disabled={page <= 1} onClick={() => go(-1)}>
              {t("viewer.previous")}
            </Button>
            <label className={styles.number}>
              <span className="visually-hidden">{t("viewer.page")}</span>
              <input
                type="number"
                min={1}
                max={pages}
                value={page}
                onChange={(event) => {
                  const wanted = event.currentTarget.valueAsNumber;
                  if (Number.isInteger(wanted) && wanted >= 1 && wanted <= pages) setPage(wanted);
                }}
              />
              <span aria-hidden="true">/ {pages}</span>
            </label>
            <Button type="button" kind="quiet" small disabled={page >= pages} onClick={() => go(1)}>
              {t("viewer.next")}
            </Button>
            <Button type="button" kind="quiet" small onClick={() => void frame.current?.requestFullscreen?.()}>
              {t("viewer.full")}
            </Button>
          </div>
          <p className="visually-hidden" aria-live="polite">
            {t("viewer.page-of", { page, pages })}: {words}
          </p>
        </>
      ) : (
        <p className="soft">{state === "loading" ? t("viewer.loading") : null}</p>
      )}
    </section>
  );
}
