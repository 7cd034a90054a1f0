import { type Ability, abilities, type Letter, type State } from "./abilities.ts";

/** What a viewer is to the thing they ask about, and the state it is in. */
export type Standing = { letters: ReadonlySet<Letter>; state: State };

export type Verdict = "allowed" | "forbidden" | "hidden" | "sign-in";

/**
 * The one answer to «may they». `sees` names the ability that lets a person know the thing exists: who lacks it gets
 * the same «hidden» as for a thing that does not exist; who has it but not the act gets «forbidden».
 */
export function judge(ability: Ability, standing: Standing, sees?: Ability): Verdict {
  if (holds(ability, standing)) return "allowed";
  if (standing.letters.has("V")) return "sign-in";
  return sees && holds(sees, standing) ? "forbidden" : "hidden";
}

/** Whether one of the viewer's letters has this ability in this state. */
export function holds(ability: Ability, { letters, state }: Standing): boolean {
  const cells: Partial<Record<Letter, string>> = abilities[ability];
  for (const letter of letters) {
    const states = cells[letter];
    if (states === "all" || states?.includes(state)) return true;
  }
  return false;
}

/** The facts of which the state of an application is made. `round` is the latest round it entered. */
export type StateFacts = {
  state: string;
  isOpen: boolean;
  isInGrace: boolean;
  round: { isOpen: boolean; isClosed: boolean; isDecided: boolean; isPublished: boolean } | null;
};

/** The policy's state of an application, from its own state, its call's clock and its latest round. */
export function stateOf({ state, isOpen, isInGrace, round }: StateFacts): State {
  if (state === "draft") return isOpen ? "1" : isInGrace ? "3" : "0";
  if (state === "withdrawn" || state === "rejected" || state === "disqualified") return "w";
  if (state === "returned") return "r";
  if (round?.isPublished) return "8";
  if (round?.isOpen) return "5";
  if (round?.isDecided) return "7";
  if (round?.isClosed) return "6";
  if (state === "submitted" && isOpen) return "2";
  if (state === "submitted" && isInGrace) return "3";
  return "4";
}
