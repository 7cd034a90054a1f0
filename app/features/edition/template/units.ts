import type { TemplateActivity, TemplateUnit } from "./shape.ts";
import { both } from "./words.ts";

/**
 * The five units of the Week with the activities its reports name. The list was said to have 19; what was never named is
 * one placeholder, not an invention. Days are proposed but where a report gave them.
 */

const proposed = (from: number, to = from) => ({ from, to, proposed: true });
const sourced = (from: number, to = from) => ({ from, to, proposed: false });

const closing = both("闭幕式暨“金海鸥”影视荣誉作品展示", "Closing ceremony with the Golden Seagull showcase");

export const ceremonies: TemplateActivity[] = [
  { id: "opening", name: both("开幕式", "Opening ceremony"), kind: "ceremony", status: "sourced", days: sourced(0) },
  { id: "closing", name: closing, kind: "ceremony", status: "sourced", days: sourced(2), sameAs: "a17" },
];

export const units: TemplateUnit[] = [
  {
    number: 1,
    slug: "future-of-science-and-films",
    name: both("科影未来", "“Future of Science and Films”"),
    activities: [
      {
        id: "a01",
        name: both("“科影未来”融合体验展", "Convergence experience exhibition"),
        kind: "exhibition",
        status: "sourced",
        days: proposed(0, 2),
      },
      { id: "a02", name: both("主题交流", "Themed exchange"), kind: "forum", status: "sourced", days: proposed(0) },
      {
        id: "a03",
        name: both("高新视频创新大赛", "High-tech video innovation contest"),
        kind: "contest",
        status: "sourced",
        days: proposed(1),
      },
      {
        id: "a18",
        name: both("电影工业化论坛", "Forum on film industrialisation"),
        kind: "forum",
        status: "sourced",
        days: proposed(0),
        maybeSameAs: "a02",
      },
      { id: "a19", name: both("待定活动", "Unnamed activity"), kind: "other", status: "placeholder" },
    ],
  },
  {
    number: 2,
    slug: "film-capital-of-the-world",
    name: both("世界“电影之都”", "“Film Capital” of the World"),
    activities: [
      {
        id: "a04",
        name: both("世界“电影之都”影展", "Film exhibition"),
        kind: "screening",
        status: "sourced",
        days: sourced(0, 9),
        films: 18,
      },
      {
        id: "a05",
        name: both("《全球电影产业发展报告（2022）》发布会", "Launch of the global film industry report 2022"),
        nameInOtherYears: both("《全球电影产业发展报告》发布会", "Launch of the global film industry report"),
        kind: "launch",
        status: "sourced",
        days: proposed(0),
      },
      {
        id: "a06",
        name: both("世界“电影之都”青岛倡议", "Qingdao Initiative"),
        kind: "launch",
        status: "sourced",
        days: proposed(0),
      },
    ],
  },
  {
    number: 3,
    slug: "golden-key",
    name: both("金钥匙创投计划", "“Golden Key Startup Ventures Plan”"),
    activities: [
      {
        id: "a07",
        name: both("金钥匙课堂", "Golden Key Class"),
        kind: "training",
        status: "sourced",
        days: proposed(-1, 0),
        round: "t1",
      },
      {
        id: "a08",
        name: both("项目公开陈述", "Public project presentation"),
        kind: "pitch",
        status: "sourced",
        days: proposed(1),
        round: "r3",
      },
      {
        id: "a09",
        name: both("荣誉推荐大会", "Honours recommendation meeting"),
        kind: "honours",
        status: "sourced",
        days: proposed(2),
      },
    ],
  },
  {
    number: 4,
    slug: "sea-level",
    name: both("“海平面”青年影人计划", "“Sea Level” Young Filmmaker Program"),
    activities: [
      {
        id: "a10",
        name: both("“编剧新概念”项目路演", "New Concept in Screenwriting roadshow"),
        kind: "pitch",
        status: "sourced",
        days: proposed(1),
        call: "SL-W",
      },
      {
        id: "a11",
        name: both("推荐影片交流会", "Recommended-film exchange"),
        kind: "exchange",
        status: "sourced",
        days: proposed(0),
        call: "SL-R",
      },
      {
        id: "a12",
        name: both("短片创作交流会", "Short-film exchange"),
        kind: "exchange",
        status: "sourced",
        days: proposed(1),
        call: "SL-S",
      },
      {
        id: "a13",
        name: both("微短剧主题分享会", "Micro-drama sharing session"),
        kind: "exchange",
        status: "sourced",
        days: proposed(2),
        call: "SL-M",
      },
    ],
  },
  {
    number: 5,
    slug: "golden-seagull",
    name: both("金海鸥", "“Golden Seagull”"),
    activities: [
      {
        id: "a14",
        name: both("第三届“金海鸥”影视荣誉作品展示", "Third Golden Seagull honoured-works showcase"),
        nameInOtherYears: both("“金海鸥”影视荣誉作品展示", "Golden Seagull honoured-works showcase"),
        kind: "honours",
        status: "sourced",
        days: proposed(2),
        maybeSameAs: "a17",
      },
      {
        id: "a15",
        name: both("“金海鸥”电影大师课", "Golden Seagull masterclass"),
        kind: "training",
        status: "sourced",
        days: proposed(1),
      },
      {
        id: "a16",
        name: both("中国电视剧创新发展主题交流", "Exchange on innovation in Chinese TV drama"),
        kind: "forum",
        status: "sourced",
        days: proposed(1),
      },
      {
        id: "a17",
        name: both("闭幕式暨“金海鸥”影视荣誉作品展示", "Closing ceremony with the showcase"),
        kind: "ceremony",
        status: "sourced",
        days: sourced(2),
      },
    ],
  },
];
