import { findingsFor } from "#app/features/application/eligibility.ts";
import { fixWindowEnd } from "#app/features/application/fix-window.ts";
import { editionFactsOf, listTeam, openAnswers } from "#app/features/application/queries.server.ts";
import { shapeEntry } from "#app/features/application/visibility.ts";
import { findDefinition } from "#app/features/call/queries.server.ts";
import { openManifest } from "#app/features/submission/manifest.ts";
import type { Language } from "#app/i18n/text.ts";
import { type Day, type Moment, parseMoment } from "#app/lib/moment.ts";
import type { Db } from "#db/database.server.ts";
import { findManagedApplication, listSubmissions, listTransitions } from "./queries.server.ts";
import { isCheckable } from "./rules.ts";

type Asked = { applicationId: string; callId: string; startsOn: Day; language: Language; now: Moment };

/**
 * An entry as its organisers read and check it: what was sealed last, never the draft behind it; the rules it breaks;
 * its team and its history. Null for one that was never handed in or belongs to another call.
 */
export async function readChecked(db: Db, { applicationId, callId, startsOn, language, now }: Asked) {
  const row = await findManagedApplication(db, { applicationId, callId });
  if (!row?.submissionId || !row.answers || !row.manifest || !row.sealedAt || !row.sealedDefinitionId) return null;
  const definition = await findDefinition(db, row.sealedDefinitionId);
  if (!definition) return null;
  const answers = openAnswers(row.answers);
  const files = openManifest(row.manifest);
  const edition = editionFactsOf({ startsOn });
  const [team, transitions, submissions] = await Promise.all([
    listTeam(db, applicationId),
    listTransitions(db, applicationId),
    listSubmissions(db, applicationId),
  ]);
  const sealedAt = parseMoment(row.sealedAt);
  // Rules are judged as of the moment of handing in; whether it was in time was decided then.
  const facts = { edition, arrivedAt: sealedAt, closesAt: sealedAt, otherEntriesOfLead: 0 };
  const { warn, staff } = findingsFor(definition, answers, files, facts);
  const { id, code, title, state, leadName, leadEmail, receiptNumber, hash, submissionId } = row;
  return {
    application: { id, code, title, state, leadName, leadEmail, receiptNumber, hash, submissionId, sealedAt },
    entry: shapeEntry({ definition, answers, files, edition }, { audience: "organiser", language }),
    findings: [...staff, ...warn].map(({ rule, severity, message }) => ({ rule, severity, text: message[language] })),
    team: team.map(({ name, email, role }) => ({ name, email, role })),
    transitions,
    submissions,
    isCheckable: isCheckable(state),
    wasReturned: transitions.some(({ toState }) => toState === "returned"),
    reopenable: [
      ...definition.sections.map(({ id, title: name, fields }) => ({
        id: `section:${id}`,
        label: name[language],
        fields: fields
          .filter(({ type, stage }) => type !== "computed" && stage === "submit")
          .map((field) => ({ id: field.id, label: field.label[language] })),
      })),
      ...definition.slots
        .filter(({ stage }) => stage === "submit")
        .map((slot) => ({ id: slot.id, label: slot.label[language], fields: [] })),
    ],
    fixUntil: fixWindowEnd({ createdAt: now, until: null }, definition),
  };
}

export type Checked = NonNullable<Awaited<ReturnType<typeof readChecked>>>;
