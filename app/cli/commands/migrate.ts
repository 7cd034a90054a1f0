import { database } from "#db/database.server.ts";
import { migrate } from "#db/migrate.server.ts";

export async function run() {
  const done = await migrate(database);
  console.log(done.length > 0 ? done.join("\n") : "The database has the newest schema.");
  await database.destroy();
}
