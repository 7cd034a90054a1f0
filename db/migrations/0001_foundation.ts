import { type Kysely, sql } from "kysely";
import { belongsTo, bytesType, choice, day, flag, key, moment, needed, refersTo, strictTable } from "../columns.ts";

// biome-ignore lint/suspicious/noExplicitAny: a migration writes the schema and knows none
type AnyDb = Kysely<any>;

const languages = ["zh", "en"];
const applicationStates = [
  "draft",
  "submitted",
  "in_check",
  "returned",
  "eligible",
  "rejected",
  "in_review",
  "not_advanced",
  "shortlisted",
  "reserve",
  "selected",
  "honoured",
  "not_honoured",
  "withdrawn",
  "disqualified",
];

export async function up(db: AnyDb): Promise<void> {
  await people(db);
  await week(db);
  await applications(db);
  await judging(db);
  await outcomes(db);
  await record(db);
}

async function people(db: AnyDb) {
  await strictTable(db, "person")
    .addColumn("id", "text", key)
    .addColumn("email", "text", needed)
    .addColumn("email_folded", "text", (column) => column.notNull().unique())
    .addColumn("name", "text", needed)
    .addColumn("password_hash", "text")
    .addColumn("language", "text", choice("language", languages))
    .addColumn("email_verified_at", "text", moment("email_verified_at", { nullable: true }))
    .addColumn("totp_secret", "text")
    .addColumn("totp_confirmed_at", "text", moment("totp_confirmed_at", { nullable: true }))
    .addColumn("disabled_at", "text", moment("disabled_at", { nullable: true }))
    .addColumn("created_at", "text", moment("created_at"))
    .execute();

  await strictTable(db, "session")
    .addColumn("id", "text", key)
    .addColumn("person_id", "text", belongsTo("person"))
    .addColumn("user_agent", "text", needed)
    .addColumn("created_at", "text", moment("created_at"))
    .addColumn("last_seen_at", "text", moment("last_seen_at"))
    .addColumn("expires_at", "text", moment("expires_at"))
    .addColumn("second_factor_at", "text", moment("second_factor_at", { nullable: true }))
    .addColumn("proved_at", "text", moment("proved_at"))
    .execute();
  await db.schema.createIndex("session_person").on("session").column("person_id").execute();

  await strictTable(db, "passkey")
    .addColumn("id", "text", key)
    .addColumn("person_id", "text", belongsTo("person"))
    .addColumn("public_key", "text", needed)
    .addColumn("counter", bytesType(db), needed)
    .addColumn("transports", "text", needed)
    .addColumn("name", "text", needed)
    .addColumn("created_at", "text", moment("created_at"))
    .addColumn("last_used_at", "text", moment("last_used_at", { nullable: true }))
    .execute();
  await db.schema.createIndex("passkey_person").on("passkey").column("person_id").execute();

  await strictTable(db, "recovery_code")
    .addColumn("id", "text", key)
    .addColumn("person_id", "text", belongsTo("person"))
    .addColumn("code_hash", "text", needed)
    .addColumn("used_at", "text", moment("used_at", { nullable: true }))
    .execute();
  await db.schema.createIndex("recovery_code_person").on("recovery_code").column("person_id").execute();

  await strictTable(db, "token")
    .addColumn("id", "text", key)
    .addColumn("purpose", "text", needed)
    .addColumn("person_id", "text", (column) => column.references("person.id").onDelete("cascade"))
    .addColumn("email", "text", needed)
    .addColumn("details", "text", needed)
    .addColumn("created_at", "text", moment("created_at"))
    .addColumn("expires_at", "text", moment("expires_at"))
    .addColumn("used_at", "text", moment("used_at", { nullable: true }))
    .execute();
  await db.schema.createIndex("token_person").on("token").columns(["person_id", "purpose"]).execute();

  await strictTable(db, "rate_window")
    .addColumn("id", "text", key)
    .addColumn("started_at", "text", moment("started_at"))
    .addColumn("count", "integer", needed)
    .execute();
}

