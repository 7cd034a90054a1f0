import { applicant } from "#app/i18n/messages/applicant.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import styles from "./difference-list.module.css";
import type { Difference } from "./differences.ts";

type Props = { applicationId: string; differences: readonly Difference[] };

/** The version that stands beside the one in hand, where they differ. */
export function DifferenceList({ applicationId, differences }: Props) {
  const t = useText(applicant);
  const hrefOf = ({ part, at }: Difference) =>
    `${part === "files" ? paths.files(applicationId) : paths.form(applicationId, part)}#${encodeURIComponent(at)}`;
  return (
    <details>
      <summary>{t("differences.title", { count: differences.length })}</summary>
      <ul className={styles.list}>
        {differences.map((one) => (
          <li key={one.at}>
            <p>
              <a href={hrefOf(one)}>{one.label}</a>
            </p>
            <dl className={styles.pair}>
              <div>
                <dt>{t("differences.standing")}</dt>
                <dd>{one.before ?? <span className="soft">{t("differences.nothing")}</span>}</dd>
              </div>
              <div>
                <dt>{t("differences.draft")}</dt>
                <dd>{one.after ?? <span className="soft">{t("differences.nothing")}</span>}</dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
    </details>
  );
}
