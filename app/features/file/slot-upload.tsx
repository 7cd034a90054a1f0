import { useRevalidator } from "@remix-run/react";
import { type DragEvent, useEffect, useRef, useState } from "react";
import type { Slot } from "#app/features/call/definition.ts";
import { file as messages } from "#app/i18n/messages/file.ts";
import { obstacleText } from "#app/i18n/obstacle-text.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import type { Obstacle } from "#app/lib/refusal.ts";
import { sizeText } from "#app/lib/size-text.ts";
import { Button } from "#app/ui/button.tsx";
import { Waterline } from "#app/ui/waterline.tsx";
import styles from "./slot-upload.module.css";
import type { Upload, UploadView } from "./upload-client.ts";

type Running = { key: string; name: string; upload: Upload; view: UploadView };

/** Where files are put into a slot: by choosing or dropping with scripts, by a plain form without. */
export function SlotUpload({ applicationId, slot, isFull }: { applicationId: string; slot: Slot; isFull: boolean }) {
  const t = useText(messages);
  const language = useLanguage();
  const { revalidate } = useRevalidator();
  const input = useRef<HTMLInputElement>(null);
  const [running, setRunning] = useState<Running[]>([]);
  const [isOver, setOver] = useState(false);
  const [hasScripts, setScripts] = useState(false);
  useEffect(() => setScripts(true), []);

  async function send(files: Iterable<File>) {
    const { Upload } = await import("./upload-client.ts");
    for (const file of files) {
      const key = `${file.name}-${Date.now()}-${Math.random()}`;
      const change = (view: UploadView) => {
        setRunning((list) => list.map((one) => (one.key === key ? { ...one, view } : one)));
        if (view.phase === "ready" || view.phase === "removed") {
          revalidate();
          setRunning((list) => list.filter((one) => one.key !== key));
        } else if (view.phase === "refused" || view.phase === "verifying") revalidate();
      };
      const upload = new Upload({ file, applicationId, slot: slot.id, onChange: change });
      const view: UploadView = { phase: "preparing", sent: 0, total: file.size, bytesPerSecond: 0, obstacles: [] };
      setRunning((list) => [...list, { key, name: file.name, upload, view }]);
      void upload.run();
    }
    if (input.current) input.current.value = "";
  }

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files);
  };
  const id = `upload-${slot.id}`;
  const most = slot.count[1];
  return (
    <div className={styles.place}>
      {isFull && running.length === 0 ? null : (
        <form
          method="post"
          action={paths.fileUpload(applicationId, slot.id)}
          encType="multipart/form-data"
          className={isOver ? `${styles.zone} ${styles.over}` : styles.zone}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <label htmlFor={id} className={styles.label}>
            <span className="visually-hidden">{t("upload.label", { slot: slot.label[language] })}</span>
            <span aria-hidden="true">{t(most > 1 ? "upload.choose-more" : "upload.choose")}</span>
          </label>
          <input
            ref={input}
            id={id}
            type="file"
            name="file"
            accept={slot.formats.map((format) => `.${format}`).join(",")}
            multiple={most > 1}
            onChange={(event) => void send([...(event.currentTarget.files ?? [])])}
          />
          {hasScripts ? (
            <span className="soft small">{t("upload.drop")}</span>
          ) : (
            <>
              <Button kind="quiet" small>
                {t("upload.send")}
              </Button>
              <span className="soft small">{t("upload.plain-hint")}</span>
            </>
          )}
        </form>
      )}
      {running.map((one) => (
        <UploadLine
          key={one.key}
          running={one}
          onDismiss={() => setRunning((list) => list.filter((other) => other.key !== one.key))}
        />
      ))}
    </div>
  );
}

function UploadLine({ running: { name, upload, view }, onDismiss }: { running: Running; onDismiss: () => void }) {
  const t = useText(messages);
  const language = useLanguage();
  const words = useUploadWords();
  const { phase } = view;
  const isMoving = phase === "sending" || phase === "waiting" || phase === "signed-out";
  return (
    <div className={styles.line}>
      <p>
        <strong>{name}</strong>
      </p>
      <Waterline value={view.total === 0 ? 0 : view.sent / view.total} label={words(view)} />
      <p role="status" className="visually-hidden">
        {phase === "sending" ? "" : words(view)}
      </p>
      {view.obstacles.map((one: Obstacle) => (
        <p key={one.code} className={styles.refused}>
          {obstacleText(one, language)}
        </p>
      ))}
      <div className="row">
        {isMoving ? (
          <Button type="button" kind="quiet" small onClick={() => upload.pause()}>
            {t("upload.pause")}
          </Button>
        ) : null}
        {phase === "paused" ? (
          <Button type="button" small onClick={() => upload.resume()}>
            {t("upload.resume")}
          </Button>
        ) : null}
        <Button
          type="button"
          kind="quiet"
          small
          aria-label={t("upload.remove-named", { name })}
          onClick={() => (phase === "refused" || phase === "elsewhere" ? onDismiss() : void upload.remove())}
        >
          {t("upload.remove")}
        </Button>
      </div>
    </div>
  );
}

function useUploadWords(): (view: UploadView) => string {
  const t = useText(messages);
  return ({ phase, sent, total, bytesPerSecond }) => {
    const amounts = { sent: sizeText(sent), total: sizeText(total) };
    if (phase === "waiting") return t("upload.waiting", amounts);
    if (phase === "paused") return t("upload.paused", amounts);
    if (phase !== "sending") return t(`upload.${phase}`);
    if (bytesPerSecond < 1) return t("upload.starting", amounts);
    const seconds = (total - sent) / bytesPerSecond;
    const minutes = Math.ceil(seconds / 60);
    const left =
      seconds < 60
        ? t("left.seconds")
        : minutes < 60
          ? t("left.minutes", { count: minutes })
          : t("left.hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
    return t("upload.sending", { ...amounts, speed: sizeText(bytesPerSecond), left });
  };
}

/** Takes a file out of its slot; works without scripts too. */
export function RemoveFile({ fileId, name }: { fileId: string; name: string }) {
  const t = useText(messages);
  const { revalidate } = useRevalidator();
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void fetch(`/uploads/${fileId}`, { method: "DELETE" }).then(() => revalidate());
      }}
    >
      <input type="hidden" name="remove" value={fileId} />
      <Button kind="quiet" small aria-label={t("upload.remove-named", { name })}>
        {t("upload.remove")}
      </Button>
    </form>
  );
}
