import type { Kysely } from "kysely";

/** Words of the organiser's own to somebody they invite, kept so that a renewed invitation says them again. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows the tables as they were, not as the schema says now
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .alterTable("invitation")
    .addColumn("message", "text", (column) => column.notNull().defaultTo(""))
    .execute();
}
