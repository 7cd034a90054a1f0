import type { SubmissionResult } from "@conform-to/react";
import { spelledObstacleText } from "#app/i18n/obstacle-text.ts";
import { useLanguage } from "#app/i18n/text.ts";
import { ErrorSummary } from "./error-summary.tsx";

type Result = SubmissionResult<string[]> | undefined;

/** What a posted form was refused for, on top of it. Places without a control of that id are told without a link. */
export function FormProblems({ result, places }: { result: Result; places: readonly string[] }) {
  const language = useLanguage();
  const problems = Object.entries(result?.error ?? {}).flatMap(([place, codes]) =>
    (codes ?? []).map((code) => ({
      message: spelledObstacleText(language, code),
      ...(places.includes(place) ? { href: `#${place}` } : {}),
    })),
  );
  return <ErrorSummary problems={problems} />;
}

/** The words at one place of a refused form, as a field takes them. */
export function useProblemAt(result: Result): (place: string) => { error?: string } {
  const language = useLanguage();
  return (place) => {
    const [code] = result?.error?.[place] ?? [];
    return code ? { error: spelledObstacleText(language, code) } : {};
  };
}
