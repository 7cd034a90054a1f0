import type { Kysely } from "kysely";
import { moment } from "../columns.ts";

/** Until when a returned entry may be corrected: said with the return, never changed by it. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows the tables as they were, not as the schema says now
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .alterTable("transition")
    .addColumn("until", "text", moment("until", { nullable: true }))
    .execute();
}
