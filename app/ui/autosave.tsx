import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { formatMomentBare } from "#app/i18n/format.ts";
import { common } from "#app/i18n/messages/common.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import styles from "./autosave.module.css";

export type SaveState =
  | { kind: "saved"; at: string }
  | { kind: "typing" | "saving" | "kept-here" | "stale" | "signed-out" | "refused" };

/** What the server answers to an autosave: JSON, with status 200; 409 when somebody saved in between; 401 signed out. */
type Acknowledged = { version: number; savedAt: string };

const PAUSE = 1_500;
const LONGEST_WAIT = 30_000;

type Options = {
  form: RefObject<HTMLFormElement>;
  /** Where the form's fields are posted for an autosave. */
  url: string;
  /** The name of this form's copy on the device. */
  keptUnder: string;
  version: number;
  savedAt: string | null;
  onSaved?: (answer: Acknowledged & Record<string, unknown>) => void;
};

/**
 * Saves a form after a pause in typing. Every keystroke is kept on the device first and stays there until the server
 * has acknowledged it: a lost line, a dead session, a second tab or a crash loses no word. Retries patiently.
 */
export function useAutosave({ form, url, keptUnder, version, savedAt, onSaved }: Options) {
  const [state, setState] = useState<SaveState>(savedAt ? { kind: "saved", at: savedAt } : { kind: "typing" });
  const known = useRef(version);
  useEffect(() => {
    known.current = Math.max(known.current, version);
  }, [version]);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const isUnderWay = useRef(false);
  const wait = useRef(PAUSE);
  const saved = useRef(onSaved);
  const again = useRef(() => {});
  saved.current = onSaved;

  const running = useRef<Promise<void>>(Promise.resolve());
  const saveNow = useCallback(async () => {
    clearTimeout(timer.current);
    if (!form.current) return;
    isUnderWay.current = true;
    const data = new FormData(form.current);
    data.set("version", String(known.current));
    const sent = keepOnDevice(form.current, keptUnder, known.current);
    setState({ kind: "saving" });
    const later = () => {
      timer.current = setTimeout(() => again.current(), wait.current);
      wait.current = Math.min(LONGEST_WAIT, wait.current * 2);
    };
    try {
      const response = await fetch(url, { method: "POST", body: data, headers: { Accept: "application/json" } });
      if (response.status === 200) {
        const answer: Acknowledged & Record<string, unknown> = await response.json();
        known.current = answer.version;
        wait.current = PAUSE;
        saved.current?.(answer);
        if (readDevice(keptUnder) === sent) {
          forgetOnDevice(keptUnder);
          setState({ kind: "saved", at: answer.savedAt });
        } else {
          // Words typed while the request was under way go with the next one.
          later();
        }
      } else if (response.status === 409) setState({ kind: "stale" });
      else if (response.status === 401) setState({ kind: "signed-out" });
      else if (response.status >= 500 || response.status === 429) {
        setState({ kind: "kept-here" });
        later();
      } else setState({ kind: "refused" });
    } catch {
      setState({ kind: "kept-here" });
      later();
    } finally {
      isUnderWay.current = false;
    }
  }, [form, keptUnder, url]);
  const save = useCallback(() => {
    if (!isUnderWay.current) running.current = saveNow();
    return running.current;
  }, [saveNow]);
  again.current = () => void save();

  /** Lets the form itself be sent only after an autosave under way has come back: they would overtake each other. */
  const holdBack = useCallback((event: FormEvent<HTMLFormElement>): boolean => {
    clearTimeout(timer.current);
    if (!isUnderWay.current) return false;
    event.preventDefault();
    const sent = event.currentTarget;
    const pressed = "submitter" in event.nativeEvent ? event.nativeEvent.submitter : null;
    const button = pressed instanceof HTMLElement ? pressed : null;
    void running.current.then(() => {
      clearTimeout(timer.current);
      if (sent.isConnected) sent.requestSubmit(button);
    });
    return true;
  }, []);

  const touched = useCallback(() => {
    if (!form.current) return;
    keepOnDevice(form.current, keptUnder, known.current);
    setState((before) => (before.kind === "stale" || before.kind === "signed-out" ? before : { kind: "typing" }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), PAUSE);
  }, [form, keptUnder, save]);

  useEffect(() => {
    const retry = () => void save();
    window.addEventListener("online", retry);
    return () => {
      window.removeEventListener("online", retry);
      clearTimeout(timer.current);
    };
  }, [save]);

  return { state, touched, save, known, holdBack };
}

/** What this device still holds unsaved of a form, by input name. */
export function keptInputs(keptUnder: string): Record<string, string[]> | null {
  try {
    const kept: unknown = JSON.parse(readDevice(keptUnder) ?? "null");
    return typeof kept === "object" && kept !== null ? (kept as Record<string, string[]>) : null;
  } catch {
    return null;
  }
}

/** Not a name an input can have: the version the kept words were written over. */
const BASE = "@base";

/** The version that the words kept on this device were written over. */
export function keptBase(inputs: Readonly<Record<string, readonly string[]>>): number {
  return Number(inputs[BASE]?.[0] ?? Number.NaN);
}

const own = new Set(["version", "intent", "next", "key"]);

function keepOnDevice(form: HTMLFormElement, under: string, base: number): string {
  const inputs: Record<string, string[]> = { [BASE]: [String(base)] };
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== "string" || own.has(name)) continue;
    inputs[name] ??= [];
    inputs[name].push(value);
  }
  const text = JSON.stringify(inputs);
  try {
    localStorage.setItem(under, text);
  } catch {
    // A full or forbidden store: the server's copy is the only one, as without scripts.
  }
  return text;
}

function readDevice(under: string): string | null {
  try {
    return localStorage.getItem(under);
  } catch {
    return null;
  }
}

/** Drops the device's copy: the server has every word of it. */
export function forgetOnDevice(under: string) {
  try {
    localStorage.removeItem(under);
  } catch {
    // Nothing was kept, nothing is to forget.
  }
}

/** Says when and where the words on this page were saved. */
export function SavedLine({ state, timeZone, signIn }: { state: SaveState; timeZone: string; signIn?: string }) {
  const t = useText(common);
  const language = useLanguage();
  const words =
    state.kind === "saved"
      ? t("saved.at", { time: formatMomentBare(state.at, { language, timeZone }) })
      : t(`saved.${state.kind}`);
  return (
    <p role="status" className={`${styles.line} ${styles[state.kind] ?? ""}`}>
      {words}{" "}
      {state.kind === "signed-out" && signIn ? (
        <a href={signIn} target="_blank" rel="noreferrer">
          {t("saved.sign-in")}
        </a>
      ) : null}
    </p>
  );
}