async function week(db: AnyDb) {
  await strictTable(db, "edition")
    .addColumn("id", "text", key)
    .addColumn("year", "integer", needed)
    .addColumn("slug", "text", (column) => column.notNull().unique())
    .addColumn("name_zh", "text", needed)
    .addColumn("name_en", "text", needed)
    .addColumn("theme_zh", "text", needed)
    .addColumn("theme_en", "text", needed)
    .addColumn("starts_on", "text", day("starts_on"))
    .addColumn("ends_on", "text", day("ends_on"))
    .addColumn("time_zone", "text", needed)
    .addColumn("settings", "text", needed)
    .addColumn("created_at", "text", moment("created_at"))
    .execute();

  await strictTable(db, "unit")
    .addColumn("id", "text", key)
    .addColumn("edition_id", "text", belongsTo("edition"))
    .addColumn("number", "integer", needed)
    .addColumn("slug", "text", needed)
    .addColumn("name_zh", "text", needed)
    .addColumn("name_en", "text", needed)
    .addUniqueConstraint("unit_number", ["edition_id", "number"])
    .execute();

  await strictTable(db, "activity")
    .addColumn("id", "text", key)
    .addColumn("edition_id", "text", belongsTo("edition"))
    .addColumn("unit_id", "text", (column) => column.references("unit.id").onDelete("cascade"))
    .addColumn("code", "text", needed)
    .addColumn("name_zh", "text", needed)
    .addColumn("name_en", "text", needed)
    .addColumn("kind", "text", needed)
    .addColumn("starts_on", "text", day("starts_on", { nullable: true }))
    .addColumn("ends_on", "text", day("ends_on", { nullable: true }))
    .addColumn("status", "text", needed)
    .addColumn("call_code", "text")
    .addUniqueConstraint("activity_code", ["edition_id", "code"])
    .execute();

  await strictTable(db, "programme")
    .addColumn("id", "text", key)
    .addColumn("edition_id", "text", belongsTo("edition"))
    .addColumn("unit_id", "text", belongsTo("unit"))
    .addColumn("slug", "text", needed)
    .addColumn("name_zh", "text", needed)
    .addColumn("name_en", "text", needed)
    .addColumn("intake", "text", choice("intake", ["open", "nomination"]))
    .addColumn("max_entries_per_lead", "integer", needed)
    .addUniqueConstraint("programme_slug", ["edition_id", "slug"])
    .execute();

  await strictTable(db, "call")
    .addColumn("id", "text", key)
    .addColumn("programme_id", "text", belongsTo("programme"))
    .addColumn("code", "text", needed)
    .addColumn("slug", "text", (column) => column.notNull().unique())
    .addColumn("name_zh", "text", needed)
    .addColumn("name_en", "text", needed)
    .addColumn("is_competitive", "integer", flag("is_competitive"))
    .addColumn("position", "integer", needed)
    .addColumn("opens_at", "text", moment("opens_at"))
    .addColumn("closes_at", "text", moment("closes_at"))
    .addColumn("definition_id", "text", needed)
    .addColumn("last_serial", "integer", needed)
    .addColumn("created_at", "text", moment("created_at"))
    .addUniqueConstraint("call_code", ["programme_id", "code"])
    .execute();

  await strictTable(db, "call_definition")
    .addColumn("id", "text", key)
    .addColumn("call_id", "text", belongsTo("call"))
    .addColumn("version", "integer", needed)
    .addColumn("definition", "text", needed)
    .addColumn("created_by", "text", refersTo("person", { nullable: true }))
    .addColumn("created_at", "text", moment("created_at"))
    .addUniqueConstraint("call_definition_version", ["call_id", "version"])
    .execute();

  await strictTable(db, "role")
    .addColumn("id", "text", key)
    .addColumn("person_id", "text", belongsTo("person"))
    .addColumn("kind", "text", choice("kind", ["administrator", "organiser", "chair", "juror"]))
    .addColumn("programme_id", "text", (column) => column.references("programme.id").onDelete("cascade"))
    .addColumn("granted_by", "text", refersTo("person", { nullable: true }))
    .addColumn("granted_at", "text", moment("granted_at"))
    .addColumn("revoked_at", "text", moment("revoked_at", { nullable: true }))
    .execute();
  await db.schema.createIndex("role_person").on("role").column("person_id").execute();
  await db.schema.createIndex("role_programme").on("role").columns(["programme_id", "kind"]).execute();
}

