import { publicPages } from "#app/i18n/messages/public.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { CallItem } from "./call-item.ts";
import styles from "./call-page.module.css";
import type { CallView, FieldView } from "./call-view.ts";
import { needText } from "./need-text.ts";
import { SlotList } from "./slot-list.tsx";

/** The whole form, to read or print before one begins. */
export function FormPage({ call, view }: { call: CallItem; view: CallView }) {
  const t = useText(publicPages);
  return (
    <div className="stack-l narrow">
      <PageHeader
        title={t("form.title", { call: call.name })}
        crumbs={[
          { href: paths.calls(), label: t("calls.title") },
          { href: paths.call(call.slug), label: call.name },
        ]}
        lead={t("form.lead")}
      />
      <p className="soft no-print">{t("form.print")}</p>
      <nav aria-label={t("form.contents")}>
        <ol>
          {view.sections.map((section) => (
            <li key={section.id}>
              <a href={`#${section.id}`}>{section.title}</a>
            </li>
          ))}
          <li>
            <a href="#files">{t("call.files")}</a>
          </li>
        </ol>
      </nav>
      {view.sections.map((section) => (
        <section key={section.id} className="stack" aria-labelledby={section.id}>
          <h2 id={section.id}>{section.title}</h2>
          {section.intro ? <p>{section.intro}</p> : null}
          <ul className={`${styles.plain} ${styles.fields}`}>
            {section.fields.map((field) => (
              <FieldLine key={field.id} field={field} />
            ))}
          </ul>
        </section>
      ))}
      <section className="stack" aria-labelledby="files">
        <h2 id="files">{t("call.files")}</h2>
        <SlotList slots={view.slots} />
      </section>
    </div>
  );
}

function FieldLine({ field }: { field: FieldView }) {
  const t = useText(publicPages);
  const language = useLanguage();
  const list = (items: readonly string[]) => items.join(language === "zh" ? "、" : ", ");
  const facts = [
    needText(field.need, t),
    field.stage === "submit" ? "" : t(`stage.${field.stage}`),
    field.isConsent ? t("limit.consent") : "",
    limitOf(field, t),
    field.maxChoices === undefined ? "" : t("limit.choices", { count: field.maxChoices }),
    field.maxRows === undefined ? "" : t("limit.rows", { count: field.maxRows }),
  ];
  return (
    <li>
      <p className={styles.label}>{field.label}</p>
      {field.help ? <p className="small">{field.help}</p> : null}
      {field.options.length > 0 ? <p className="small">{t("limit.options", { list: list(field.options) })}</p> : null}
      {field.columns.length > 0 ? (
        <p className="small">{t("limit.columns", { list: list(field.columns.map((column) => column.label)) })}</p>
      ) : null}
      <p className="soft small numbers">{[...facts, t(`seen.${field.visibility}`)].filter(Boolean).join(" · ")}</p>
    </li>
  );
}

function limitOf({ type, unit, min, max }: FieldView, t: ReturnType<typeof useText<typeof publicPages.en>>): string {
  if (["text", "longtext", "email", "phone", "url"].includes(type)) {
    const kind = unit === "word" ? "words" : "chars";
    if (max === undefined) return "";
    return min === undefined ? t(`limit.${kind}`, { max }) : t(`limit.${kind}-between`, { min, max });
  }
  if (min !== undefined && max !== undefined) return t("limit.number-between", { min, max });
  if (min !== undefined) return t("limit.number-from", { min });
  return max === undefined ? "" : t("limit.number-to", { max });
}
