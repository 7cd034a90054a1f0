import type { Obstacle } from "#app/lib/refusal.ts";
import { obstacle as messages } from "./messages/obstacle.ts";
import { type Language, lookUp } from "./text.ts";

/** An obstacle in the reader's words. One that carries its own words in both languages (a rule of a call) says those. */
export function obstacleText({ code, facts = {} }: Obstacle, language: Language): string {
  const own = facts[language];
  if (typeof own === "string" && own !== "") return own;
  return lookUp(messages, language, code, facts) ?? code;
}

/** Obstacles by their place, for the fields of a page: the first of each. */
export function obstaclesByPlace(obstacles: readonly Obstacle[], language: Language): Record<string, string> {
  const byPlace: Record<string, string> = {};
  for (const one of obstacles)
    if (one.at && !Object.hasOwn(byPlace, one.at)) byPlace[one.at] = obstacleText(one, language);
  return byPlace;
}
