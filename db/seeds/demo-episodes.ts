import type { Work } from "./demo-works.ts";

/** Series for Golden Key. */
export const series: readonly Work[] = [
  {
    zh: "海关旧楼",
    en: "The Old Customs House",
    lineZh: "一百年间，六户人家先后守着同一栋楼里的同一扇门。",
    lineEn: "Through a hundred years six families in turn keep one door of one building.",
    genre: "history",
    maker: ["纪年", "Ji Nian"],
  },
  {
    zh: "夜航班次",
    en: "Night Sailings",
    lineZh: "渡轮上的便衣发现，每晚都有同一位乘客没有下船。",
    lineEn: "A plain-clothes officer on a ferry notices that the same passenger never goes ashore.",
    genre: "crime_suspense",
    maker: ["温澄", "Wen Cheng"],
  },
];

/** Micro-dramas; the first is the film-maker’s, the second the start-up’s. */
export const microDramas: readonly Work[] = [
  {
    zh: "末班车说真话",
    en: "The Last Bus Tells the Truth",
    lineZh: "末班公交上的两个陌生人约定：每过一站，说一句真话。",
    lineEn: "On the last bus two strangers agree on one true sentence for every stop.",
    genre: "romance",
    kind: "micro_drama",
    maker: ["陈屿", "Chen Yu"],
  },
  {
    zh: "三号棚的夜班",
    en: "Night Shift on Stage Three",
    lineZh: "虚拟影棚的保安发现，屏幕里的海每晚都在涨潮。",
    lineEn: "A guard on a virtual stage finds that the sea on its wall rises every night.",
    genre: "fantasy",
    kind: "micro_drama",
    maker: ["林澜", "Lin Lan"],
  },
  {
    zh: "代客求雨",
    en: "Rain for Hire",
    lineZh: "能叫来雨的女孩在婚庆市场接单，直到有人订了一场台风。",
    lineEn: "A girl who can call rain works for weddings, until somebody orders a typhoon.",
    genre: "comedy",
    kind: "micro_drama",
    maker: ["姜禾", "Jiang He"],
  },
  {
    zh: "404房客",
    en: "The Lodger in 404",
    lineZh: "民宿系统里多出一间不存在的房，每晚都有人准时入住。",
    lineEn: "A guesthouse finds a room in its system that is not there, and somebody checks in every night.",
    genre: "comedy",
    kind: "micro_drama",
    maker: ["卓然", "Zhuo Ran"],
  },
];
