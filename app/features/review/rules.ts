import type { Criterion, Scale } from "#app/features/call/definition.ts";
import type { Moment } from "#app/lib/moment.ts";
import type { Obstacle } from "#app/lib/refusal.ts";

type RoundTimes = { openedAt: Moment | null; closedAt: Moment | null; closesAt: Moment | null };

/** What keeps a juror from writing in a round now. After its end nothing changes any more. */
export function roundObstacles(round: RoundTimes, now: Moment): Obstacle[] {
  if (!round.openedAt || now < round.openedAt) return [{ code: "round-not-open" }];
  if (round.closedAt || (round.closesAt !== null && now > round.closesAt)) return [{ code: "round-closed" }];
  return [];
}

/**
 * Reads marks as they were typed (`7.5`) into hundredths by criterion. An empty one is no mark yet; one off the
 * scale's steps, or for a criterion the rubric does not have, is a named problem and is left out.
 */
export function readMarks(
  typed: ReadonlyMap<string, string>,
  criteria: readonly Pick<Criterion, "id">[],
  scale: Pick<Scale, "min" | "max" | "step">,
): { marks: Map<string, number>; problems: Obstacle[] } {
  const marks = new Map<string, number>();
  const problems: Obstacle[] = [];
  const known = new Set(criteria.map((criterion) => criterion.id));
  for (const [id, text] of typed) {
    if (text.trim() === "") continue;
    if (!known.has(id)) {
      problems.push({ code: "criterion-unknown" });
      continue;
    }
    const hundredths = /^\d{1,3}([.,]\d{1,2})?$/.test(text.trim())
      ? Math.round(Number(text.trim().replace(",", ".")) * 100)
      : -1;
    const steps = (hundredths - scale.min * 100) / (scale.step * 100);
    if (hundredths < scale.min * 100 || hundredths > scale.max * 100 || !Number.isInteger(steps))
      problems.push({ code: "mark-off-scale", at: id, facts: { min: scale.min, max: scale.max, step: scale.step } });
    else marks.set(id, hundredths);
  }
  return { marks, problems };
}

type Draft = { marks: ReadonlyMap<string, number>; verdict: string | null; panelText: string; applicantText: string };
type Rubric = { criteria: readonly Criterion[]; scale: Scale };

/** Everything that is still missing before a review can be sent. `championsElsewhere`: champions this juror gave already. */
export function sendObstacles(draft: Draft, { criteria, scale }: Rubric, championsElsewhere: number): Obstacle[] {
  const obstacles: Obstacle[] = criteria
    .filter((criterion) => !draft.marks.has(criterion.id))
    .map((criterion) => ({ code: "mark-missing", at: criterion.id }));
  if (!draft.verdict) obstacles.push({ code: "verdict-missing", at: "verdict" });
  const isSpoken = draft.panelText.trim() !== "" || draft.applicantText.trim() !== "";
  const low = scale.commentRequiredBelow * 100;
  const high = scale.commentRequiredAbove * 100;
  if (!isSpoken && [...draft.marks.values()].some((mark) => mark < low || mark > high))
    obstacles.push({
      code: "reason-needed",
      at: "panelText",
      facts: { low: scale.commentRequiredBelow, high: scale.commentRequiredAbove },
    });
  if (draft.verdict === "champion" && championsElsewhere >= scale.championQuota)
    obstacles.push({ code: "champion-quota-spent", at: "verdict", facts: { quota: scale.championQuota } });
  return obstacles;
}

/** Why a juror steps back. Needs no details; the words of the data sheet. */
export const recusalReasons = [
  "entrant",
  "family",
  "employer_or_client_36_months",
  "investor_or_creditor",
  "credited_on_the_work",
  "teacher_or_student_24_months",
  "mentor_in_the_programme",
  "rival_project",
  "other_personal",
] as const;
export type RecusalReason = (typeof recusalReasons)[number];
