import { type ColumnDefinitionBuilder, type Kysely, SqliteAdapter, sql } from "kysely";

/** The vocabulary migrations are written in: one representation of each kind of value, alike on both engines. */
type Column = (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;

export const key: Column = (column) => column.primaryKey().notNull();
export const needed: Column = (column) => column.notNull();

/** An instant: fixed-width text, so that text order is time order. */
export const moment =
  (name: string, { nullable = false } = {}): Column =>
  (column) => {
    const checked = column.check(sql`${sql.ref(name)} like '____-__-__T__:__:__.___Z'`);
    return nullable ? checked : checked.notNull();
  };

/** A calendar day, `2026-03-01`. */
export const day =
  (name: string, { nullable = false } = {}): Column =>
  (column) => {
    const checked = column.check(sql`${sql.ref(name)} like '____-__-__'`);
    return nullable ? checked : checked.notNull();
  };

/** A choice of known words. */
export const choice =
  (name: string, words: readonly string[]): Column =>
  (column) =>
    column.notNull().check(sql`${sql.ref(name)} in (${sql.join(words.map((word) => sql.lit(word)))})`);

export const flag =
  (name: string): Column =>
  (column) =>
    column
      .notNull()
      .defaultTo(0)
      .check(sql`${sql.ref(name)} in (0, 1)`);

/** A reference that goes when its parent goes. */
export const belongsTo =
  (table: string): Column =>
  (column) =>
    column.notNull().references(`${table}.id`).onDelete("cascade");

/** A reference that keeps its parent from being deleted. */
export const refersTo =
  (table: string, { nullable = false } = {}): Column =>
  (column) => {
    const referring = column.references(`${table}.id`).onDelete("restrict");
    return nullable ? referring : referring.notNull();
  };

// biome-ignore lint/suspicious/noExplicitAny: migrations know no schema
type AnyDb = Kysely<any>;

export function isSqlite(db: AnyDb): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter;
}

/** A whole number of bytes: beyond 2 GB, which PostgreSQL's integer cannot hold. */
export const bytesType = (db: AnyDb) => (isSqlite(db) ? "integer" : "bigint") as "integer" | "bigint";

/** SQLite checks types only in STRICT tables; PostgreSQL always does. */
export function strictTable<Name extends string>(db: AnyDb, name: Name) {
  const table = db.schema.createTable(name);
  return isSqlite(db) ? table.modifyEnd(sql`strict`) : table;
}
