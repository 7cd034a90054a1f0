import type { Kysely } from "kysely";

/** What a return opens again, as a JSON list of fields and slots. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows the tables as they were, not as the schema says now
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable("transition").addColumn("reopened", "text").execute();
}
