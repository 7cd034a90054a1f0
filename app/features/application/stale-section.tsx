import type { Section } from "#app/features/call/definition.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Inputs } from "./form-values.ts";
import styles from "./stale-section.module.css";

type Props = { section: Section; theirs: Inputs; yours: Inputs; version: number; here: string };

/** Both versions of a section side by side; neither is lost, with and without scripts. */
export function StaleSection({ section, theirs, yours, version, here }: Props) {
  const t = useText(applicant);
  const language = useLanguage();
  const label = (name: string) => {
    const [id = "", column] = name.split(/\[\d+\]\./);
    const field = section.fields.find((one) => one.id === id);
    const cell = field?.columns?.find((one) => one.id === column);
    return [field?.label[language] ?? id, cell?.label[language]].filter(Boolean).join(" · ");
  };
  const words = (name: string, values: readonly string[] | undefined) => {
    const [id = "", column] = name.split(/\[\d+\]\./);
    const field = section.fields.find((one) => one.id === id);
    const { options = [] } = (column ? field?.columns?.find((one) => one.id === column) : field) ?? {};
    return said(values?.map((value) => options.find((option) => option.id === value)?.label[language] ?? value));
  };
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(yours)])].filter(
    (name) => name !== "intent" && name !== "version" && said(theirs[name]) !== said(yours[name]),
  );
  return (
    <div className="stack">
      <Notice tone="warn" live="alert" title={t("stale.title")}>
        <p>{t("stale.text")}</p>
      </Notice>
      {names.map((name) => (
        <section key={name} className={styles.pair} aria-label={label(name)}>
          <h2>{label(name)}</h2>
          <div>
            <h3>{t("stale.theirs")}</h3>
            <p className={styles.words}>{words(name, theirs[name])}</p>
          </div>
          <div>
            <h3>{t("stale.yours")}</h3>
            <p className={styles.words}>{words(name, yours[name])}</p>
          </div>
        </section>
      ))}
      <form method="post" className="row">
        <input type="hidden" name="version" value={version} />
        {Object.entries(yours).flatMap(([name, values]) =>
          name === "intent" || name === "version"
            ? []
            : values.map((value, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: what was posted does not move
                <input key={`${name}-${place}`} type="hidden" name={name} value={value} />
              )),
        )}
        <Button name="intent" value="save">
          {t("stale.keep-yours")}
        </Button>
        <LinkButton kind="quiet" href={here}>
          {t("stale.keep-theirs")}
        </LinkButton>
      </form>
    </div>
  );
}

function said(values: readonly string[] | undefined): string {
  return (values ?? []).filter((value) => value !== "").join(", ");
}
