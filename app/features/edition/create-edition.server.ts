import { recordEvent } from "#app/lib/events.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { Refused } from "#app/lib/refusal.ts";
import type { Database, Db } from "#db/database.server.ts";
import type { EditionPlan, PlannedActivity, PlannedCall } from "./plan-edition.ts";

type Request = { plan: EditionPlan; actorId?: string | null; now: Moment };
export type CreatedEdition = {
  editionId: string;
  /** Ids by programme slug and by call code. */
  programmes: Record<string, string>;
  calls: Record<string, string>;
};

/**
 * Writes a planned edition: units, activities, programmes, calls with the first version of their definition, rounds.
 * All or nothing. Throws Refused when there is an edition of that name already.
 */
export function createEdition(db: Database, { plan, actorId = null, now }: Request): Promise<CreatedEdition> {
  return db.transaction().execute(async (trx) => {
    const sameName = await trx.selectFrom("edition").select("id").where("slug", "=", plan.slug).executeTakeFirst();
    if (sameName) throw new Refused([{ code: "edition-exists", facts: { year: plan.year } }]);

    const editionId = newId();
    await trx
      .insertInto("edition")
      .values({
        id: editionId,
        year: plan.year,
        slug: plan.slug,
        nameZh: plan.name.zh,
        nameEn: plan.name.en,
        themeZh: plan.theme.zh,
        themeEn: plan.theme.en,
        startsOn: plan.startsOn,
        endsOn: plan.endsOn,
        timeZone: plan.timeZone,
        settings: JSON.stringify(plan.settings),
        createdAt: now,
      })
      .execute();
    await addActivities(trx, { editionId, unitId: null, activities: plan.ceremonies });

    const units = new Map<number, string>();
    for (const unit of plan.units) {
      const unitId = newId();
      units.set(unit.number, unitId);
      const { number, slug, name } = unit;
      await trx
        .insertInto("unit")
        .values({ id: unitId, editionId, number, slug, nameZh: name.zh, nameEn: name.en })
        .execute();
      await addActivities(trx, { editionId, unitId, activities: unit.activities });
    }

    const created: CreatedEdition = { editionId, programmes: {}, calls: {} };
    for (const programme of plan.programmes) {
      const programmeId = newId();
      const unitId = units.get(programme.unit);
      if (!unitId)
        throw new Error(`programme ${programme.slug} names unit ${programme.unit}, which the plan does not have`);
      created.programmes[programme.slug] = programmeId;
      await trx
        .insertInto("programme")
        .values({
          id: programmeId,
          editionId,
          unitId,
          slug: programme.slug,
          nameZh: programme.name.zh,
          nameEn: programme.name.en,
          intake: programme.intake,
          maxEntriesPerLead: programme.maxEntriesPerLead ?? 0,
        })
        .execute();
      for (const call of programme.calls)
        created.calls[call.code] = await addCall(trx, { call, programmeId, year: plan.year, now });
    }
    await recordEvent(trx, { action: "edition.created", subjectKind: "edition", subjectId: editionId, actorId, now });
    return created;
  });
}

type Activities = { editionId: string; unitId: string | null; activities: readonly PlannedActivity[] };

async function addActivities(trx: Db, { editionId, unitId, activities }: Activities) {
  if (activities.length === 0) return;
  await trx
    .insertInto("activity")
    .values(
      activities.map((activity) => ({
        id: newId(),
        editionId,
        unitId,
        code: activity.id,
        nameZh: activity.name.zh,
        nameEn: activity.name.en,
        kind: activity.kind,
        startsOn: activity.startsOn,
        endsOn: activity.endsOn,
        status: activity.status,
        callCode: activity.call ?? null,
      })),
    )
    .execute();
}

type NewCall = { call: PlannedCall; programmeId: string; year: number; now: Moment };

async function addCall(trx: Db, { call, programmeId, year, now }: NewCall): Promise<string> {
  const callId = newId();
  const definitionId = newId();
  const isTaken = await trx.selectFrom("call").select("id").where("slug", "=", call.slug).executeTakeFirst();
  await trx
    .insertInto("call")
    .values({
      id: callId,
      programmeId,
      code: call.code,
      slug: isTaken ? `${call.slug}-${year}` : call.slug,
      nameZh: call.name.zh,
      nameEn: call.name.en,
      isCompetitive: call.isCompetitive ? 1 : 0,
      position: call.position,
      opensAt: call.opensAt,
      closesAt: call.closesAt,
      definitionId,
      lastSerial: 0,
      createdAt: now,
    })
    .execute();
  await trx
    .insertInto("callDefinition")
    .values({
      id: definitionId,
      callId,
      version: 1,
      definition: JSON.stringify(call.definition),
      createdBy: null,
      createdAt: now,
    })
    .execute();
  await trx
    .insertInto("round")
    .values(
      call.rounds.map(({ position, plan, opensAt, closesAt }) => ({
        id: newId(),
        callId,
        code: plan.id,
        position,
        nameZh: plan.name.zh,
        nameEn: plan.name.en,
        kind: plan.kind,
        isBlind: plan.blind ? (1 as const) : (0 as const),
        reviewsPerEntry: plan.reviews,
        maxLoad: plan.maxLoad ?? 0,
        plan: JSON.stringify(plan),
        opensAt,
        closesAt,
        openedAt: null,
        openedBy: null,
        closedAt: null,
        closedBy: null,
      })),
    )
    .execute();
  return callId;
}
