import type { RoundPlan } from "#app/features/call/definition.ts";
import { nominationCriteria } from "./nomination-criteria.ts";
import { both, rubric } from "./words.ts";

/** The rounds of Golden Seagull. */
export const nominationRounds: RoundPlan[] = [
  {
    id: "r1",
    name: both("提名评议", "Nomination panel"),
    kind: "panel",
    blind: false,
    days: 15,
    reviews: 5,
    maxLoad: 60,
    criteria: rubric(nominationCriteria, { g_skill: 40, g_contribution: 35, g_industry: 25 }),
    aggregate: { method: "trimmed_mean", normalise: "none" },
    advance: { topN: 20, perCraftMax: 4, ties: "all_advance" },
    further: { meeting: true },
  },
  {
    id: "r4",
    name: both("荣誉确认", "Confirmation"),
    kind: "deliberation",
    blind: false,
    reviews: 0,
    criteria: [],
    further: { ballots: "std_ballot", inputs: ["r1"] },
  },
];
