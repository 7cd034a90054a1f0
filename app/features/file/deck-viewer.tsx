import { type KeyboardEvent, type TouchEvent, useEffect, useRef, useState } from "react";
import { file as messages } from "#app/i18n/messages/file.ts";
import { useText } from "#app/i18n/text.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { DeckBar } from "./deck-bar.tsx";
import styles from "./deck-viewer.module.css";
import { type Deck, openDeck } from "./open-deck.ts";

type Props = { href: string; label: string };
type State = "waiting" | "loading" | "ready" | "broken";

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };
/** Keys that scroll the page, unless the document has the whole screen. */
const fullSteps: Record<string, number> = { ...steps, PageDown: 1, PageUp: -1, " ": 1, Home: -1e6, End: 1e6 };

/** A document page by page, drawn here; without scripts its link opens it in the browser's own reader. */
export function DeckViewer({ href, label }: Props) {
  const t = useText(messages);
  const frame = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const deck = useRef<Deck | null>(null);
  const touched = useRef<{ x: number; y: number } | null>(null);
  const [state, setState] = useState<State>("waiting");
  const [page, setPage] = useState(1);
  const [pages, setPages] = useState(0);
  const [words, setWords] = useState("");
  const [isPageBroken, setPageBroken] = useState(false);
  const [isFull, setFull] = useState(false);

  // Opened when it comes near the window, and not before.
  useEffect(() => {
    const place = frame.current;
    if (!place || state !== "waiting") return;
    const watch = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setState("loading"),
      { rootMargin: "300px" },
    );
    watch.observe(place);
    return () => watch.disconnect();
  }, [state]);

  const isWanted = state === "loading" || state === "ready";
  useEffect(() => {
    if (!isWanted) return;
    let isGone = false;
    openDeck(href).then(
      (opened) => {
        if (isGone) return opened.close();
        deck.current = opened;
        setPages(opened.pages);
        setState("ready");
      },
      () => isGone || setState("broken"),
    );
    return () => {
      isGone = true;
      deck.current?.close();
      deck.current = null;
    };
  }, [href, isWanted]);

  useEffect(() => {
    const surface = canvas.current;
    const room = surface?.parentElement;
    if (state !== "ready" || !surface || !room) return;
    let isGone = false;
    let drawn = "";
    const draw = () => {
      const height = document.fullscreenElement === frame.current ? room.clientHeight : Number.POSITIVE_INFINITY;
      const size = `${room.clientWidth} ${height}`;
      // Drawing changes the height of its own place; only another width, or another screen, is news.
      if (size === drawn || room.clientWidth === 0) return;
      drawn = size;
      deck.current?.draw(page, surface, { width: room.clientWidth, height }).then(
        (isShown) => isShown && !isGone && setPageBroken(false),
        () => isGone || setPageBroken(true),
      );
    };
    draw();
    const resized = new ResizeObserver(draw);
    resized.observe(room);
    deck.current?.words(page).then(
      (text) => isGone || setWords(text),
      () => isGone || setWords(""),
    );
    return () => {
      isGone = true;
      resized.disconnect();
    };
  }, [state, page]);

  useEffect(() => {
    const onChange = () => setFull(frame.current !== null && document.fullscreenElement === frame.current);
    document.addEventListener("fullscreenchange", onChange);
    return () => document.removeEventListener("fullscreenchange", onChange);
  }, []);

  const go = (step: number) => setPage((now) => Math.min(pages, Math.max(1, now + step)));
  const onKey = (event: KeyboardEvent) => {
    const step = (isFull ? fullSteps : steps)[event.key];
    const isPressing = event.key === " " && event.target instanceof HTMLButtonElement;
    if (step === undefined || isPressing || event.target instanceof HTMLInputElement) return;
    if (event.ctrlKey || event.metaKey || event.altKey || state !== "ready") return;
    event.preventDefault();
    go(step);
  };
  const onTouchStart = ({ touches }: TouchEvent) => {
    const finger = touches[0];
    const isZoomed = touches.length > 1 || (window.visualViewport?.scale ?? 1) > 1.05;
    touched.current = finger && !isZoomed ? { x: finger.clientX, y: finger.clientY } : null;
  };
  const onTouchEnd = ({ changedTouches }: TouchEvent) => {
    const finger = changedTouches[0];
    if (!touched.current || !finger) return;
    const [across, down] = [finger.clientX - touched.current.x, finger.clientY - touched.current.y];
    if (Math.abs(across) > 50 && Math.abs(across) > 2 * Math.abs(down)) go(across < 0 ? 1 : -1);
  };
  const openItself = <a href={href}>{t("viewer.open-named", { name: label })}</a>;

  return (
    <section ref={frame} className={styles.deck} aria-label={label} tabIndex={-1} onKeyDown={onKey} data-state={state}>
      {state === "broken" ? (
        <Notice tone="warn" live="alert">
          <p>
            {t("viewer.deck-broken")} {openItself}
          </p>
          <div>
            <Button type="button" kind="quiet" small onClick={() => setState("loading")}>
              {t("viewer.retry")}
            </Button>
          </div>
        </Notice>
      ) : null}
      {state === "waiting" || state === "loading" ? (
        <div className={styles.empty}>
          <p role="status">{state === "loading" ? t("viewer.loading") : null}</p>
          <p>{openItself}</p>
        </div>
      ) : null}
      {state === "ready" ? (
        <>
          <div className={styles.sheet} onTouchStart={onTouchStart} onTouchEnd={onTouchEnd}>
            <canvas ref={canvas} role="img" aria-label={t("viewer.page-named", { page, pages, name: label })} />
          </div>
          {isPageBroken ? (
            <Notice tone="warn" live="alert">
              <p>
                {t("viewer.page-broken", { page })} {openItself}
              </p>
            </Notice>
          ) : null}
          <DeckBar page={page} pages={pages} onPage={setPage} isFull={isFull} frame={frame} />
          <p className="visually-hidden" aria-live="polite">
            {t("viewer.page-of", { page, pages })}
          </p>
          <div className="visually-hidden">{words}</div>
        </>
      ) : null}
    </section>
  );
}
