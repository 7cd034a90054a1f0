import { readJury } from "#app/features/assignment/read-jury.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import type { Db } from "#db/database.server.ts";
import {
  countUnchecked,
  findPreviousRound,
  listCandidates,
  listProgress,
  planOf,
  type RoundRow,
} from "./queries.server.ts";
import { isTimeOver, openingObstacles, stageOf } from "./rules.ts";

type Asked = {
  round: RoundRow;
  call: { id: string; closesAt: Moment };
  personId: string;
  now: Moment;
};

const LACKING_SHOWN = 50;

/** One round as its organisers run it: what opening would do and lacks, or how far its jury is. */
export async function readRound(db: Db, { round, call, personId, now }: Asked) {
  const jury = await readJury(db, { callId: call.id, roundId: round.id, personId });
  const stage = stageOf(round, round.publishedAt !== null);
  const { code, nameZh, nameEn, reviewsPerEntry: wanted, closesAt, openedAt, closedAt } = round;
  const progress = (await listProgress(db, call.id)).get(round.id);
  const lacking = (jury?.entries ?? [])
    .filter((entry) => entry.sent < wanted)
    .sort((one, other) => one.sent - other.sent || one.assigned - other.assigned || (one.id < other.id ? -1 : 1));
  return {
    round: { code, nameZh, nameEn, stage, wanted, closesAt, openedAt, closedAt, isTimeOver: isTimeOver(round, now) },
    isEntrant: jury === null,
    opening: stage === "planned" && jury ? await readOpening(db, { round, call, now }) : null,
    unsent: jury && progress ? progress.assigned - progress.sent : 0,
    jury:
      jury && stage !== "planned"
        ? {
            jurors: jury.jurors.map(({ jurorId: _, email: __, ...juror }) => juror),
            lacking: lacking.slice(0, LACKING_SHOWN).map(({ readers: _, ...entry }) => entry),
            lackingCount: lacking.length,
            entries: jury.entries.length,
            totals: jury.totals,
          }
        : null,
  };
}

/** Who would come into a round if it were opened now, and what is in the way. */
export async function readOpening(db: Db, { round, call, now }: Omit<Asked, "personId">) {
  const previous = await findPreviousRound(db, { callId: call.id, position: round.position });
  const candidates = await listCandidates(db, { callId: call.id, previousRoundId: previous?.id ?? null });
  const obstacles = openingObstacles(
    {
      round,
      plan: planOf(round),
      closesAt: round.closesAt,
      callClosesAt: call.closesAt,
      previous: previous && { isPublished: previous.publishedAt !== null },
      entries: candidates.length,
      unchecked: await countUnchecked(db, call.id),
      leavesUnchecked: false,
    },
    now,
  );
  return { entries: candidates.length, obstacles };
}
