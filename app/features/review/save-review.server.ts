import type { RoundPlan } from "#app/features/call/definition.ts";
import { findDefinition } from "#app/features/call/queries.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, type Obstacle, Refused, Stale } from "#app/lib/refusal.ts";
import type { Database, Db } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { REVIEW_TEXT } from "./forms.ts";
import { countChampionsElsewhere, findOwnAssignment, findOwnReview } from "./queries.server.ts";
import { readMarks, roundObstacles, sendObstacles } from "./rules.ts";

export type Written = {
  version: number;
  verdict: string;
  privateNote: string;
  panelText: string;
  applicantText: string;
  /** As typed, by criterion. */
  marks: ReadonlyMap<string, string>;
};
type Request = { assignmentId: string; jurorId: string; written: Written; send: boolean; now: Moment };
export type Saved = { version: number; savedAt: Moment; sentAt: Moment | null; problems: Obstacle[] };

/**
 * Keeps what a juror wrote. A save is never refused for what is missing; what cannot be kept comes back as problems.
 * With `send`, all of it must be there, or Refused names what is not, and the draft is kept all the same.
 * Throws Stale with the current review when another tab or device saved in between, NotFound for another's or a recused
 * assignment, Refused when the round is not open.
 */
export async function saveReview(db: Database, { assignmentId, jurorId, written, send, now }: Request): Promise<Saved> {
  const kept = await db.transaction().execute(async (trx) => {
    await lock(trx, "assignment", assignmentId);
    const assignment = await findOwnAssignment(trx, { assignmentId, jurorId });
    if (!assignment) throw new NotFound();
    const closed = roundObstacles(assignment, now);
    if (closed.length > 0) throw new Refused(closed);

    const before = await findOwnReview(trx, { assignmentId, jurorId });
    if ((before?.version ?? 0) !== written.version) throw new Stale(before);

    const definition = await findDefinition(trx, assignment.definitionId);
    if (!definition) throw new NotFound();
    const { scale } = definition;
    const plan: RoundPlan = JSON.parse(assignment.plan);
    const { marks, problems } = readMarks(written.marks, plan.criteria, scale);
    const verdict = scale.verdicts.some((known) => known.id === written.verdict) ? written.verdict : null;
    if (written.verdict && !verdict) problems.push({ code: "verdict-unknown", at: "verdict" });
    for (const box of ["privateNote", "panelText", "applicantText"] as const)
      if (written[box].length > REVIEW_TEXT)
        problems.push({ code: "text-too-long", at: box, facts: { limit: REVIEW_TEXT, count: written[box].length } });

    const { roundId } = assignment;
    // So many champions a round: a juror's other entries are counted one after another.
    if (verdict === "champion") await lock(trx, "champions", `${roundId}:${jurorId}`);
    const champions =
      verdict === "champion" ? await countChampionsElsewhere(trx, { assignmentId, jurorId, roundId }) : 0;
    const obstacles = [
      ...problems,
      ...sendObstacles({ ...written, marks, verdict }, { criteria: plan.criteria, scale }, champions),
    ];
    const isSent = send
      ? obstacles.length === 0
      : before?.sentAt !== undefined && before.sentAt !== null && obstacles.length === 0;
    const sentAt = isSent ? (send ? now : (before?.sentAt ?? now)) : null;
    const review = {
      verdict,
      privateNote: written.privateNote.slice(0, REVIEW_TEXT),
      panelText: written.panelText.slice(0, REVIEW_TEXT),
      applicantText: written.applicantText.slice(0, REVIEW_TEXT),
      version: written.version + 1,
      savedAt: now,
      sentAt,
    };
    const reviewId = await writeReview(trx, { id: before?.id, assignmentId, review, now });
    await writeMarks(trx, { reviewId, marks, before: before?.marks ?? {} });
    if (sentAt !== null && !before?.sentAt)
      await recordEvent(trx, {
        action: "review.sent",
        subjectKind: "assignment",
        subjectId: assignmentId,
        programmeId: assignment.programmeId,
        actorId: jurorId,
        now,
      });
    return { version: review.version, savedAt: now, sentAt, problems, obstacles };
  });
  if (send && kept.sentAt === null) throw new Refused(kept.obstacles);
  return kept;
}

type Row = {
  verdict: string | null;
  privateNote: string;
  panelText: string;
  applicantText: string;
  version: number;
  savedAt: Moment;
  sentAt: Moment | null;
};

async function writeReview(
  trx: Db,
  { id, assignmentId, review, now }: { id: string | undefined; assignmentId: string; review: Row; now: Moment },
): Promise<string> {
  if (id) {
    await trx.updateTable("review").set(review).where("id", "=", id).execute();
    return id;
  }
  const reviewId = newId();
  await trx
    .insertInto("review")
    .values({ id: reviewId, assignmentId, createdAt: now, ...review })
    .execute();
  return reviewId;
}

/** Writes only the marks that changed, so that a save of words alone touches one row. */
async function writeMarks(
  trx: Db,
  { reviewId, marks, before }: { reviewId: string; marks: ReadonlyMap<string, number>; before: Record<string, number> },
) {
  const gone = Object.keys(before).filter((criterion) => !marks.has(criterion));
  if (gone.length > 0)
    await trx.deleteFrom("mark").where("reviewId", "=", reviewId).where("criterion", "in", gone).execute();
  const changed = [...marks].filter(([criterion, hundredths]) => before[criterion] !== hundredths);
  if (changed.length === 0) return;
  await trx
    .insertInto("mark")
    .values(changed.map(([criterion, hundredths]) => ({ reviewId, criterion, hundredths })))
    .onConflict((conflict) =>
      conflict.columns(["reviewId", "criterion"]).doUpdateSet((eb) => ({ hundredths: eb.ref("excluded.hundredths") })),
    )
    .execute();
}