async function applications(db: AnyDb) {
  await strictTable(db, "application")
    .addColumn("id", "text", key)
    .addColumn("call_id", "text", refersTo("call"))
    .addColumn("definition_id", "text", refersTo("call_definition"))
    .addColumn("lead_id", "text", refersTo("person"))
    .addColumn("code", "text", (column) => column.unique())
    .addColumn("title", "text", needed)
    .addColumn("answers", "text", needed)
    .addColumn("version", "integer", needed)
    .addColumn("state", "text", choice("state", applicationStates))
    .addColumn("search_text", "text", needed)
    .addColumn("submission_id", "text")
    .addColumn("submitted_at", "text", moment("submitted_at", { nullable: true }))
    .addColumn("created_at", "text", moment("created_at"))
    .addColumn("updated_at", "text", moment("updated_at"))
    .execute();
  await db.schema
    .createIndex("application_call_state")
    .on("application")
    .columns(["call_id", "state", "updated_at", "id"])
    .execute();
  await db.schema
    .createIndex("application_call_updated")
    .on("application")
    .columns(["call_id", "updated_at", "id"])
    .execute();
  await db.schema.createIndex("application_lead").on("application").column("lead_id").execute();

  await strictTable(db, "transition")
    .addColumn("id", "text", key)
    .addColumn("application_id", "text", belongsTo("application"))
    .addColumn("from_state", "text", needed)
    .addColumn("to_state", "text", choice("to_state", applicationStates))
    .addColumn("reason", "text", needed)
    .addColumn("actor_id", "text", refersTo("person", { nullable: true }))
    .addColumn("created_at", "text", moment("created_at"))
    .execute();
  await db.schema
    .createIndex("transition_application")
    .on("transition")
    .columns(["application_id", "created_at"])
    .execute();

  await strictTable(db, "team_member")
    .addColumn("application_id", "text", belongsTo("application"))
    .addColumn("person_id", "text", refersTo("person"))
    .addColumn("role", "text", choice("role", ["lead", "editor", "viewer"]))
    .addColumn("joined_at", "text", moment("joined_at"))
    .addPrimaryKeyConstraint("team_member_key", ["application_id", "person_id"])
    .execute();
  await db.schema.createIndex("team_member_person").on("team_member").column("person_id").execute();

  await strictTable(db, "submission")
    .addColumn("id", "text", key)
    .addColumn("application_id", "text", refersTo("application"))
    .addColumn("number", "integer", needed)
    .addColumn("definition_id", "text", refersTo("call_definition"))
    .addColumn("answers", "text", needed)
    .addColumn("manifest", "text", needed)
    .addColumn("hash", "text", needed)
    .addColumn("receipt_number", "text", (column) => column.notNull().unique())
    .addColumn("idempotency_key", "text", (column) => column.notNull().unique())
    .addColumn("submitted_by", "text", refersTo("person"))
    .addColumn("arrived_at", "text", moment("arrived_at"))
    .addColumn("created_at", "text", moment("created_at"))
    .addUniqueConstraint("submission_number", ["application_id", "number"])
    .execute();

  await strictTable(db, "file")
    .addColumn("id", "text", key)
    .addColumn("application_id", "text", refersTo("application"))
    .addColumn("slot", "text", needed)
    .addColumn("name", "text", needed)
    .addColumn("bytes", bytesType(db), (column) => column.notNull().check(sql`bytes >= 0`))
    .addColumn("format", "text", needed)
    .addColumn("storage_key", "text", (column) => column.notNull().unique())
    .addColumn("upload_id", "text", needed)
    .addColumn("part_bytes", "integer", needed)
    .addColumn("fingerprint", "text", needed)
    .addColumn("crc32", "text")
    .addColumn("sha256", "text")
    .addColumn("state", "text", choice("state", ["uploading", "verifying", "ready", "refused", "removed"]))
    .addColumn("obstacles", "text", needed)
    .addColumn("facts", "text", needed)
    .addColumn("uploaded_by", "text", refersTo("person"))
    .addColumn("created_at", "text", moment("created_at"))
    .addColumn("completed_at", "text", moment("completed_at", { nullable: true }))
    .addColumn("verified_at", "text", moment("verified_at", { nullable: true }))
    .addColumn("removed_at", "text", moment("removed_at", { nullable: true }))
    .execute();
  await db.schema.createIndex("file_application").on("file").columns(["application_id", "slot"]).execute();
  await db.schema.createIndex("file_state").on("file").columns(["state", "created_at"]).execute();
  await db.schema.createIndex("file_upload").on("file").column("upload_id").execute();

  await strictTable(db, "file_part")
    .addColumn("file_id", "text", belongsTo("file"))
    .addColumn("number", "integer", needed)
    .addColumn("bytes", "integer", needed)
    .addColumn("crc32", "text", needed)
    .addColumn("etag", "text", needed)
    .addColumn("created_at", "text", moment("created_at"))
    .addPrimaryKeyConstraint("file_part_key", ["file_id", "number"])
    .execute();
}

