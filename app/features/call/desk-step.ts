import type { Phase } from "./phase.ts";

export type DeskRound = { nameZh: string; nameEn: string; closesAt: string | null; isClosed: boolean };
export type DeskFacts = {
  phase: Phase;
  /** Handed in and not through the formal check. */
  unchecked: number;
  /** Passed the formal check and in no round yet. */
  eligible: number;
  /** The round that was opened and is not published. */
  round: DeskRound | null;
};
export type DeskStep = "wait" | "collect" | "check" | "open-round" | "watch" | "decide" | "rest";

/** The one thing a call's organisers should turn to next. */
export function deskStep({ phase, unchecked, eligible, round }: DeskFacts): DeskStep {
  if (round) return round.isClosed ? "decide" : "watch";
  if (phase === "upcoming") return "wait";
  if (phase === "open") return "collect";
  if (unchecked > 0) return "check";
  return eligible > 0 ? "open-round" : "rest";
}
