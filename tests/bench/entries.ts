import { createHash } from "node:crypto";
import { answersShown } from "#app/features/application/derived.ts";
import { applyReading, readSection } from "#app/features/application/read-section.ts";
import { searchTextOf } from "#app/features/application/search-text.ts";
import type { Answers } from "#app/features/call/answers.ts";
import type { CallDefinition } from "#app/features/call/definition.ts";
import type { CallRow } from "#app/features/call/queries.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import type { Schema } from "#db/schema.ts";
import { demoAnswers } from "#db/seeds/demo-answers.ts";
import { shorts } from "#db/seeds/demo-shorts.ts";
import { features } from "#db/seeds/demo-works.ts";

/** All rows of one application. */
export type Entry = {
  lead: Schema["person"];
  application: Schema["application"];
  member: Schema["teamMember"];
  files: Schema["file"][];
  submission: Schema["submission"] | null;
  transitions: Schema["transition"][];
};

type Wanted = {
  call: Pick<CallRow, "id" | "slug" | "code" | "definitionId" | "programmeSlug" | "year" | "editionStartsOn">;
  definition: CallDefinition;
  /** An entry is handed in and before a jury; a draft is complete and waits for its lead. */
  kind: "entry" | "draft";
  count: number;
  startedAt: Moment;
  sealedAt: Moment;
};

/** Applications as filled in and as large as the demo's. */
export function entriesOf(wanted: Wanted): Entry[] {
  return Array.from({ length: wanted.count }, (_, place) => entryOf(wanted, place));
}

function entryOf({ call, definition, kind, startedAt, sealedAt }: Wanted, place: number): Entry {
  const isSealed = kind === "entry";
  const lead = leadOf(`${call.slug}-${place}`, startedAt);
  const answers = answersOf(definition, { slug: call.slug, lead, place });
  const code = isSealed
    ? `${call.programmeSlug}-${call.year}-${call.code}-${String(place + 1).padStart(4, "0")}`
    : null;
  const id = newId();
  const files = filesOf(definition, { applicationId: id, uploadedBy: lead.id, at: startedAt });
  const application: Schema["application"] = {
    id,
    callId: call.id,
    definitionId: call.definitionId,
    leadId: lead.id,
    code,
    title: String(answers.title_zh ?? ""),
    answers: JSON.stringify(answers),
    version: 8,
    state: isSealed ? "in_review" : "draft",
    searchText: searchTextOf({ answers, code, leadName: lead.name, leadEmail: lead.email }),
    submissionId: isSealed ? newId() : null,
    submittedAt: isSealed ? sealedAt : null,
    createdAt: startedAt,
    updatedAt: isSealed ? sealedAt : startedAt,
  };
  return {
    lead,
    application,
    member: { applicationId: id, personId: lead.id, role: "lead", joinedAt: startedAt },
    files,
    submission: sealedOf({ application, answers, definition, files, edition: call.editionStartsOn, sealedAt }),
    transitions: isSealed
      ? [
          transitionOf(id, { from: "draft", to: "submitted", actorId: lead.id, at: sealedAt }),
          transitionOf(id, { from: "submitted", to: "in_review", actorId: null, at: sealedAt }),
        ]
      : [],
  };
}

function leadOf(name: string, createdAt: Moment): Schema["person"] {
  const email = `${name}@bench.test`;
  return {
    id: newId(),
    email,
    emailFolded: email,
    name: `陈屿 ${name}`,
    passwordHash: null,
    language: "en",
    emailVerifiedAt: createdAt,
    totpSecret: null,
    totpConfirmedAt: null,
    disabledAt: null,
    createdAt,
  };
}

type Author = { slug: string; lead: Schema["person"]; place: number };

function answersOf(definition: CallDefinition, { slug, lead, place }: Author): Answers {
  const works = slug === "gk-f" ? features : shorts;
  const known = works[place % works.length];
  if (!known) throw new Error("the demo has no works");
  const work = { ...known, zh: `${known.zh}${place + 1}`, en: `${known.en} ${place + 1}` };
  const applicant = { name: lead.name, email: lead.email, bornOn: "1996-05-04", isCompany: slug === "gk-f" };
  const typed = demoAnswers(definition, { work, applicant, place: place % 5 });
  let answers: Answers = {};
  for (const section of definition.sections)
    answers = applyReading(answers, readSection(section, typed.get(section.id) ?? []));
  return answers;
}

type Owner = { applicationId: string; uploadedBy: string; at: Moment };

function filesOf(definition: CallDefinition, { applicationId, uploadedBy, at }: Owner): Schema["file"][] {
  const slots = definition.slots.filter(({ required, stage }) => required && stage === "submit");
  return slots.map((slot) => {
    const id = newId();
    const [format = "pdf"] = slot.formats;
    const facts = format === "mp4" ? { seconds: 840, width: 1920, height: 1080, codec: "h264" } : { pages: 5 };
    return {
      id,
      applicationId,
      slot: slot.id,
      name: `${slot.label.en}.${format}`,
      bytes: 4_000_000,
      format,
      storageKey: `bench/${id}`,
      uploadId: newId(),
      partBytes: 8 * 1024 * 1024,
      fingerprint: id,
      crc32: "00000000",
      sha256: createHash("sha256").update(id).digest("hex"),
      state: "ready",
      obstacles: "[]",
      facts: JSON.stringify(facts),
      uploadedBy,
      createdAt: at,
      completedAt: at,
      verifiedAt: at,
      removedAt: null,
    };
  });
}

type Seal = {
  application: Schema["application"];
  answers: Answers;
  definition: CallDefinition;
  files: readonly Schema["file"][];
  edition: CallRow["editionStartsOn"];
  sealedAt: Moment;
};

function sealedOf({ application, answers, definition, files, edition, sealedAt }: Seal): Schema["submission"] | null {
  if (!application.submissionId) return null;
  const shown = answersShown(definition, answers, { startsOn: edition, hasOverseasRecipient: false });
  const manifest = files.map(({ id, slot, name, bytes, format, sha256, storageKey, facts }) => ({
    ...{ id, slot, name, bytes, format, sha256, storageKey },
    ...JSON.parse(facts),
  }));
  const hash = createHash("sha256").update(application.id).digest("hex");
  return {
    id: application.submissionId,
    applicationId: application.id,
    number: 1,
    definitionId: application.definitionId,
    answers: JSON.stringify(shown),
    manifest: JSON.stringify(manifest),
    hash,
    receiptNumber: `${application.code}-1-${hash.slice(0, 6).toUpperCase()}`,
    idempotencyKey: newId(),
    submittedBy: application.leadId,
    arrivedAt: sealedAt,
    createdAt: sealedAt,
  };
}

type Step = {
  from: Schema["application"]["state"];
  to: Schema["application"]["state"];
  actorId: string | null;
  at: Moment;
};

function transitionOf(applicationId: string, { from, to, actorId, at }: Step): Schema["transition"] {
  return {
    id: newId(),
    applicationId,
    fromState: from,
    toState: to,
    reason: "",
    actorId,
    createdAt: at,
    until: null,
    reopened: null,
  };
}