async function judging(db: AnyDb) {
  await strictTable(db, "round")
    .addColumn("id", "text", key)
    .addColumn("call_id", "text", belongsTo("call"))
    .addColumn("code", "text", needed)
    .addColumn("position", "integer", needed)
    .addColumn("name_zh", "text", needed)
    .addColumn("name_en", "text", needed)
    .addColumn(
      "kind",
      "text",
      choice("kind", ["eligibility", "screening", "panel", "training", "live_pitch", "deliberation"]),
    )
    .addColumn("is_blind", "integer", flag("is_blind"))
    .addColumn("reviews_per_entry", "integer", needed)
    .addColumn("max_load", "integer", needed)
    .addColumn("plan", "text", needed)
    .addColumn("opens_at", "text", moment("opens_at", { nullable: true }))
    .addColumn("closes_at", "text", moment("closes_at", { nullable: true }))
    .addColumn("opened_at", "text", moment("opened_at", { nullable: true }))
    .addColumn("opened_by", "text", refersTo("person", { nullable: true }))
    .addColumn("closed_at", "text", moment("closed_at", { nullable: true }))
    .addColumn("closed_by", "text", refersTo("person", { nullable: true }))
    .addUniqueConstraint("round_code", ["call_id", "code"])
    .execute();

  await strictTable(db, "round_entry")
    .addColumn("id", "text", key)
    .addColumn("round_id", "text", belongsTo("round"))
    .addColumn("application_id", "text", refersTo("application"))
    .addColumn("submission_id", "text", refersTo("submission"))
    .addColumn("created_at", "text", moment("created_at"))
    .addUniqueConstraint("round_entry_once", ["round_id", "application_id"])
    .execute();
  await db.schema.createIndex("round_entry_application").on("round_entry").column("application_id").execute();

  await strictTable(db, "panelist")
    .addColumn("id", "text", key)
    .addColumn("round_id", "text", belongsTo("round"))
    .addColumn("person_id", "text", refersTo("person"))
    .addColumn("max_load", "integer", needed)
    .addColumn("expertise", "text", needed)
    .addColumn("added_by", "text", refersTo("person", { nullable: true }))
    .addColumn("added_at", "text", moment("added_at"))
    .addColumn("left_at", "text", moment("left_at", { nullable: true }))
    .addUniqueConstraint("panelist_once", ["round_id", "person_id"])
    .execute();
  await db.schema.createIndex("panelist_person").on("panelist").column("person_id").execute();

  await strictTable(db, "invitation")
    .addColumn("id", "text", key)
    .addColumn("token_hash", "text", (column) => column.notNull().unique())
    .addColumn("email", "text", needed)
    .addColumn("email_folded", "text", needed)
    .addColumn("name", "text", needed)
    .addColumn("role", "text", choice("role", ["organiser", "chair", "juror"]))
    .addColumn("programme_id", "text", belongsTo("programme"))
    .addColumn("round_id", "text", (column) => column.references("round.id").onDelete("cascade"))
    .addColumn("language", "text", choice("language", languages))
    .addColumn("invited_by", "text", refersTo("person"))
    .addColumn("created_at", "text", moment("created_at"))
    .addColumn("expires_at", "text", moment("expires_at"))
    .addColumn("accepted_at", "text", moment("accepted_at", { nullable: true }))
    .addColumn("accepted_by", "text", refersTo("person", { nullable: true }))
    .addColumn("declined_at", "text", moment("declined_at", { nullable: true }))
    .addColumn("decline_reason", "text")
    .addColumn("revoked_at", "text", moment("revoked_at", { nullable: true }))
    .execute();
  await db.schema
    .createIndex("invitation_programme")
    .on("invitation")
    .columns(["programme_id", "created_at"])
    .execute();

  await strictTable(db, "conflict")
    .addColumn("id", "text", key)
    .addColumn("application_id", "text", belongsTo("application"))
    .addColumn("person_id", "text", belongsTo("person"))
    .addColumn("kind", "text", needed)
    .addColumn("is_hard", "integer", flag("is_hard"))
    .addColumn("note", "text", needed)
    .addColumn("declared_by", "text", refersTo("person"))
    .addColumn("created_at", "text", moment("created_at"))
    .addColumn("lifted_at", "text", moment("lifted_at", { nullable: true }))
    .addColumn("lifted_by", "text", refersTo("person", { nullable: true }))
    .execute();
  await db.schema.createIndex("conflict_application").on("conflict").columns(["application_id", "person_id"]).execute();
  await db.schema.createIndex("conflict_person").on("conflict").column("person_id").execute();

  await strictTable(db, "assignment")
    .addColumn("id", "text", key)
    .addColumn("round_id", "text", belongsTo("round"))
    .addColumn("application_id", "text", refersTo("application"))
    .addColumn("juror_id", "text", refersTo("person"))
    .addColumn("label", "text", needed)
    .addColumn("position", "integer", needed)
    .addColumn("assigned_by", "text", refersTo("person", { nullable: true }))
    .addColumn("created_at", "text", moment("created_at"))
    .addUniqueConstraint("assignment_once", ["round_id", "application_id", "juror_id"])
    .execute();
  await db.schema
    .createIndex("assignment_juror")
    .on("assignment")
    .columns(["juror_id", "round_id", "position"])
    .execute();
  await db.schema.createIndex("assignment_application").on("assignment").column("application_id").execute();

  await strictTable(db, "recusal")
    .addColumn("assignment_id", "text", (column) => key(column).references("assignment.id").onDelete("cascade"))
    .addColumn("reason", "text", needed)
    .addColumn("declared_by", "text", refersTo("person"))
    .addColumn("created_at", "text", moment("created_at"))
    .execute();

  await strictTable(db, "review")
    .addColumn("id", "text", key)
    .addColumn("assignment_id", "text", (column) =>
      column.notNull().unique().references("assignment.id").onDelete("restrict"),
    )
    .addColumn("verdict", "text")
    .addColumn("private_note", "text", needed)
    .addColumn("panel_text", "text", needed)
    .addColumn("applicant_text", "text", needed)
    .addColumn("version", "integer", needed)
    .addColumn("created_at", "text", moment("created_at"))
    .addColumn("saved_at", "text", moment("saved_at"))
    .addColumn("sent_at", "text", moment("sent_at", { nullable: true }))
    .execute();

  await strictTable(db, "mark")
    .addColumn("review_id", "text", belongsTo("review"))
    .addColumn("criterion", "text", needed)
    .addColumn("hundredths", "integer", (column) => column.notNull().check(sql`hundredths between 0 and 10000`))
    .addPrimaryKeyConstraint("mark_key", ["review_id", "criterion"])
    .execute();
}

