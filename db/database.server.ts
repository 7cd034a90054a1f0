import type { Kysely, Transaction } from "kysely";
import { config } from "#app/config.server.ts";
import { connect } from "./connect.server.ts";
import type { Schema } from "./schema.ts";

/** The whole database: use-cases open their transaction on it. */
export type Database = Kysely<Schema>;
/** The database or a transaction: reads and steps take it. */
export type Db = Kysely<Schema> | Transaction<Schema>;

const place = globalThis as { tidemarkDatabase?: Database };

/** The one connection owner of this process. It survives the development server's reloads. */
place.tidemarkDatabase ??= connect(config.databaseUrl);
export const database: Database = place.tidemarkDatabase;
