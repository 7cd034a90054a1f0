import { useSearchParams } from "@remix-run/react";
import { useEffect, useMemo } from "react";
import type { Answers } from "#app/features/call/answers.ts";
import type { Section, Text } from "#app/features/call/definition.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { obstaclesByPlace, obstacleText } from "#app/i18n/obstacle-text.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import type { Obstacle } from "#app/lib/refusal.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Countdown, MomentText } from "#app/ui/moment-text.tsx";
import { ChangeLine, type ChangeTimes } from "./change-times.tsx";
import type { EditionFacts } from "./derived.ts";
import { type Inputs, inputsOf } from "./form-values.ts";
import { SectionForm } from "./section-form.tsx";
import styles from "./section-page.module.css";
import { StaleSection } from "./stale-section.tsx";

type Result =
  | { kind: "saved"; problems: readonly Obstacle[]; raw: Inputs; extraRows: Record<string, number> }
  | { kind: "stale"; version: number; answers: Answers; yours: Inputs };
type Props = {
  applicationId: string;
  section: Section;
  answers: Answers;
  version: number;
  savedAt: string;
  /** Fields a correction leaves as they were sealed. */
  locked: readonly string[];
  edition: EditionFacts;
  timeZone: string;
  closesAt: string;
  times: ChangeTimes;
  now: string;
  faults: readonly Obstacle[];
  sections: readonly { id: string; title: Text; done: number; total: number }[];
  /** The section that was saved on the way here; empty when none was. */
  saved: string;
  result: Result | null;
};

/** One section of an application's form, with the ways to the others. */
export function SectionPage(props: Props) {
  const { applicationId, section, sections, saved, result, faults } = props;
  const t = useText(applicant);
  const language = useLanguage();
  const [, setSearch] = useSearchParams();
  const keptUnder = (id: string) => `draft:${applicationId}:${id}`;
  const justSaved = useMemo(() => {
    const id = result?.kind === "saved" ? section.id : saved;
    return id ? { under: `draft:${applicationId}:${id}` } : null;
  }, [result, saved, section.id, applicationId]);
  useEffect(() => {
    // Said once: after a reload the device may hold newer words.
    if (saved) setSearch({}, { replace: true, preventScrollReset: true });
  }, [saved, setSearch]);

  const here = paths.form(applicationId, section.id);
  if (result?.kind === "stale")
    return (
      <StaleSection
        section={section}
        theirs={inputsOf(section, result.answers)}
        yours={result.yours}
        version={result.version}
        here={`${here}?saved=${section.id}`}
      />
    );
  const problems = result?.problems ?? faults;
  const place = sections.findIndex((one) => one.id === section.id);
  const isLast = place === sections.length - 1;
  return (
    <div className={styles.page}>
      <nav aria-label={t("form.sections")} className={styles.sections}>
        <ol>
          {sections.map((one) => (
            <li key={one.id}>
              <a
                href={paths.form(applicationId, one.id)}
                {...(one.id === section.id ? { "aria-current": "page" as const } : {})}
              >
                {one.title[language]}
                {one.total > 0 ? (
                  <span className="soft small numbers">
                    {" "}
                    {one.done}/{one.total}
                  </span>
                ) : null}
              </a>
            </li>
          ))}
          <li>
            <a href={paths.files(applicationId)}>{t("section.files")}</a>
          </li>
        </ol>
      </nav>
      <div className="stack">
        <h2>{section.title[language]}</h2>
        <p className="soft small">
          {t("list.deadline")} <MomentText moment={props.closesAt} timeZone={props.timeZone} /> ·{" "}
          <Countdown until={props.closesAt} now={props.now} />
        </p>
        <ChangeLine {...props.times} />
        <ErrorSummary
          title={t("form.problems-title", { count: problems.length })}
          problems={problems.map((one) => ({
            message: obstacleText(one, language),
            href: one.at ? `#${encodeURIComponent(one.at)}` : undefined,
          }))}
        />
        <SectionForm
          section={section}
          answers={props.answers}
          locked={props.locked}
          raw={result?.raw ?? NOTHING}
          version={props.version}
          savedAt={props.savedAt}
          problems={obstaclesByPlace(problems, language)}
          extraRows={result?.extraRows ?? NONE}
          edition={props.edition}
          timeZone={props.timeZone}
          keptUnder={keptUnder(section.id)}
          autosaveUrl={paths.formAutosave(applicationId, section.id)}
          signIn={paths.signIn(here)}
          nextLabel={t(isLast ? "form.to-files" : "form.next")}
          justSaved={justSaved}
        />
      </div>
    </div>
  );
}

const NOTHING: Inputs = {};
const NONE: Record<string, number> = {};
