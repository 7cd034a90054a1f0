import { sql } from "kysely";
import { DAY, HOUR, later, MINUTE, type Moment } from "#app/lib/moment.ts";
import { TooMany } from "#app/lib/refusal.ts";
import type { Db } from "#db/database.server.ts";
import { neighbourhood } from "./client-address.server.ts";
import { keyedHash } from "./seal.server.ts";

type Limit = { count: number; window: number };

/**
 * How often what may be tried. `address` is generous: a whole film school stands behind one. `account` counts an
 * account from anywhere, `pair` an account from one address, so that a stranger's guesses do not lock its owner out.
 */
const limits = {
  "sign-in": {
    address: { count: 300, window: 15 * MINUTE },
    account: { count: 100, window: HOUR },
    pair: { count: 10, window: 15 * MINUTE },
  },
  code: { address: { count: 300, window: 15 * MINUTE }, account: { count: 10, window: 15 * MINUTE } },
  "sign-up": { address: { count: 300, window: HOUR }, account: { count: 5, window: HOUR } },
  reset: { address: { count: 200, window: HOUR }, account: { count: 5, window: HOUR } },
  verification: { address: { count: 200, window: HOUR }, account: { count: 5, window: HOUR } },
  invitation: { account: { count: 300, window: DAY } },
  receipt: { address: { count: 60, window: 15 * MINUTE } },
  link: { address: { count: 200, window: 15 * MINUTE } },
} as const satisfies Record<string, Partial<Record<"address" | "account" | "pair", Limit>>>;

export type Limited = keyof typeof limits;

type Attempt = { kind: Limited; address?: string; account?: string; now: Moment };

/**
 * Counts one attempt and throws TooMany beyond the limit. Counted outside any transaction, so that a refusal does not
 * undo it; the count is one statement, right across processes on both engines. Keys are kept hashed.
 */
export async function countAttempt(db: Db, attempt: Attempt): Promise<void> {
  for (const { id, limit } of keysOf(attempt)) {
    const { now } = attempt;
    const expired = sql<boolean>`rate_window.started_at <= ${later(now, -limit.window)}`;
    const window = await db
      .insertInto("rateWindow")
      .values({ id, startedAt: now, count: 1 })
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet({
          count: sql<number>`case when ${expired} then 1 else rate_window.count + 1 end`,
          startedAt: sql<Moment>`case when ${expired} then excluded.started_at else rate_window.started_at end`,
        }),
      )
      .returning(["startedAt", "count"])
      .executeTakeFirstOrThrow();
    if (window.count <= limit.count) continue;
    const wait = Date.parse(window.startedAt) + limit.window - Date.parse(now);
    throw new TooMany(Math.max(1, Math.ceil(wait / 1000)));
  }
}

/** Takes an attempt back that turned out to be honest: only failures add up. */
export async function forgiveAttempt(db: Db, attempt: Attempt): Promise<void> {
  for (const { id } of keysOf(attempt))
    await db
      .updateTable("rateWindow")
      .set((eb) => ({ count: eb("count", "-", 1) }))
      .where("id", "=", id)
      .where("count", ">", 0)
      .execute();
}

function keysOf({ kind, address, account }: Attempt): { id: string; limit: Limit }[] {
  const of: Partial<Record<"address" | "account" | "pair", Limit>> = limits[kind];
  const near = address === undefined ? undefined : neighbourhood(address);
  const who = account?.normalize("NFC").trim().toLowerCase();
  const keys: { id: string; limit: Limit }[] = [];
  const add = (limit: Limit | undefined, ...parts: string[]) => {
    if (limit) keys.push({ id: keyedHash([kind, ...parts].join("\n")), limit });
  };
  if (near !== undefined) add(of.address, "address", near);
  if (near !== undefined && who !== undefined) add(of.pair, "pair", near, who);
  if (who !== undefined) add(of.account, "account", who);
  return keys;
}
