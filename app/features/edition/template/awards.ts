import type { Award } from "#app/features/call/definition.ts";
import { both } from "./words.ts";

/** Every honour by id. The Week says 荣誉 (honour), not 奖 (prize); the organiser may rename them. */
export const awards = {
  gk_project_of_year: {
    id: "gk_project_of_year",
    name: both("金钥匙年度推荐项目", "Golden Key Project of the Year"),
    count: 1,
    kinds: ["honour", "cash", "mentoring"],
  },
  gk_most_promising_director: {
    id: "gk_most_promising_director",
    name: both("最具潜力导演", "Most Promising Director"),
    count: 1,
    kinds: ["honour"],
  },
  gk_best_story: { id: "gk_best_story", name: both("最佳故事创意", "Best Story Idea"), count: 1, kinds: ["honour"] },
  gk_jury_recommendation: {
    id: "gk_jury_recommendation",
    name: both("评审团推荐项目", "Jury Recommendation"),
    count: 2,
    kinds: ["honour"],
  },
  gk_made_in_qingdao: {
    id: "gk_made_in_qingdao",
    name: both("青岛制造支持项目", "Made in Qingdao Support"),
    count: 3,
    kinds: ["in_kind", "studio_days"],
  },
  gk_partner_support: {
    id: "gk_partner_support",
    name: both("合作机构支持", "Partner Support"),
    count: 6,
    kinds: ["in_kind", "post_production", "legal", "distribution"],
  },
  gk_wip_recommendation: {
    id: "gk_wip_recommendation",
    name: both("制作中项目推荐", "Work in Progress Recommendation"),
    count: 2,
    kinds: ["honour", "in_kind"],
  },
  gk_best_series: {
    id: "gk_best_series",
    name: both("剧集项目推荐", "Series Recommendation"),
    count: 1,
    kinds: ["honour"],
  },
  gk_venture_of_year: {
    id: "gk_venture_of_year",
    name: both("年度影视科技项目", "Film-tech Venture of the Year"),
    count: 1,
    kinds: ["honour", "cash", "space"],
  },
  gk_venture_recommendation: {
    id: "gk_venture_recommendation",
    name: both("创业推荐项目", "Venture Recommendation"),
    count: 2,
    kinds: ["honour", "accelerator"],
  },
  sl_screenplay_of_year: {
    id: "sl_screenplay_of_year",
    name: both("海平面年度剧本", "Sea Level Screenplay of the Year"),
    count: 1,
    kinds: ["honour", "cash"],
  },
  sl_screenplay_recommendation: {
    id: "sl_screenplay_recommendation",
    name: both("推荐剧本", "Recommended Screenplay"),
    count: 3,
    kinds: ["honour", "option_meeting"],
  },
  sl_new_writer: {
    id: "sl_new_writer",
    name: both("年度新锐编剧", "New Writer"),
    count: 1,
    kinds: ["honour", "mentoring"],
  },
  sl_short_of_year: {
    id: "sl_short_of_year",
    name: both("海平面年度短片", "Sea Level Short of the Year"),
    count: 1,
    kinds: ["honour", "cash"],
  },
  sl_short_director: {
    id: "sl_short_director",
    name: both("年度青年导演", "Young Director"),
    count: 1,
    kinds: ["honour", "mentoring"],
  },
  sl_short_novelty: { id: "sl_short_novelty", name: both("创新荣誉", "Novelty Honour"), count: 1, kinds: ["honour"] },
  sl_short_student: {
    id: "sl_short_student",
    name: both("学生短片荣誉", "Student Short Honour"),
    count: 1,
    kinds: ["honour"],
  },
  sl_mention: { id: "sl_mention", name: both("评审团特别提及", "Special Mention"), count: 2, kinds: ["honour"] },
  sl_micro_of_year: {
    id: "sl_micro_of_year",
    name: both("海平面年度微短剧", "Sea Level Micro-drama of the Year"),
    count: 1,
    kinds: ["honour", "cash"],
  },
  sl_micro_recommendation: {
    id: "sl_micro_recommendation",
    name: both("推荐微短剧", "Recommended Micro-drama"),
    count: 3,
    kinds: ["honour", "platform"],
  },
  sl_recommended_film: {
    id: "sl_recommended_film",
    name: both("推荐影片", "Recommended Film"),
    count: 6,
    kinds: ["screening"],
  },
  gs_honour: { id: "gs_honour", name: both("金海鸥幕后荣誉", "Golden Seagull Honour"), count: 20, kinds: ["honour"] },
} satisfies Record<string, Award>;
