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

/** The words of an obstacle as a form library carries it: its code, with facts as in a query (`text-too-long?limit=100`). */
export function spelledObstacleText(language: Language, spelled: string): string {
  const [code = "", query = ""] = spelled.split("?", 2);
  const facts: Record<string, string | number> = {};
  for (const [name, value] of new URLSearchParams(query)) facts[name] = /^\d+$/.test(value) ? Number(value) : value;
  return obstacleText({ code, facts }, language);
}
