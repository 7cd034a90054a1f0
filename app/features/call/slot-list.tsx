import { publicPages } from "#app/i18n/messages/public.ts";
import { useText } from "#app/i18n/text.ts";
import { sizeText } from "#app/lib/size-text.ts";
import styles from "./call-page.module.css";
import type { SlotView } from "./call-view.ts";
import { needText } from "./need-text.ts";

/** The files a call asks for, each with its limits and who sees it. */
export function SlotList({ slots }: { slots: readonly SlotView[] }) {
  const t = useText(publicPages);
  return (
    <ul className={`${styles.plain} ${styles.fields}`}>
      {slots.map((slot) => (
        <li key={slot.id}>
          <p>
            <span className={styles.label}>{slot.label}</span> <span className="soft">{needText(slot.need, t)}</span>
          </p>
          {slot.help ? <p className="small">{slot.help}</p> : null}
          <SlotLimits slot={slot} />
          <p className="soft small">{t(`seen.${slot.visibility}`)}</p>
        </li>
      ))}
    </ul>
  );
}

function SlotLimits({ slot }: { slot: SlotView }) {
  const t = useText(publicPages);
  const [least, most] = slot.count;
  const limits = [
    t("slot.formats", { formats: slot.formats.map((format) => format.toUpperCase()).join(" / ") }),
    t("slot.size", { size: sizeText(slot.maxBytes) }),
    slot.maxPages === undefined ? "" : t("slot.pages", { count: slot.maxPages }),
    slot.maxMinutes === undefined ? "" : t("slot.minutes", { count: slot.maxMinutes }),
    slot.minHeight === undefined ? "" : t("slot.height", { count: slot.minHeight }),
    slot.minPixels ? t("slot.pixels", { width: slot.minPixels[0], height: slot.minPixels[1] }) : "",
    most > 1 ? t("slot.count", { least, most }) : "",
  ];
  return <p className="soft small numbers">{limits.filter(Boolean).join(" · ")}</p>;
}
