import type { Day, Moment } from "#app/lib/moment.ts";

/** The one typed schema of both engines. Types only; migrations make the tables. */

type Flag = 0 | 1;

export type RoleKind = "administrator" | "organiser" | "chair" | "juror";
export type TeamRole = "lead" | "editor" | "viewer";
export type ApplicationState =
  | "draft"
  | "submitted"
  | "in_check"
  | "returned"
  | "eligible"
  | "rejected"
  | "in_review"
  | "not_advanced"
  | "shortlisted"
  | "reserve"
  | "selected"
  | "honoured"
  | "not_honoured"
  | "withdrawn"
  | "disqualified";
export type FileState = "uploading" | "verifying" | "ready" | "refused" | "removed";
export type Outcome = "advance" | "reserve" | "decline";

export type Schema = {
  person: {
    id: string;
    email: string;
    /** Lower-cased, for finding; unique. */
    emailFolded: string;
    name: string;
    passwordHash: string | null;
    language: "zh" | "en";
    emailVerifiedAt: Moment | null;
    /** Sealed with the installation's secret. */
    totpSecret: string | null;
    totpConfirmedAt: Moment | null;
    disabledAt: Moment | null;
    createdAt: Moment;
  };
  role: {
    id: string;
    personId: string;
    kind: RoleKind;
    /** Null only for administrators. */
    programmeId: string | null;
    grantedBy: string | null;
    grantedAt: Moment;
    revokedAt: Moment | null;
  };
  session: {
    /** SHA-256 of the cookie's token. */
    id: string;
    personId: string;
    userAgent: string;
    createdAt: Moment;
    lastSeenAt: Moment;
    expiresAt: Moment;
    /** When the second factor was shown in this session. */
    secondFactorAt: Moment | null;
    /** When the person last proved who they are: sensitive acts ask again after a while. */
    provedAt: Moment;
  };
  passkey: {
    id: string;
    personId: string;
    publicKey: string;
    counter: number;
    transports: string;
    name: string;
    createdAt: Moment;
    lastUsedAt: Moment | null;
  };
  recoveryCode: { id: string; personId: string; codeHash: string; usedAt: Moment | null };
  /** A link sent by mail: scoped, expiring, hashed. */
  token: {
    /** SHA-256 of the secret in the link. */
    id: string;
    purpose: "verify-email" | "reset-password" | "change-email" | "first-administrator" | "passkey-challenge";
    personId: string | null;
    email: string;
    details: string;
    createdAt: Moment;
    expiresAt: Moment;
    usedAt: Moment | null;
  };
  invitation: {
    id: string;
    tokenHash: string;
    email: string;
    emailFolded: string;
    name: string;
    role: "organiser" | "chair" | "juror";
    programmeId: string;
    roundId: string | null;
    language: "zh" | "en";
    /** The organiser's own words, said in the letter and on the page behind its link. */
    message: string;
    invitedBy: string;
    createdAt: Moment;
    expiresAt: Moment;
    acceptedAt: Moment | null;
    acceptedBy: string | null;
    declinedAt: Moment | null;
    declineReason: string | null;
    revokedAt: Moment | null;
  };
  rateWindow: { id: string; startedAt: Moment; count: number };

  edition: {
    id: string;
    year: number;
    slug: string;
    nameZh: string;
    nameEn: string;
    themeZh: string;
    themeEn: string;
    startsOn: Day;
    endsOn: Day;
    timeZone: string;
    /** What the template says beyond columns: ballots, conflicts, entry codes … as JSON. */
    settings: string;
    createdAt: Moment;
  };
  unit: { id: string; editionId: string; number: number; slug: string; nameZh: string; nameEn: string };
  activity: {
    id: string;
    editionId: string;
    unitId: string | null;
    code: string;
    nameZh: string;
    nameEn: string;
    kind: string;
    startsOn: Day | null;
    endsOn: Day | null;
    status: string;
    callCode: string | null;
  };
  programme: {
    id: string;
    editionId: string;
    unitId: string;
    slug: string;
    nameZh: string;
    nameEn: string;
    intake: "open" | "nomination";
    maxEntriesPerLead: number;
  };
  call: {
    id: string;
    programmeId: string;
    code: string;
    slug: string;
    nameZh: string;
    nameEn: string;
    isCompetitive: Flag;
    position: number;
    opensAt: Moment;
    closesAt: Moment;
    definitionId: string;
    /** The last number given in an entry code of this call. */
    lastSerial: number;
    createdAt: Moment;
  };
  callDefinition: {
    id: string;
    callId: string;
    version: number;
    definition: string;
    createdBy: string | null;
    createdAt: Moment;
  };

  application: {
    id: string;
    callId: string;
    definitionId: string;
    leadId: string;
    /** `sea-level-2026-SL-S-0007`, given at the first submission; shown to jurors in place of names. */
    code: string | null;
    /** The work's title in the words of the answers; empty while unnamed. */
    title: string;
    answers: string;
    version: number;
    /** The newest row of `transition`, kept beside the row so that lists can filter. */
    state: ApplicationState;
    searchText: string;
    /** The submission that stands. */
    submissionId: string | null;
    submittedAt: Moment | null;
    createdAt: Moment;
    updatedAt: Moment;
  };
  transition: {
    id: string;
    applicationId: string;
    fromState: ApplicationState;
    toState: ApplicationState;
    reason: string;
    actorId: string | null;
    createdAt: Moment;
    /** For a return: until when the team may correct. */
    until: Moment | null;
    /** For a return: the fields and slots it opens again, as a JSON list; null where it opens everything. */
    reopened: string | null;
  };
  teamMember: { applicationId: string; personId: string; role: TeamRole; joinedAt: Moment };
  /** Sealed: never changed, only followed by another. */
  submission: {
    id: string;
    applicationId: string;
    number: number;
    definitionId: string;
    answers: string;
    /** The list of files as JSON text: slot, name, bytes, sha256 … */
    manifest: string;
    hash: string;
    receiptNumber: string;
    idempotencyKey: string;
    submittedBy: string;
    /** When the request reached the first middleware: this decides about deadlines. */
    arrivedAt: Moment;
    createdAt: Moment;
  };
  file: {
    id: string;
    applicationId: string;
    slot: string;
    name: string;
    bytes: number;
    /** Found in the content; empty until verified. */
    format: string;
    storageKey: string;
    uploadId: string;
    partBytes: number;
    fingerprint: string;
    crc32: string | null;
    sha256: string | null;
    state: FileState;
    obstacles: string;
    facts: string;
    uploadedBy: string;
    createdAt: Moment;
    completedAt: Moment | null;
    verifiedAt: Moment | null;
    removedAt: Moment | null;
  };
  filePart: { fileId: string; number: number; bytes: number; crc32: string; etag: string; createdAt: Moment };

  round: {
    id: string;
    callId: string;
    code: string;
    position: number;
    nameZh: string;
    nameEn: string;
    kind: "eligibility" | "screening" | "panel" | "training" | "live_pitch" | "deliberation";
    isBlind: Flag;
    reviewsPerEntry: number;
    maxLoad: number;
    /** The RoundPlan with its rubric as JSON: locked by the first mark. */
    plan: string;
    opensAt: Moment | null;
    closesAt: Moment | null;
    openedAt: Moment | null;
    openedBy: string | null;
    closedAt: Moment | null;
    closedBy: string | null;
  };
  roundEntry: { id: string; roundId: string; applicationId: string; submissionId: string; createdAt: Moment };
  panelist: {
    id: string;
    roundId: string;
    personId: string;
    maxLoad: number;
    expertise: string;
    addedBy: string | null;
    addedAt: Moment;
    leftAt: Moment | null;
  };
  conflict: {
    id: string;
    applicationId: string;
    personId: string;
    kind: string;
    isHard: Flag;
    note: string;
    declaredBy: string;
    createdAt: Moment;
    liftedAt: Moment | null;
    liftedBy: string | null;
  };
  assignment: {
    id: string;
    roundId: string;
    applicationId: string;
    jurorId: string;
    /** What this juror calls the entry in a blind round: differs by juror, says nothing. */
    label: string;
    /** Where it stands in this juror's own order. */
    position: number;
    assignedBy: string | null;
    createdAt: Moment;
  };
  recusal: { assignmentId: string; reason: string; declaredBy: string; createdAt: Moment };
  review: {
    id: string;
    assignmentId: string;
    verdict: string | null;
    privateNote: string;
    panelText: string;
    applicantText: string;
    version: number;
    createdAt: Moment;
    savedAt: Moment;
    sentAt: Moment | null;
  };
  mark: { reviewId: string; criterion: string; hundredths: number };

  decision: {
    id: string;
    roundId: string;
    applicationId: string;
    outcome: Outcome;
    /** The order among the reserves, from 1. */
    reservePosition: number | null;
    reason: string;
    version: number;
    decidedBy: string;
    decidedAt: Moment;
  };
  honour: {
    id: string;
    callId: string;
    applicationId: string;
    awardId: string;
    citationZh: string;
    citationEn: string;
    decidedBy: string;
    decidedAt: Moment;
  };
  publication: { id: string; callId: string; roundId: string; publishedBy: string; publishedAt: Moment };

  letter: {
    id: string;
    kind: string;
    personId: string | null;
    toEmail: string;
    language: "zh" | "en";
    subject: string;
    text: string;
    html: string;
    programmeId: string | null;
    applicationId: string | null;
    /** Sending the same letter twice is the same as once. */
    dedupeKey: string;
    state: "held" | "queued" | "sent" | "failed";
    attempts: number;
    lastError: string | null;
    createdAt: Moment;
    sentAt: Moment | null;
  };
  event: {
    id: string;
    sequence: number;
    action: string;
    subjectKind: string;
    subjectId: string;
    programmeId: string | null;
    actorId: string | null;
    details: string;
    createdAt: Moment;
    previousHash: string;
    hash: string;
  };
  job: {
    id: string;
    kind: string;
    payload: string;
    state: "ready" | "done" | "dead";
    runAt: Moment;
    attempts: number;
    maxAttempts: number;
    leaseOwner: string | null;
    leaseUntil: Moment | null;
    dedupeKey: string | null;
    lastError: string | null;
    createdAt: Moment;
    finishedAt: Moment | null;
  };
};
