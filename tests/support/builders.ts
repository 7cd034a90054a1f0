import type { CallDefinition } from "#app/features/call/definition.ts";
import { newId } from "#app/lib/id.server.ts";
import { type Moment, parseDay, parseMoment } from "#app/lib/moment.ts";
import type { Db } from "#db/database.server.ts";
import type { Schema } from "#db/schema.ts";

/** Moments of the tests' small world: the call is open from March to mid-May 2027. */
export const opening = parseMoment("2027-03-01T00:00:00.000Z");
export const closing = parseMoment("2027-05-15T15:59:59.000Z");
export const duringCall = parseMoment("2027-04-01T08:00:00.000Z");
export const afterCall = parseMoment("2027-06-01T08:00:00.000Z");

type Row<Table extends keyof Schema, Needed extends keyof Schema[Table] = never> = Partial<Schema[Table]> &
  Pick<Schema[Table], Needed>;

let serial = 0;
const next = () => ++serial;

/**
 * Builders of rows: they fill what a test does not care about and require the parents. A builder never invents
 * the row another one refers to.
 */
export function given(db: Db) {
  async function insert<Table extends keyof Schema>(table: Table, row: Schema[Table]): Promise<Schema[Table]> {
    await db
      .insertInto(table)
      .values(row as never)
      .execute();
    return row;
  }
  return {
    person(row: Row<"person"> = {}) {
      const number = next();
      const email = row.email ?? `person${number}@example.test`;
      return insert("person", {
        id: newId(),
        email,
        emailFolded: email.toLowerCase(),
        name: `Person ${number}`,
        passwordHash: null,
        language: "en",
        emailVerifiedAt: opening,
        totpSecret: null,
        totpConfirmedAt: null,
        disabledAt: null,
        createdAt: opening,
        ...row,
      });
    },
    role(row: Row<"role", "personId" | "kind">) {
      return insert("role", {
        id: newId(),
        programmeId: null,
        grantedBy: null,
        grantedAt: opening,
        revokedAt: null,
        ...row,
      });
    },
    edition(row: Row<"edition"> = {}) {
      const number = next();
      return insert("edition", {
        id: newId(),
        year: 2027,
        slug: `week-${number}`,
        nameZh: "2027青岛影视周",
        nameEn: "2027 Qingdao Film and TV Week",
        themeZh: "",
        themeEn: "",
        startsOn: parseDay("2027-07-17"),
        endsOn: parseDay("2027-07-19"),
        timeZone: "Asia/Shanghai",
        settings: "{}",
        createdAt: opening,
        ...row,
      });
    },
    unit(row: Row<"unit", "editionId">) {
      const number = next();
      return insert("unit", { id: newId(), number, slug: `unit-${number}`, nameZh: "单元", nameEn: "Unit", ...row });
    },
    programme(row: Row<"programme", "editionId" | "unitId">) {
      return insert("programme", {
        id: newId(),
        slug: `programme-${next()}`,
        nameZh: "“海平面”青年影人计划",
        nameEn: "“Sea Level” Young Filmmaker Program",
        intake: "open",
        maxEntriesPerLead: 2,
        ...row,
      });
    },
    /** A call with its first definition. */
    async call({ definition = smallDefinition, ...row }: Row<"call", "programmeId"> & { definition?: CallDefinition }) {
      const number = next();
      const call = await insert("call", {
        id: newId(),
        code: `SL-${number}`,
        slug: `sl-${number}`,
        nameZh: "短片",
        nameEn: "Short film",
        isCompetitive: 1,
        position: number,
        opensAt: opening,
        closesAt: closing,
        definitionId: newId(),
        lastSerial: 0,
        createdAt: opening,
        ...row,
      });
      await insert("callDefinition", {
        id: call.definitionId,
        callId: call.id,
        version: 1,
        definition: JSON.stringify(definition),
        createdBy: null,
        createdAt: opening,
      });
      return call;
    },
    /** A draft with its lead as the only member. */
    async application(row: Row<"application", "callId" | "definitionId" | "leadId">) {
      const application = await insert("application", {
        id: newId(),
        code: null,
        title: "",
        answers: "{}",
        version: 1,
        state: "draft",
        searchText: "",
        submissionId: null,
        submittedAt: null,
        createdAt: duringCall,
        updatedAt: duringCall,
        ...row,
      });
      await insert("teamMember", {
        applicationId: application.id,
        personId: application.leadId,
        role: "lead",
        joinedAt: application.createdAt,
      });
      return application;
    },
    teamMember(row: Row<"teamMember", "applicationId" | "personId">) {
      return insert("teamMember", { role: "editor", joinedAt: duringCall, ...row });
    },
    /** A sealed submission, set as the one that stands. */
    async submission(row: Row<"submission", "applicationId" | "definitionId" | "submittedBy">) {
      const number = next();
      const submission = await insert("submission", {
        id: newId(),
        number: 1,
        answers: "{}",
        manifest: "[]",
        hash: "0".repeat(64),
        receiptNumber: `R-${number}`,
        idempotencyKey: newId(),
        arrivedAt: duringCall,
        createdAt: duringCall,
        ...row,
      });
      await db
        .updateTable("application")
        .set({ submissionId: submission.id, submittedAt: submission.createdAt })
        .where("id", "=", submission.applicationId)
        .execute();
      return submission;
    },
    file(row: Row<"file", "applicationId" | "uploadedBy">) {
      const number = next();
      return insert("file", {
        id: newId(),
        slot: "screener",
        name: `film-${number}.mp4`,
        bytes: 1000,
        format: "mp4",
        storageKey: `test/${newId()}`,
        uploadId: newId(),
        partBytes: 16 * 1024 * 1024,
        fingerprint: `fingerprint-${number}`,
        crc32: "00000000",
        sha256: "0".repeat(64),
        state: "ready",
        obstacles: "[]",
        facts: "{}",
        createdAt: duringCall,
        completedAt: duringCall,
        verifiedAt: duringCall,
        removedAt: null,
        ...row,
      });
    },
    round(row: Row<"round", "callId">) {
      const number = next();
      const plan = smallDefinition.rounds[0];
      return insert("round", {
        id: newId(),
        code: `r${number}`,
        position: number,
        nameZh: "初评",
        nameEn: "First viewing",
        kind: "screening",
        isBlind: 1,
        reviewsPerEntry: 2,
        maxLoad: 40,
        plan: JSON.stringify(plan),
        opensAt: null,
        closesAt: null,
        openedAt: null,
        openedBy: null,
        closedAt: null,
        closedBy: null,
        ...row,
      });
    },
    roundEntry(row: Row<"roundEntry", "roundId" | "applicationId" | "submissionId">) {
      return insert("roundEntry", { id: newId(), createdAt: afterCall, ...row });
    },
    panelist(row: Row<"panelist", "roundId" | "personId">) {
      return insert("panelist", {
        id: newId(),
        maxLoad: 40,
        expertise: "[]",
        addedBy: null,
        addedAt: afterCall,
        leftAt: null,
        ...row,
      });
    },
    assignment(row: Row<"assignment", "roundId" | "applicationId" | "jurorId">) {
      const number = next();
      return insert("assignment", {
        id: newId(),
        label: `Film ${number}`,
        position: number,
        assignedBy: null,
        createdAt: afterCall,
        ...row,
      });
    },
    conflict(row: Row<"conflict", "applicationId" | "personId" | "declaredBy">) {
      return insert("conflict", {
        id: newId(),
        kind: "other_personal",
        isHard: 1,
        note: "",
        createdAt: afterCall,
        liftedAt: null,
        liftedBy: null,
        ...row,
      });
    },
    /** A review with its marks, in hundredths by criterion. Sent unless told otherwise. */
    async review({ marks = {}, ...row }: Row<"review", "assignmentId"> & { marks?: Record<string, number> }) {
      const review = await insert("review", {
        id: newId(),
        verdict: null,
        privateNote: "",
        panelText: "",
        applicantText: "",
        version: 1,
        createdAt: afterCall,
        savedAt: afterCall,
        sentAt: afterCall,
        ...row,
      });
      for (const [criterion, hundredths] of Object.entries(marks))
        await insert("mark", { reviewId: review.id, criterion, hundredths });
      return review;
    },
    decision(row: Row<"decision", "roundId" | "applicationId" | "decidedBy">) {
      return insert("decision", {
        id: newId(),
        outcome: "advance",
        reservePosition: null,
        reason: "",
        version: 1,
        decidedAt: afterCall,
        ...row,
      });
    },
    publication(row: Row<"publication", "callId" | "roundId" | "publishedBy">) {
      return insert("publication", { id: newId(), publishedAt: afterCall as Moment, ...row });
    },
  };
}

