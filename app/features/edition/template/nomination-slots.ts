import type { Slot } from "#app/features/call/definition.ts";
import { both, MIB } from "./words.ts";

/** Files of a nomination. */
export const nominationSlots: Slot[] = [
  {
    id: "showreel",
    label: both("作品片段", "Showreel"),
    help: both(
      "能看出被提名人工作的片段，不超过10分钟。",
      "Passages that show the nominee’s work, 10 minutes at most.",
    ),
    formats: ["mp4", "mov"],
    maxBytes: 2048 * MIB,
    maxMinutes: 10,
    count: [1, 1],
    required: true,
    visibility: "open",
    stage: "submit",
  },
];
