import { createEdition } from "#app/features/edition/create-edition.server.ts";
import { type EditionPlan, planEdition } from "#app/features/edition/plan-edition.ts";
import { weekTemplate } from "#app/features/edition/template/week.ts";
import { DAY, later, MINUTE, type Moment } from "#app/lib/moment.ts";
import { deliverLetter } from "#app/mail/deliver-letter.server.ts";
import { outboxTransport } from "#app/mail/transport.server.ts";
import type { Database } from "#db/database.server.ts";
import type { FileStore } from "#storage/files.server.ts";
import { type Entry, papersOf, type Stage } from "./demo-entries.server.ts";
import { featureScenes } from "./demo-feature-call.server.ts";
import { Library } from "./demo-files.server.ts";
import { openCallScenes, openEntries } from "./demo-open-calls.server.ts";
import { chair, joinIn, jurors, manager, plantAdministrator, plantRoles } from "./demo-people.server.ts";
import { shortFilmScenes } from "./demo-short-call.server.ts";
import { shorts } from "./demo-shorts.ts";
import { calendarAround, play } from "./demo-time.ts";
import { features } from "./demo-works.ts";

/** How many days earlier than the others these calls ran: one has its jury at work, one is over. */
const EARLIER: Readonly<Record<string, number>> = { "SL-S": 42, "GK-F": 100 };
const DAYS_TO_OPENING = 80;

/** Whether nothing was ever planted or made here. */
export async function isBare(db: Database): Promise<boolean> {
  return (await db.selectFrom("edition").select("id").limit(1).executeTakeFirst()) === undefined;
}

type Planting = {
  db: Database;
  store: FileStore;
  /** The folder of the films and papers shipped with the demo. */
  media: string;
  now: Moment;
  /** Told what is being made next. */
  tell?: (step: "week" | "letters") => void;
};

/**
 * Plants the demo Week into an empty database: by the use-cases people use, in the order of time, around `now`. Calls
 * are open in both programmes, the jury of the short films is at work, and the feature projects' honours are published.
 */
export async function plantDemo({ db, store, media, now, tell = () => {} }: Planting): Promise<void> {
  const calendar = calendarAround(now);
  const library = new Library(db, store, media);
  const plan = demoPlan(calendar.on(DAYS_TO_OPENING));
  tell("week");
  // Each file is looked into by a process of its own: that goes on beside the play, which waits where it must.
  await Promise.all([prepareMedia(library, plan, openEntries(calendar)), playWeek({ db, calendar, library, plan })]);
  tell("letters");
  await deliverLetters(db);
}

type Play = Pick<Stage, "db" | "calendar" | "library"> & { plan: EditionPlan };

async function playWeek({ db, calendar, library, plan }: Play) {
  const begun = calendar.at(-160, 9);
  const adminId = await plantAdministrator(db, begun);
  const { programmes, calls } = await createEdition(db, { plan, actorId: adminId, now: later(begun, 40 * MINUTE) });
  const people = new Map<string, string>();
  for (const [place, newcomer] of [manager, chair, ...jurors].entries())
    people.set(newcomer.email, await joinIn(db, newcomer, calendar.at(-158, 9, place * 20)));
  const programmeIds = [programmes["golden-key"] ?? "", programmes["sea-level"] ?? ""];
  await plantRoles(db, { programmeIds, ids: people, grantedBy: adminId, now: calendar.at(-157, 10) });

  const stage: Stage = { db, library, calendar, people, programmes, calls, entries: new Map() };
  const organiserId = people.get(manager.email) ?? "";
  const [goldenKey, seaLevel] = programmeIds.map((programmeId) => ({ programmeId, organiserId }));
  if (!goldenKey || !seaLevel) throw new Error("the Week lacks a programme");
  const known = <Person extends { email: string }>(person: Person) => ({
    ...person,
    id: people.get(person.email) ?? "",
  });
  const panel = jurors.map(known);
  await play([
    ...featureScenes({ stage, by: goldenKey, panel, chair: known(chair) }),
    ...shortFilmScenes({ stage, by: seaLevel, panel }),
    ...openCallScenes(stage, { goldenKey, seaLevel }),
  ]);
}

/** Every file of the demo is looked into once. */
async function prepareMedia(library: Library, plan: EditionPlan, open: readonly Entry[]) {
  const definitions = new Map(
    plan.programmes.flatMap(({ calls }) => calls.map((call) => [call.code, call.definition] as const)),
  );
  const of = (call: string) => (work: Entry["work"], place: number) => ({ call, work, place, startedAt: "" as Moment });
  const entries = [...features.map(of("GK-F")), ...shorts.map(of("SL-S")), ...open];
  const papers = await Promise.all(
    entries.map((entry) => {
      const definition = definitions.get(entry.call);
      return definition ? papersOf(definition, entry, library) : [];
    }),
  );
  await library.prepare(papers.flat().map(({ content }) => content));
}

/** Nobody has a mailbox here: every letter arrives in the outbox, half a minute after it was written. */
async function deliverLetters(db: Database) {
  const letters = await db.selectFrom("letter").select(["id", "createdAt"]).where("state", "=", "queued").execute();
  for (const { id, createdAt } of letters)
    await deliverLetter(db, { letterId: id, transport: outboxTransport, now: later(createdAt, MINUTE / 2) });
}

/** The Week as the template has it, with two calls moved to where the demo wants to show them. */
function demoPlan(openingDay: Parameters<typeof planEdition>[1]["openingDay"]): EditionPlan {
  const plan = planEdition(weekTemplate, { openingDay });
  return {
    ...plan,
    programmes: plan.programmes.map((programme) => ({
      ...programme,
      calls: programme.calls.map((call) => {
        const shift = (moment: Moment) => later(moment, -(EARLIER[call.code] ?? 0) * DAY);
        const moved = <Dates extends { opensAt: Moment; closesAt: Moment }>(dates: Dates): Dates => ({
          ...dates,
          opensAt: shift(dates.opensAt),
          closesAt: shift(dates.closesAt),
        });
        return { ...moved(call), rounds: call.rounds.map(moved) };
      }),
    })),
  };
}
