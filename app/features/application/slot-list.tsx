import type { Slot } from "#app/features/call/definition.ts";
import { FileView } from "#app/features/file/file-view.tsx";
import { RemoveFile, SlotUpload } from "#app/features/file/slot-upload.tsx";
import { viewerKindOf } from "#app/features/file/viewer-kind.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { file as messages } from "#app/i18n/messages/file.ts";
import { obstacleText } from "#app/i18n/obstacle-text.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import type { Obstacle } from "#app/lib/refusal.ts";
import { sizeText } from "#app/lib/size-text.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Card } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ChangeLine, type ChangeTimes } from "./change-times.tsx";
import { FileLine } from "./entry-view.tsx";
import styles from "./slot-list.module.css";
import type { EntryFile } from "./visibility.ts";

/** A file that is not (yet) one to hand in: still arriving, being checked, or not accepted. */
type Pending = {
  id: string;
  name: string;
  state: "uploading" | "verifying" | "refused";
  obstacles: readonly Obstacle[];
};
type Asked = {
  slot: Slot;
  isOpen: boolean;
  files: readonly EntryFile[];
  pending: readonly Pending[];
  obstacles: readonly Obstacle[];
};
type Props = {
  applicationId: string;
  slots: readonly Asked[];
  unfinished: number;
  mayUpload: boolean;
  mayRemove: boolean;
  refused: { code: string; slot: string } | null;
  times: ChangeTimes;
};

/** The file slots of an application: what each takes, what is there, what is wrong. */
export function SlotList({ applicationId, slots, unfinished, mayUpload, mayRemove, refused, times }: Props) {
  const t = useText(applicant);
  const tf = useText(messages);
  const language = useLanguage();
  return (
    <div className="stack">
      <h2>{t("files.title")}</h2>
      <p className="soft">{t("files.lead")}</p>
      <ChangeLine {...times} />
      {unfinished > 0 ? <Notice tone="info">{obstacleText({ code: "files-unfinished" }, language)}</Notice> : null}
      {slots.map(({ slot, isOpen, files, pending, obstacles }) => (
        <section key={slot.id} id={slot.id} tabIndex={-1} aria-labelledby={`slot-${slot.id}`}>
          <Card>
            <div className="row">
              <h3 id={`slot-${slot.id}`}>{slot.label[language]}</h3>
              <Badge tone={slot.required ? "sea" : "plain"}>
                {t(slot.required ? "files.needed" : "field.optional")}
              </Badge>
            </div>
            <p className="soft small">
              {slot.help ? `${slot.help[language]} ` : ""}
              <SlotRules slot={slot} /> {t(`seen.${slot.visibility}`)}
            </p>
            {isOpen ? null : <p className="soft small">{t("change.locked")}</p>}
            {files.length === 0 && pending.length === 0 ? <p className="soft">{t("files.empty")}</p> : null}
            {files.map((file) => (
              <div key={file.id} className="stack">
                <FileLine file={file} href={paths.file(file.id)} />
                <FileLook file={file} />
                {mayRemove && isOpen ? <RemoveFile fileId={file.id} name={file.name} /> : null}
              </div>
            ))}
            {pending.map((file) => (
              <div key={file.id} className="stack">
                <Notice tone={file.state === "refused" ? "danger" : "info"} title={file.name}>
                  {file.state === "refused" ? (
                    <ul>
                      {file.obstacles.map((one) => (
                        <li key={one.code}>{obstacleText(one, language)}</li>
                      ))}
                    </ul>
                  ) : (
                    <p>{tf(file.state === "uploading" ? "upload.unfinished" : "upload.verifying")}</p>
                  )}
                </Notice>
                {mayRemove && isOpen ? <RemoveFile fileId={file.id} name={file.name} /> : null}
              </div>
            ))}
            {refused?.slot === slot.id ? (
              <Notice tone="danger" live="alert">
                {obstacleText(
                  {
                    code: refused.code,
                    facts: { formats: slot.formats.join(", "), found: "?", limit: slot.count[1], size: "" },
                  },
                  language,
                )}
              </Notice>
            ) : null}
            {mayUpload && isOpen ? (
              <SlotUpload applicationId={applicationId} slot={slot} isFull={files.length >= slot.count[1]} />
            ) : null}
            {obstacles.length > 0 ? (
              <Notice tone="warn">
                <ul>
                  {obstacles.map((one) => (
                    <li key={one.code}>{obstacleText(one, language)}</li>
                  ))}
                </ul>
              </Notice>
            ) : null}
          </Card>
        </section>
      ))}
    </div>
  );
}

/** The file itself, as those will see it who read the entry. Nothing of it is fetched before it is asked for. */
function FileLook({ file }: { file: EntryFile }) {
  const t = useText(messages);
  if (viewerKindOf(file.format) === "other") return null;
  return (
    <details className={styles.look}>
      <summary>{t("viewer.look")}</summary>
      <FileView
        href={paths.file(file.id)}
        label={file.name}
        format={file.format}
        width={file.width}
        height={file.height}
        isQuiet
      />
    </details>
  );
}

/** What a slot takes, in one line. */
export function SlotRules({ slot }: { slot: Slot }) {
  const t = useText(applicant);
  const language = useLanguage();
  const [least, most] = slot.count;
  const rules = [
    t("files.formats", { formats: slot.formats.join(", ").toUpperCase() }),
    t("files.size", { size: sizeText(slot.maxBytes) }),
    slot.maxPages === undefined ? "" : t("files.pages", { count: slot.maxPages }),
    slot.maxMinutes === undefined ? "" : t("files.minutes", { count: slot.maxMinutes }),
    slot.minHeight === undefined ? "" : t("files.height", { count: slot.minHeight }),
    most > 1 ? t("files.count", { least, most }) : "",
  ].filter(Boolean);
  return <>{rules.join(language === "zh" ? "；" : "; ") + (language === "zh" ? "。" : ".")}</>;
}
