import type { Flow } from "./flow.ts";
import type { Bar, MatchEntry, MatchJuror } from "./reading-rules.ts";

export type Shortage =
  | {
      of: "entry";
      entryId: string;
      /** The seat, where the round mixes kinds. */
      kind: string | null;
      missing: number;
      cause: "too-few-eligible" | "jurors-full";
      /** Jurors who may read it at all, and how many the rules bar. */
      eligible: number;
      barred: Record<Bar | "affinity", number>;
      /** For "jurors-full": everybody who could make room, all of them at capacity. */
      fullJurorIds: string[];
    }
  | {
      of: "juror";
      jurorId: string;
      missing: number;
      cause: "too-few-eligible" | "too-few-reviews";
      eligible: number;
    };

/** Reviews one entry wants from one kind of juror; null: from anybody. */
export type Seat = { entry: MatchEntry; kind: string | null; wanted: number };

/** How well a juror suits a seat, or what forbids it. */
export type Suit = (entry: MatchEntry, juror: MatchJuror, kind: string | null) => number | Bar | "affinity";

type Table = { seats: readonly Seat[]; jurors: readonly MatchJuror[]; suit: Suit };

/** The seats that stay open, each with the rule or the jurors in the way. */
export function shortEntries({ unplaced }: Flow, { seats, jurors, suit }: Table): Shortage[] {
  return unplaced.flatMap(({ seat, missing, full }) => {
    const short = seats[seat];
    if (!short) return [];
    const barred = { conflict: 0, language: 0, kind: 0, affinity: 0 };
    let eligible = 0;
    for (const juror of jurors) {
      const verdict = suit(short.entry, juror, short.kind);
      if (typeof verdict === "number") eligible++;
      else barred[verdict]++;
    }
    const isBarred = eligible < short.wanted;
    return [
      {
        of: "entry" as const,
        entryId: short.entry.id,
        kind: short.kind,
        missing,
        cause: isBarred ? ("too-few-eligible" as const) : ("jurors-full" as const),
        eligible,
        barred,
        fullJurorIds: full.flatMap((place) => jurors[place]?.id ?? []),
      },
    ];
  });
}

/** The jurors who stay below their minimum. */
export function shortJurors(
  loads: readonly { jurorId: string; reviews: number }[],
  { seats, jurors, suit }: Table,
): Shortage[] {
  return jurors.flatMap((juror, place) => {
    const missing = (juror.minimum ?? 0) - (loads[place]?.reviews ?? 0);
    if (missing <= 0) return [];
    const able = seats.filter(({ entry, kind }) => typeof suit(entry, juror, kind) === "number");
    const eligible = new Set(able.map(({ entry }) => entry.id)).size;
    const cause = eligible < (juror.minimum ?? 0) ? ("too-few-eligible" as const) : ("too-few-reviews" as const);
    return [{ of: "juror" as const, jurorId: juror.id, missing, cause, eligible }];
  });
}