async function outcomes(db: AnyDb) {
  await strictTable(db, "decision")
    .addColumn("id", "text", key)
    .addColumn("round_id", "text", belongsTo("round"))
    .addColumn("application_id", "text", refersTo("application"))
    .addColumn("outcome", "text", choice("outcome", ["advance", "reserve", "decline"]))
    .addColumn("reserve_position", "integer")
    .addColumn("reason", "text", needed)
    .addColumn("version", "integer", needed)
    .addColumn("decided_by", "text", refersTo("person"))
    .addColumn("decided_at", "text", moment("decided_at"))
    .addUniqueConstraint("decision_once", ["round_id", "application_id"])
    .execute();
  await db.schema.createIndex("decision_application").on("decision").column("application_id").execute();

  await strictTable(db, "honour")
    .addColumn("id", "text", key)
    .addColumn("call_id", "text", belongsTo("call"))
    .addColumn("application_id", "text", refersTo("application"))
    .addColumn("award_id", "text", needed)
    .addColumn("citation_zh", "text", needed)
    .addColumn("citation_en", "text", needed)
    .addColumn("decided_by", "text", refersTo("person"))
    .addColumn("decided_at", "text", moment("decided_at"))
    .addUniqueConstraint("honour_once", ["call_id", "application_id", "award_id"])
    .execute();
  await db.schema.createIndex("honour_application").on("honour").column("application_id").execute();

  await strictTable(db, "publication")
    .addColumn("id", "text", key)
    .addColumn("call_id", "text", belongsTo("call"))
    .addColumn("round_id", "text", (column) => column.notNull().unique().references("round.id").onDelete("restrict"))
    .addColumn("published_by", "text", refersTo("person"))
    .addColumn("published_at", "text", moment("published_at"))
    .execute();
  await db.schema.createIndex("publication_call").on("publication").column("call_id").execute();
}

