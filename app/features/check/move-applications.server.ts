import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import type { Db } from "#db/database.server.ts";
import type { ApplicationState } from "#db/schema.ts";

type Move = { id: string; state: ApplicationState };
type Moving = {
  to: ApplicationState;
  reason?: string;
  /** For a return: until when the team may correct. */
  until?: Moment | null;
  /** For a return: the fields and slots it opens again; null for all. */
  reopened?: readonly string[] | null;
  actorId: string;
  now: Moment;
};

/**
 * A step of a use-case: moves applications into a state, each with its row of who and when. Only those still in the
 * state they were read in move; answers how many did, so that the caller can refuse when somebody was faster.
 */
export async function moveApplications(
  trx: Db,
  applications: readonly Move[],
  { to, reason = "", until = null, reopened = null, actorId, now }: Moving,
): Promise<number> {
  const moving = applications.filter(({ state }) => state !== to);
  let moved = applications.length - moving.length;
  for (const state of new Set(moving.map((one) => one.state))) {
    const ids = moving.filter((one) => one.state === state).map(({ id }) => id);
    for (let start = 0; start < ids.length; start += 500) {
      const rows = await trx
        .updateTable("application")
        .set({ state: to, updatedAt: now })
        .where("id", "in", ids.slice(start, start + 500))
        .where("state", "=", state)
        .returning("id")
        .execute();
      if (rows.length === 0) continue;
      moved += rows.length;
      await trx
        .insertInto("transition")
        .values(
          rows.map(({ id }) => ({
            id: newId(),
            applicationId: id,
            fromState: state,
            toState: to,
            reason,
            actorId,
            createdAt: now,
            until,
            reopened: reopened && JSON.stringify(reopened),
          })),
        )
        .execute();
    }
  }
  return moved;
}
