import Database from "better-sqlite3";
import {
  CamelCasePlugin,
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  HandleEmptyInListsPlugin,
  Kysely,
  type LogEvent,
  PostgresDialect,
  replaceWithNoncontingentExpression,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from "kysely";
import pg from "pg";
import type { Schema } from "./schema.ts";

/** Transactions that will write take the write lock at once, so that two processes wait instead of failing. */
class WritableSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}

class FestivalSqliteDialect extends SqliteDialect {
  constructor(private readonly settings: SqliteDialectConfig) {
    super(settings);
  }
  override createDriver() {
    return new WritableSqliteDriver(this.settings);
  }
  override createAdapter() {
    return new TransactionalDdlAdapter();
  }
}

const INT8 = 20;
const NUMERIC = 1700;

/**
 * Opens a database. `url` is `postgres://…`, or a path (or `:memory:`) of an SQLite file.
 * One call a process: two connections to one SQLite file in one process freeze each other.
 */
export function connect(url: string, { log }: { log?: (event: LogEvent) => void } = {}): Kysely<Schema> {
  return new Kysely<Schema>({
    dialect: isPostgresUrl(url) ? postgres(url) : sqlite(url),
    plugins: [
      new CamelCasePlugin({ maintainNestedObjectKeys: true }),
      new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression }),
    ],
    ...(log ? { log } : {}),
  });
}

/** Whether the address names a PostgreSQL server. */
export function isPostgresUrl(url: string): boolean {
  return /^postgres(ql)?:/.test(url);
}

function sqlite(path: string): Dialect {
  const database = new Database(path);
  database.pragma("journal_mode = wal");
  database.pragma("synchronous = full");
  database.pragma("foreign_keys = on");
  database.pragma("busy_timeout = 5000");
  database.pragma("cache_size = -65536");
  database.pragma("temp_store = memory");
  return new FestivalSqliteDialect({ database: withKeptStatements(database) });
}

const KEPT_STATEMENTS = 500;

/**
 * Compiling a statement takes as long as most of ours take to run, so each is compiled once. A changed schema drops
 * them all; a statement still being iterated over would refuse a second use, but nobody iterates.
 */
function withKeptStatements(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, Database.Statement>();
  return {
    close: () => database.close(),
    prepare(text) {
      const known = kept.get(text);
      if (known) return known;
      const statement = database.prepare(text);
      if (kept.size >= KEPT_STATEMENTS || /^\s*(create|alter|drop)\b/i.test(text)) kept.clear();
      kept.set(text, statement);
      return statement;
    },
  };
}

function postgres(url: string): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types: {
      getTypeParser: (type: number, format?: "text" | "binary") =>
        type === INT8 || type === NUMERIC ? Number : pg.types.getTypeParser(type, format as "text"),
    } as pg.CustomTypesConfig,
  });
  // An idle client that loses its server must not take the process with it; the next query gets a new one.
  pool.on("error", () => {});
  return new PostgresDialect({ pool });
}
