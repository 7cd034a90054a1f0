import { type Jury, readJury } from "#app/features/assignment/read-jury.server.ts";
import { hintFinder } from "#app/features/conflict/hints.ts";
import { conflictKindsOf, conflictLabel } from "#app/features/conflict/kinds.ts";
import {
  findEditionSettings,
  listConflictsOfCall,
  listJurySide,
  listTeamsOfCall,
} from "#app/features/conflict/queries.server.ts";
import { listInvitations } from "#app/features/invitation/queries.server.ts";
import type { Language } from "#app/i18n/text.ts";
import type { Moment } from "#app/lib/moment.ts";
import type { Db } from "#db/database.server.ts";
import { listProgrammeJurors } from "./queries.server.ts";

type Asked = {
  callId: string;
  programmeId: string;
  roundId: string;
  personId: string;
  language: Language;
  now: Moment;
};

const HINTS_SHOWN = 50;

/** A round's panel with whom to ask, who was asked, and what keeps whom from which entry. Null for an entrant. */
export async function readPanel(db: Db, { callId, programmeId, roundId, personId, language, now }: Asked) {
  const jury = await readJury(db, { callId, roundId, personId });
  if (!jury) return null;
  const hidden = new Set(jury.hiddenIds);
  const onPanel = new Set(jury.jurors.filter(({ leftAt }) => !leftAt).map(({ jurorId }) => jurorId));
  const [programmeJurors, invitations, conflicts, jurySide, settings, teams] = [
    await listProgrammeJurors(db, programmeId),
    await listInvitations(db, { programmeId, roundId, now }),
    await listConflictsOfCall(db, callId),
    await listJurySide(db, programmeId),
    await findEditionSettings(db, programmeId),
    await listTeamsOfCall(db, callId),
  ];
  const kinds = conflictKindsOf(settings?.settings ?? "{}");
  const known = new Set(conflicts.map((one) => `${one.applicationId} ${one.personId}`));
  return {
    jurors: jury.jurors,
    candidates: programmeJurors
      .filter(({ id }) => !onPanel.has(id))
      .map(({ id, name, email }) => ({ id, name, email })),
    invitations: invitations.map(({ id, name, email, state, createdAt, expiresAt, declineReason }) => ({
      id,
      name,
      email,
      state,
      createdAt,
      expiresAt,
      declineReason,
    })),
    conflicts: conflicts
      .filter(({ applicationId }) => !hidden.has(applicationId))
      .map((one) => ({ ...one, kind: conflictLabel(kinds, one.kind)[language], isOwn: one.personId === personId })),
    kinds: kinds.map(({ id, label }) => ({ id, label: label[language] })),
    people: jurySide.map(({ id, name, email }) => ({ id, name, email })),
    hints: hintsOf(teams, jury.jurors)
      .filter((hint) => !hidden.has(hint.applicationId) && !known.has(`${hint.applicationId} ${hint.personId}`))
      .slice(0, HINTS_SHOWN),
  };
}

type Team = Awaited<ReturnType<typeof listTeamsOfCall>>;

function hintsOf(teams: Team, jurors: Jury["jurors"]) {
  const people = jurors
    .filter(({ leftAt }) => !leftAt)
    .map(({ jurorId, name, email }) => ({ id: jurorId, name, email }));
  const entries = new Map<string, { code: string | null; title: string; emails: string[]; names: string[] }>();
  for (const { applicationId, code, title, name, email } of teams) {
    const entry = entries.get(applicationId) ?? { code, title, emails: [], names: [] };
    entry.emails.push(email);
    entry.names.push(name);
    entries.set(applicationId, entry);
  }
  const hintsFor = hintFinder(people);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return [...entries].flatMap(([applicationId, { code, title, ...entry }]) =>
    hintsFor(entry).map((hint) => ({ ...hint, applicationId, code, title, name: names.get(hint.personId) ?? "" })),
  );
}