async function record(db: AnyDb) {
  await strictTable(db, "letter")
    .addColumn("id", "text", key)
    .addColumn("kind", "text", needed)
    .addColumn("person_id", "text", (column) => column.references("person.id").onDelete("set null"))
    .addColumn("to_email", "text", needed)
    .addColumn("language", "text", choice("language", languages))
    .addColumn("subject", "text", needed)
    .addColumn("text", "text", needed)
    .addColumn("html", "text", needed)
    .addColumn("programme_id", "text", (column) => column.references("programme.id").onDelete("set null"))
    .addColumn("application_id", "text", (column) => column.references("application.id").onDelete("set null"))
    .addColumn("dedupe_key", "text", (column) => column.notNull().unique())
    .addColumn("state", "text", choice("state", ["held", "queued", "sent", "failed"]))
    .addColumn("attempts", "integer", needed)
    .addColumn("last_error", "text")
    .addColumn("created_at", "text", moment("created_at"))
    .addColumn("sent_at", "text", moment("sent_at", { nullable: true }))
    .execute();
  await db.schema.createIndex("letter_state").on("letter").columns(["state", "created_at"]).execute();
  await db.schema.createIndex("letter_person").on("letter").columns(["person_id", "created_at"]).execute();
  await db.schema.createIndex("letter_programme").on("letter").columns(["programme_id", "created_at"]).execute();

  await strictTable(db, "event")
    .addColumn("id", "text", key)
    .addColumn("sequence", "integer", (column) => column.notNull().unique())
    .addColumn("action", "text", needed)
    .addColumn("subject_kind", "text", needed)
    .addColumn("subject_id", "text", needed)
    .addColumn("programme_id", "text")
    .addColumn("actor_id", "text")
    .addColumn("details", "text", needed)
    .addColumn("created_at", "text", moment("created_at"))
    .addColumn("previous_hash", "text", needed)
    .addColumn("hash", "text", needed)
    .execute();
  await db.schema.createIndex("event_subject").on("event").columns(["subject_id", "sequence"]).execute();
  await db.schema.createIndex("event_programme").on("event").columns(["programme_id", "sequence"]).execute();

  await strictTable(db, "job")
    .addColumn("id", "text", key)
    .addColumn("kind", "text", needed)
    .addColumn("payload", "text", needed)
    .addColumn("state", "text", choice("state", ["ready", "done", "dead"]))
    .addColumn("run_at", "text", moment("run_at"))
    .addColumn("attempts", "integer", needed)
    .addColumn("max_attempts", "integer", needed)
    .addColumn("lease_owner", "text")
    .addColumn("lease_until", "text", moment("lease_until", { nullable: true }))
    .addColumn("dedupe_key", "text")
    .addColumn("last_error", "text")
    .addColumn("created_at", "text", moment("created_at"))
    .addColumn("finished_at", "text", moment("finished_at", { nullable: true }))
    .execute();
  await db.schema.createIndex("job_ready").on("job").columns(["state", "run_at", "id"]).execute();
  await sql`create unique index job_dedupe on job (kind, dedupe_key) where state = 'ready'`.execute(db);
}
