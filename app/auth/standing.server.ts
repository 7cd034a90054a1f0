import { later, MINUTE, type Moment } from "#app/lib/moment.ts";
import { NotFound } from "#app/lib/refusal.ts";
import type { Db } from "#db/database.server.ts";
import { prepared } from "#db/prepared.server.ts";
import type { Letter } from "./abilities.ts";
import { type Standing, stateOf } from "./policy.ts";
import type { Viewer } from "./visit.ts";

/** How long after a call's close an upload that began in time may finish. */
export const GRACE_MINUTES = 120;

type Asked = { viewer: Viewer | null; now: Moment };

/** What a viewer is to nothing in particular. */
export function standingAnywhere(viewer: Viewer | null): Standing {
  const letters = new Set<Letter>(viewer ? ["A"] : ["V"]);
  if (viewer?.isAdministrator) letters.add("S");
  return { letters, state: "4" };
}

/** What a viewer is to a programme. */
export function standingInProgramme(viewer: Viewer | null, programmeId: string): Standing {
  const { letters, state } = standingAnywhere(viewer);
  const all = new Set(letters);
  if (viewer) for (const letter of programmeLetters(viewer, programmeId)) all.add(letter);
  return { letters: all, state };
}

/** What a viewer is to one application, and the state it is in. Three queries. Throws NotFound for an unknown one. */
export async function standingOnApplication(
  db: Db,
  { viewer, applicationId, now }: Asked & { applicationId: string },
): Promise<Standing & { programmeId: string; callId: string }> {
  const [facts] = await factsOf(db, { applicationId });
  if (!facts) throw new NotFound();
  const [round] = await lastRoundOf(db, { applicationId });

  const state = stateOf({
    state: facts.state,
    isOpen: facts.opensAt <= now && now <= facts.closesAt,
    isInGrace: facts.closesAt < now && now <= later(facts.closesAt, GRACE_MINUTES * MINUTE),
    round: round
      ? {
          isOpen: round.openedAt !== null && round.closedAt === null,
          isClosed: round.closedAt !== null,
          isDecided: round.decisionId !== null,
          isPublished: round.publicationId !== null && round.decisionId !== null,
        }
      : null,
  });
  const letters = new Set(standingAnywhere(viewer).letters);
  if (viewer)
    for (const letter of await applicationLetters(db, { viewer, applicationId, ...facts })) letters.add(letter);
  return { letters, state, programmeId: facts.programmeId, callId: facts.callId };
}

const factsOf = prepared((db, { applicationId }: { applicationId: string }) =>
  db
    .selectFrom("application")
    .innerJoin("call", "call.id", "application.callId")
    .select(["application.state", "application.callId", "call.programmeId", "call.opensAt", "call.closesAt"])
    .where("application.id", "=", applicationId),
);
const lastRoundOf = prepared((db, { applicationId }: { applicationId: string }) =>
  db
    .selectFrom("roundEntry")
    .innerJoin("round", "round.id", "roundEntry.roundId")
    .leftJoin("decision", (join) =>
      join.onRef("decision.roundId", "=", "round.id").onRef("decision.applicationId", "=", "roundEntry.applicationId"),
    )
    .leftJoin("publication", "publication.roundId", "round.id")
    .select(["round.openedAt", "round.closedAt", "decision.id as decisionId", "publication.id as publicationId"])
    .where("roundEntry.applicationId", "=", applicationId)
    .orderBy("round.position", "desc")
    .limit(1),
);

type Tie = { viewer: Viewer; applicationId: string; programmeId: string; callId: string };

async function applicationLetters(db: Db, { viewer, applicationId, programmeId, callId }: Tie): Promise<Letter[]> {
  const [tie] = await tiesOf(db, { personId: viewer.personId, applicationId, callId });
  const letters: Letter[] = [];
  if (tie?.role) letters.push(tie.role === "lead" ? "O" : tie.role === "editor" ? "T" : "W");
  const isRecused = Boolean(tie?.hasRecused || tie?.hasConflict || tie?.isEntrant);
  if (isRecused || tie?.role) return letters;
  if (tie?.isAssigned) letters.push("J");
  return [...letters, ...programmeLetters(viewer, programmeId)];
}

type Ties = { personId: string; applicationId: string; callId: string };
const tiesOf = prepared((db, { personId, applicationId, callId }: Ties) =>
  db
    .selectFrom("person")
    .leftJoin("teamMember", (join) =>
      join.onRef("teamMember.personId", "=", "person.id").on("teamMember.applicationId", "=", applicationId),
    )
    .select("teamMember.role")
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom("assignment")
            .leftJoin("recusal", "recusal.assignmentId", "assignment.id")
            .select("assignment.id")
            .where("assignment.applicationId", "=", applicationId)
            .whereRef("assignment.jurorId", "=", "person.id")
            .where("recusal.assignmentId", "is", null),
        )
        .as("isAssigned"),
      eb
        .exists(
          eb
            .selectFrom("assignment")
            .innerJoin("recusal", "recusal.assignmentId", "assignment.id")
            .select("assignment.id")
            .where("assignment.applicationId", "=", applicationId)
            .whereRef("assignment.jurorId", "=", "person.id"),
        )
        .as("hasRecused"),
      eb
        .exists(
          eb
            .selectFrom("conflict")
            .select("conflict.id")
            .where("conflict.applicationId", "=", applicationId)
            .whereRef("conflict.personId", "=", "person.id")
            .where("conflict.liftedAt", "is", null),
        )
        .as("hasConflict"),
      eb
        .exists(
          // From the person's few teams to the call, never from the call's thousands of entries to the person.
          eb
            .selectFrom("teamMember as own")
            .select("own.applicationId")
            .whereRef("own.personId", "=", "person.id")
            .where((own) =>
              own.exists(
                own
                  .selectFrom("application as other")
                  .select("other.id")
                  .whereRef("other.id", "=", "own.applicationId")
                  .where("other.callId", "=", callId)
                  .where("other.state", "not in", ["draft", "withdrawn"]),
              ),
            ),
        )
        .as("isEntrant"),
    ])
    .where("person.id", "=", personId),
);

function programmeLetters(viewer: Viewer, programmeId: string): Letter[] {
  const letters: Letter[] = [];
  if (viewer.organises.includes(programmeId)) letters.push("M");
  else if (viewer.organises.length > 0) letters.push("X");
  if (viewer.chairs.includes(programmeId)) letters.push("C");
  if (viewer.judges.includes(programmeId)) letters.push("N");
  return letters;
}