const both = (zh: string, en: string) => ({ zh, en });

/** A call small enough for a test to read: one blind field, one open, one staff, one film slot, one blind round. */
export const smallDefinition: CallDefinition = {
  sections: [
    {
      id: "work",
      title: both("作品", "Work"),
      fields: [
        {
          id: "title_zh",
          label: both("作品名称", "Title"),
          type: "text",
          required: true,
          max: 40,
          unit: "char",
          visibility: "blind",
          stage: "submit",
        },
        {
          id: "synopsis_zh",
          label: both("故事梗概", "Synopsis"),
          type: "longtext",
          required: false,
          max: 500,
          unit: "char",
          visibility: "blind",
          stage: "submit",
        },
        {
          id: "company_profile",
          label: both("公司简介", "Company"),
          type: "longtext",
          required: false,
          max: 150,
          unit: "char",
          visibility: "open",
          stage: "submit",
        },
        {
          id: "legal_name",
          label: both("姓名", "Legal name"),
          type: "text",
          required: true,
          max: 100,
          visibility: "staff",
          stage: "submit",
        },
      ],
    },
  ],
  slots: [
    {
      id: "screener",
      label: both("正片", "Film"),
      formats: ["mp4", "mov"],
      maxBytes: 8 * 1024 ** 3,
      maxMinutes: 30,
      count: [1, 1],
      required: true,
      visibility: "blind",
      stage: "submit",
    },
  ],
  rules: [],
  rounds: [
    {
      id: "r1",
      name: both("初评", "First viewing"),
      kind: "screening",
      blind: true,
      reviews: 2,
      maxLoad: 40,
      criteria: [
        {
          id: "s_story",
          label: both("故事", "Story"),
          weight: 60,
          anchors: { high: both("好", "Good"), middle: both("可", "Fair"), low: both("弱", "Weak") },
        },
        {
          id: "s_craft",
          label: both("技术", "Craft"),
          weight: 40,
          anchors: { high: both("好", "Good"), middle: both("可", "Fair"), low: both("弱", "Weak") },
        },
      ],
    },
  ],
  awards: [{ id: "sl_short_of_year", name: both("年度短片", "Short of the Year"), count: 1, kinds: ["honour"] }],
  scale: {
    min: 1,
    max: 10,
    step: 0.5,
    commentRequiredBelow: 4,
    commentRequiredAbove: 9,
    bands: [],
    totalBands: [],
    verdicts: [
      { id: "champion", label: both("力荐", "Champion") },
      { id: "recommend", label: both("推荐", "Recommend") },
      { id: "discuss", label: both("待议", "Discuss") },
      { id: "decline", label: both("不推荐", "Decline") },
    ],
    championQuota: 2,
  },
  graceMinutes: 120,
  fixWindowHours: 72,
};

/** The parents of everything: an edition, a unit, a programme and one open call. */
export async function smallWeek(db: Db) {
  const make = given(db);
  const edition = await make.edition();
  const unit = await make.unit({ editionId: edition.id });
  const programme = await make.programme({ editionId: edition.id, unitId: unit.id });
  const call = await make.call({ programmeId: programme.id });
  return { edition, unit, programme, call };
}
