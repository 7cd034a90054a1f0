import { findHiddenSide } from "#app/features/conflict/queries.server.ts";
import { listPanel } from "#app/features/panel/queries.server.ts";
import type { Db } from "#db/database.server.ts";
import { listAssignments, listEntries, listRecusals } from "./queries.server.ts";

type Asked = { callId: string; roundId: string; personId: string };

/**
 * A round's jury at work, as one organiser may see it: each juror's pile and each entry's readings, in numbers made of
 * the entries they are not tied to. Null for an organiser with an entry in the call.
 */
export async function readJury(db: Db, { callId, roundId, personId }: Asked) {
  const hidden = await findHiddenSide(db, { personId, callId });
  if (hidden.isEntrant) return null;
  const isHidden = new Set(hidden.applicationIds);
  const entries = (await listEntries(db, roundId)).filter(({ id }) => !isHidden.has(id));
  const assignments = (await listAssignments(db, roundId)).filter((one) => !isHidden.has(one.applicationId));
  const recusals = (await listRecusals(db, roundId)).filter((one) => !isHidden.has(one.applicationId));
  const panel = await listPanel(db, roundId);
  const work = (own: typeof assignments) => ({
    assigned: own.length,
    started: own.filter(({ savedAt }) => savedAt !== null).length,
    sent: own.filter(({ sentAt }) => sentAt !== null).length,
  });
  const byJuror = group(assignments, ({ jurorId }) => jurorId);
  const byEntry = group(assignments, ({ applicationId }) => applicationId);
  return {
    jurors: panel.map(({ id, personId: jurorId, name, email, maxLoad, leftAt, disabledAt }) => {
      const own = byJuror.get(jurorId) ?? [];
      const moments = own.flatMap(({ savedAt }) => savedAt ?? []).sort();
      return {
        id,
        jurorId,
        name,
        email,
        maxLoad,
        leftAt,
        isDisabled: disabledAt !== null,
        lastAt: moments.at(-1) ?? null,
        recused: recusals.filter((one) => one.jurorId === jurorId).length,
        ...work(own),
      };
    }),
    entries: entries.map((entry) => {
      const own = byEntry.get(entry.id) ?? [];
      return {
        ...entry,
        ...work(own),
        readers: own.map(({ id, jurorId, savedAt, sentAt }) => ({
          id,
          jurorId,
          name: panel.find((one) => one.personId === jurorId)?.name ?? "",
          state: sentAt ? ("sent" as const) : savedAt ? ("begun" as const) : ("waiting" as const),
        })),
      };
    }),
    hiddenIds: hidden.applicationIds,
    totals: work(assignments),
  };
}

function group<One>(all: readonly One[], keyOf: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const own = groups.get(keyOf(one));
    if (own) own.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

export type Jury = NonNullable<Awaited<ReturnType<typeof readJury>>>;
