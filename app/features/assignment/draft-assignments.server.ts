import { createHash } from "node:crypto";
import { listBarredPairs } from "#app/features/conflict/queries.server.ts";
import { listEntrants, listPanel } from "#app/features/panel/queries.server.ts";
import type { Db } from "#db/database.server.ts";
import { type MatchPlan, planAssignments } from "./matching.ts";
import { listAssignments, listEntries } from "./queries.server.ts";

type Round = { id: string; callId: string; reviewsPerEntry: number };

/**
 * The plan of a round as it follows from what stands now and a seed, and the fingerprint of what it was made from.
 * Computed anew for showing and for applying: the same seed and fingerprint are the same plan.
 */
export async function draftAssignments(
  db: Db,
  { round, seed }: { round: Round; seed: number },
): Promise<{ plan: MatchPlan; fingerprint: string }> {
  const [entries, panel, barred, entrants, standing] = [
    await listEntries(db, round.id),
    await listPanel(db, round.id),
    await listBarredPairs(db, round.id),
    await listEntrants(db, round.callId),
    await listAssignments(db, round.id),
  ];
  const conflicts = new Map<string, string[]>();
  for (const { applicationId, personId } of barred)
    conflicts.set(applicationId, [...(conflicts.get(applicationId) ?? []), personId]);
  const able = panel.filter((juror) => juror.disabledAt === null && !entrants.has(juror.personId));
  const jurors = able.filter(({ leftAt }) => leftAt === null);
  const active = new Set(jurors.map(({ personId }) => personId));
  // What was begun is never taken back. Who left the panel may finish it, so that nobody else is asked in its place.
  const canFinish = new Set(able.map(({ personId }) => personId));
  const begunElsewhere = standing.filter(({ savedAt, jurorId }) => savedAt !== null && !active.has(jurorId));
  const readElsewhere = new Map<string, number>();
  for (const { applicationId, jurorId, sentAt } of begunElsewhere)
    if (sentAt !== null || canFinish.has(jurorId))
      readElsewhere.set(applicationId, (readElsewhere.get(applicationId) ?? 0) + 1);
  const request = {
    entries: entries.map(({ id }) => ({
      id,
      reviews: Math.max(0, round.reviewsPerEntry - (readElsewhere.get(id) ?? 0)),
      conflicts: [...new Set(conflicts.get(id) ?? [])].sort(),
      expertise: [],
      languages: [],
    })),
    jurors: jurors
      .map((juror) => ({
        id: juror.personId,
        capacity: juror.maxLoad,
        expertise: JSON.parse(juror.expertise) as string[],
        languages: [],
      }))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
    reviewsPerEntry: round.reviewsPerEntry,
    standing: standing
      .filter(({ savedAt, jurorId }) => savedAt === null || active.has(jurorId))
      .map(({ applicationId, jurorId, savedAt }) => ({
        entryId: applicationId,
        jurorId,
        isFixed: savedAt !== null,
      })),
  };
  const fingerprint = createHash("sha256").update(JSON.stringify(request)).digest("hex");
  return { plan: planAssignments({ ...request, seed }), fingerprint };
}
