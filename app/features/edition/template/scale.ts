import type { Scale } from "#app/features/call/definition.ts";
import { both } from "./words.ts";

/** How every jury marks, and what the marks mean. Words instead of yes and no: a verdict is asked once a review. */
export const scale: Scale = {
  min: 1,
  max: 10,
  step: 0.5,
  commentRequiredBelow: 4,
  commentRequiredAbove: 9,
  bands: [
    {
      from: 9,
      to: 10,
      meaning: both(
        "出色：专业水准贯穿始终，愿意为它力争",
        "Outstanding: professional throughout; I would fight for it",
      ),
    },
    {
      from: 7,
      to: 8.5,
      meaning: both("优良：有明确长处，缺点少且可改", "Strong: clear merits, few and mendable faults"),
    },
    {
      from: 5,
      to: 6.5,
      meaning: both("合格：成立但不均衡，尚未说服我", "Sound: it holds, but unevenly; not yet convincing"),
    },
    { from: 3, to: 4.5, meaning: both("薄弱：主要部分不成立", "Weak: a main part does not hold") },
    { from: 1, to: 2.5, meaning: both("不足：缺失或离题", "Poor: missing or off the subject") },
  ],
  totalBands: [
    { from: 85, to: 100, meaning: both("优秀", "Excellent") },
    { from: 70, to: 84.99, meaning: both("良好", "Good") },
    { from: 55, to: 69.99, meaning: both("一般", "Fair") },
    { from: 0, to: 54.99, meaning: both("不推荐", "Not recommended") },
  ],
  verdicts: [
    { id: "champion", label: both("力荐", "I champion it") },
    { id: "recommend", label: both("推荐", "Recommend") },
    { id: "discuss", label: both("待议", "Discuss") },
    { id: "decline", label: both("不推荐", "Decline") },
  ],
  championQuota: 2,
};
