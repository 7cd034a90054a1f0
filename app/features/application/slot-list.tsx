import type { Slot } from "#app/features/call/definition.ts";
import { sizeText } from "#app/features/file/slot-rules.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { obstacleText } from "#app/i18n/obstacle-text.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import type { Obstacle } from "#app/lib/refusal.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { FileLine } from "./entry-view.tsx";
import type { EntryFile } from "./visibility.ts";

type Asked = { slot: Slot; files: readonly EntryFile[]; obstacles: readonly Obstacle[] };

type Props = { applicationId: string; slots: readonly Asked[]; unfinished: number; mayUpload: boolean };

/** The file slots of an application: what each takes, what is there, what is wrong. */
export function SlotList({ applicationId, slots, unfinished, mayUpload }: Props) {
  const t = useText(applicant);
  const language = useLanguage();
  return (
    <div className="stack">
      <h2>{t("files.title")}</h2>
      <p className="soft">{t("files.lead")}</p>
      {unfinished > 0 ? <Notice tone="info">{obstacleText({ code: "files-unfinished" }, language)}</Notice> : null}
      {slots.map(({ slot, files, obstacles }) => (
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
            {files.length === 0 ? <p className="soft">{t("files.empty")}</p> : null}
            {files.map((file) => (
              <FileLine key={file.id} file={file} href={paths.file(file.id)} />
            ))}
            {obstacles.length > 0 ? (
              <Notice tone="warn">
                <ul>
                  {obstacles.map((one) => (
                    <li key={one.code}>{obstacleText(one, language)}</li>
                  ))}
                </ul>
              </Notice>
            ) : null}
            {mayUpload && files.length < slot.count[1] ? (
              <form
                method="post"
                encType="multipart/form-data"
                action={paths.fileUpload(applicationId, slot.id)}
                className="row"
              >
                <input
                  type="file"
                  name="file"
                  required
                  accept={slot.formats.map((format) => `.${format}`).join(",")}
                  aria-label={slot.label[language]}
                />
                <Button kind="quiet">{t("files.upload")}</Button>
              </form>
            ) : null}
          </Card>
        </section>
      ))}
    </div>
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
