import type { Rule } from "#app/features/call/definition.ts";
import { both } from "./words.ts";

/** What a nomination for Golden Seagull has to meet. */
export const nominationRules: Rule[] = [
  {
    id: "GS1",
    field: "work_year",
    op: "gte",
    value: 2021,
    severity: "warn",
    message: both("近三年作品优先", "Recent work preferred"),
  },
  {
    id: "GS2",
    field: "nominee_consent",
    op: "truthy",
    severity: "block",
    message: both("须被提名人同意", "The nominee must agree"),
  },
];
