import { both, type Wording } from "./words.ts";

/** What the panel of Golden Seagull marks, with the meaning of a high, a middle and a low mark. */
export const nominationCriteria = {
  g_skill: {
    label: both("专业技艺", "Craft skill"),
    anchors: {
      high: both("行业标杆", "A benchmark of the trade"),
      middle: both("扎实", "Solid"),
      low: both("未见水准", "Below standard"),
    },
  },
  g_contribution: {
    label: both("对作品的贡献", "Contribution to the work"),
    anchors: {
      high: both("没有此人作品不成", "The work would fail without this person"),
      middle: both("重要", "Important"),
      low: both("难以辨认", "Cannot be told"),
    },
  },
  g_industry: {
    label: both("对影视工业的推动", "Advance of film industry"),
    anchors: {
      high: both("创造了可被沿用的方法", "Made a method others use"),
      middle: both("有带动", "Some influence"),
      low: both("无", "None"),
    },
  },
} satisfies Record<string, Wording>;
