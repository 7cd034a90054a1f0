import type { Language } from "#app/i18n/text.ts";
import type { Database } from "#db/database.server.ts";

/** Sets how a person is called and written to. */
export async function changeProfile(
  database: Database,
  { personId, name, language }: { personId: string; name: string; language: Language },
): Promise<void> {
  await database.updateTable("person").set({ name, language }).where("id", "=", personId).execute();
}
