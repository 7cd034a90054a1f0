import { countByStateOfCalls } from "#app/features/check/queries.server.ts";
import { listUnpublishedRounds } from "#app/features/round/queries.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import type { Db } from "#db/database.server.ts";
import { deskStep } from "./desk-step.ts";
import { phaseOf } from "./phase.ts";
import { listCallsOfProgrammes } from "./queries.server.ts";

type Asked = { organises: readonly string[]; chairs: readonly string[]; now: Moment };

/** The desks of a person: the calls they organise with numbers and the next step, those they chair by name alone. */
export async function readDesks(db: Db, { organises, chairs, now }: Asked) {
  const programmeIds = [...new Set([...organises, ...chairs])];
  if (programmeIds.length === 0) return [];
  const calls = await listCallsOfProgrammes(db, programmeIds);
  const organised = calls.filter((call) => organises.includes(call.programmeId)).map((call) => call.id);
  const states = organised.length > 0 ? await countByStateOfCalls(db, organised) : [];
  const rounds = organised.length > 0 ? await listUnpublishedRounds(db, organised) : [];
  return calls.map((call) => {
    const { id, slug, nameZh, nameEn, programmeZh, programmeEn, opensAt, closesAt, timeZone, year } = call;
    const shown = { slug, nameZh, nameEn, programmeZh, programmeEn, opensAt, closesAt, timeZone, year };
    const phase = phaseOf(call, now);
    if (!organised.includes(id)) return { ...shown, phase, work: null };
    const own = states.filter((row) => row.callId === id);
    const count = (...wanted: string[]) =>
      own.filter((row) => wanted.includes(row.state)).reduce((sum, row) => sum + row.count, 0);
    const running = rounds.find((row) => row.callId === id);
    const round = running && {
      nameZh: running.nameZh,
      nameEn: running.nameEn,
      closesAt: running.closesAt,
      isClosed: running.closedAt !== null,
    };
    const drafts = count("draft");
    const facts = {
      phase,
      unchecked: count("submitted", "in_check", "returned"),
      eligible: count("eligible"),
      round: round ?? null,
    };
    const entries = own.reduce((sum, row) => sum + row.count, 0) - drafts;
    return { ...shown, phase, work: { ...facts, drafts, entries, step: deskStep(facts) } };
  });
}

export type Desk = Awaited<ReturnType<typeof readDesks>>[number];
