/**
 * One named reason why something may not be done. `code` is kebab-case and translated only in the interface
 * (catalogue `obstacle`); `at` is the id of the field, slot or criterion it belongs to, for a link to its place;
 * `facts` fill the placeholders of the message.
 */
export type Obstacle = { code: string; at?: string; facts?: Record<string, string | number> };

/** Thrown by a use-case whose rules said no. Rolls the transaction back; routes answer 422. */
export class Refused extends Error {
  constructor(readonly obstacles: readonly Obstacle[]) {
    super(`refused: ${obstacles.map((obstacle) => obstacle.code).join(", ")}`);
    this.name = "Refused";
  }
}

/** Thrown when something is missing or not this person's to know of: both answer the same 404. */
export class NotFound extends Error {
  constructor() {
    super("not found");
    this.name = "NotFound";
  }
}

/** Thrown when somebody saved in between. Routes answer 409 with both texts. */
export class Stale<Current> extends Error {
  constructor(readonly current: Current) {
    super("stale version");
    this.name = "Stale";
  }
}

/** Thrown when something was tried too often. Routes answer 429 with Retry-After. */
export class TooMany extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super("too many attempts");
    this.name = "TooMany";
  }
}
