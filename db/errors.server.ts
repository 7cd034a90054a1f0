/** Whether a write was refused because such a row exists, on either engine. */
export function isUniqueViolation(error: unknown): boolean {
  const code = codeOf(error);
  return code === "23505" || code === "SQLITE_CONSTRAINT_UNIQUE" || code === "SQLITE_CONSTRAINT_PRIMARYKEY";
}

/** Whether the database was busy or out of reach: the same work may succeed later (503 with Retry-After). */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  return /^(SQLITE_(BUSY|FULL|IOERR)|40001$|40P01$|53300$|08|57P|ECONN)/.test(code);
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}
