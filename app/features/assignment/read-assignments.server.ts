import type { Db } from "#db/database.server.ts";
import { draftAssignments } from "./draft-assignments.server.ts";
import { planView } from "./plan-view.ts";
import { readJury } from "./read-jury.server.ts";

type Asked = {
  callId: string;
  round: { id: string; callId: string; reviewsPerEntry: number; closedAt: string | null };
  personId: string;
  seed: number;
  page: number;
};

const PAGE_SIZE = 50;

/** Who reads what in a round, the least read first, and the plan a seed asks for. Null for an entrant. */
export async function readAssignments(db: Db, { callId, round, personId, seed, page }: Asked) {
  const jury = await readJury(db, { callId, roundId: round.id, personId });
  if (!jury) return null;
  const entries = jury.entries.toSorted((one, other) => one.assigned - other.assigned || (one.id < other.id ? -1 : 1));
  const pages = Math.max(1, Math.ceil(entries.length / PAGE_SIZE));
  const shown = Math.min(page, pages);
  const isOver = round.closedAt !== null;
  const draft = seed > 0 && !isOver ? await draftAssignments(db, { round, seed }) : null;
  return {
    desk: {
      entries: entries.slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE).map(({ id, code, title, readers }) => ({
        id,
        code,
        title,
        readers: readers.map((reader) => ({ id: reader.id, name: reader.name, state: reader.state })),
      })),
      page: shown,
      pages,
      jurors: jury.jurors
        .filter(({ leftAt, isDisabled }) => !leftAt && !isDisabled)
        .map(({ jurorId: id, name }) => ({ id, name })),
      wanted: round.reviewsPerEntry,
      count: entries.length,
      covered: entries.filter(({ assigned }) => assigned >= round.reviewsPerEntry).length,
      isOver,
    },
    plan: draft && {
      view: planView({ plan: draft.plan, jurors: jury.jurors, entries: jury.entries }),
      seed,
      fingerprint: draft.fingerprint,
    },
  };
}
