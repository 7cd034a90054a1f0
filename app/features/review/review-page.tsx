import { FileLine } from "#app/features/application/entry-view.tsx";
import { posterOf } from "#app/features/file/viewer-kind.ts";
import { juror } from "#app/i18n/messages/juror.ts";
import { obstaclesByPlace, obstacleText } from "#app/i18n/obstacle-text.ts";
import { useLanguage, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import type { Obstacle } from "#app/lib/refusal.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { EntryMedia } from "./entry-media.tsx";
import type { readDesk } from "./read-desk.server.ts";
import { ReviewDesk } from "./review-desk.tsx";
import { ReviewForm, ReviewReadOnly, type ReviewValues } from "./review-form.tsx";
import { StaleReview } from "./stale-review.tsx";

type Desk = Awaited<ReturnType<typeof readDesk>> & { mayReadFiles: boolean };
type Props = { desk: Desk; refusal: { obstacles: readonly Obstacle[]; stale?: unknown } | null };

/** The juror's one screen with what came back from the last press of a button. */
export function ReviewPage({ desk, refusal }: Props) {
  const t = useText(juror);
  const language = useLanguage();
  const { assignmentId } = desk;
  const obstacles = refusal?.obstacles ?? [];
  const other = refusal?.stale as ReviewValues | undefined;
  return (
    <ReviewDesk
      label={desk.label}
      round={desk.round}
      view={desk.view}
      renderFile={(file) =>
        desk.mayReadFiles ? <EntryMedia file={file} poster={posterOf(desk.view.files)} /> : <FileLine file={file} />
      }
      filesNote={desk.mayReadFiles ? null : t("review.files-over")}
    >
      {other ? <StaleReview other={other} criteria={desk.criteria} /> : null}
      {obstacles.length > 0 && !other ? (
        <ErrorSummary
          title={t("review.problems")}
          problems={obstacles.map((one) => ({
            message: [
              desk.criteria.find((criterion) => criterion.id === one.at)?.label[language],
              obstacleText(one, language),
            ]
              .filter(Boolean)
              .join(language === "zh" ? "：" : ": "),
            href: one.at ? `#${one.at}` : undefined,
          }))}
        />
      ) : null}
      {desk.isOpen ? (
        <ReviewForm
          key={assignmentId}
          criteria={desk.criteria}
          scale={desk.scale}
          review={desk.review}
          championsLeft={desk.championsLeft}
          problems={obstaclesByPlace(obstacles, language)}
          timeZone={desk.timeZone}
          autosaveUrl={`${paths.review(assignmentId)}/draft`}
          keptUnder={`review:${assignmentId}`}
          recusalHref={paths.recusal(assignmentId)}
          nextHref={desk.next ? paths.review(desk.next) : null}
          signIn={paths.signIn(paths.jury())}
        />
      ) : (
        <ReviewReadOnly criteria={desk.criteria} scale={desk.scale} review={desk.review} />
      )}
    </ReviewDesk>
  );
}
