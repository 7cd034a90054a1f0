import { formatMoment } from "#app/i18n/format.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { receipt as messages } from "#app/i18n/messages/receipt.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { sizeText } from "#app/lib/size-text.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Facts } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import styles from "./receipt.module.css";

type Props = {
  title: string;
  code: string;
  timeZone: string;
  call: string;
  number: number;
  receiptNumber: string;
  hash: string;
  arrivedAt: string;
  submittedByName: string;
  verifyPath: string;
  paperPath: string;
  files: readonly { id: string; name: string; bytes: number; sha256: string }[];
};

/** The proof that an entry was received: to keep, to print, to check. */
export function Receipt(props: Props) {
  const t = useText(applicant);
  const tr = useText(messages);
  const language = useLanguage();
  return (
    <div className="stack-l">
      <Notice tone="good" title={t("receipt.received")}>
        <p className={styles.number}>{props.receiptNumber}</p>
      </Notice>
      <Facts
        pairs={[
          [t("receipt.title-of-work"), props.title],
          [t("overview.call"), props.call],
          [t("overview.code"), <code key="code">{props.code}</code>],
          [
            t("receipt.at"),
            <time key="at" dateTime={props.arrivedAt} className="numbers">
              {formatMoment(props.arrivedAt, { language, timeZone: props.timeZone, seconds: true })}
            </time>,
          ],
          [
            t("receipt.at-utc"),
            <time key="utc" dateTime={props.arrivedAt} className="numbers">
              {formatMoment(props.arrivedAt, { language, timeZone: "UTC", seconds: true })}
            </time>,
          ],
          [t("receipt.by"), props.submittedByName],
          [t("receipt.version"), props.number],
          [
            t("receipt.hash"),
            <code key="hash" className={styles.hash}>
              {props.hash}
            </code>,
          ],
        ]}
      />
      {props.files.length > 0 ? (
        <section aria-labelledby="receipt-files" className="stack">
          <h2 id="receipt-files">{t("receipt.files")}</h2>
          <ul className={styles.files}>
            {props.files.map((file) => (
              <li key={file.id}>
                <p>
                  <strong>{file.name}</strong> <span className="soft small numbers">{sizeText(file.bytes)}</span>
                </p>
                <p className="soft small">
                  SHA-256 <code className={styles.hash}>{file.sha256}</code>
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <div className="row no-print">
        <LinkButton kind="quiet" href={props.paperPath}>
          {tr("paper.get")}
        </LinkButton>
        <LinkButton kind="quiet" href={props.verifyPath}>
          {tr("verify.link")}
        </LinkButton>
      </div>
      <p className="soft">{t("receipt.print")}</p>
    </div>
  );
}
