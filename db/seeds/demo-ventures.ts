import type { Work } from "./demo-works.ts";

/** Start-ups; the first is the one whose account is printed. */
export const ventures: readonly Work[] = [
  {
    zh: "澜影虚拟制片",
    en: "Lanying Virtual Stage",
    lineZh: "让小剧组也用得起的移动虚拟影棚。",
    lineEn: "A virtual stage on wheels that small crews can afford.",
    genre: "virtual_production",
    maker: ["林澜", "Lin Lan"],
  },
  {
    zh: "拾音科技",
    en: "Shiyin Sound",
    lineZh: "现场收音的去噪与对白修复，一晚交付。",
    lineEn: "Cleans and mends location dialogue overnight.",
    genre: "post_services",
    maker: ["谭声", "Tan Sheng"],
  },
  {
    zh: "画外音字幕",
    en: "Offscreen Captions",
    lineZh: "为听障观众自动生成含声音描述的中英字幕。",
    lineEn: "Captions that also say what is heard, in two languages.",
    genre: "aigc_tools",
    maker: ["顾言", "Gu Yan"],
  },
  {
    zh: "长镜头云盘",
    en: "Long Take Cloud",
    lineZh: "面向超高清素材的跨城协作与审片。",
    lineEn: "Review and share ultra-HD dailies across cities.",
    genre: "ultra_hd_5g",
    maker: ["程序", "Cheng Xu"],
  },
  {
    zh: "礁石动画引擎",
    en: "Reef Animation Engine",
    lineZh: "三个人也能做长片的动画预演工具。",
    lineEn: "Previsualisation that lets three people plan an animated feature.",
    genre: "vfx_animation",
    maker: ["石礁", "Shi Jiao"],
  },
  {
    zh: "沉浸港湾",
    en: "Immersive Harbour",
    lineZh: "把取景地变成可预约的沉浸式参观路线。",
    lineEn: "Turns locations into immersive tours one can book.",
    genre: "xr_immersive",
    maker: ["海若", "Hai Ruo"],
  },
];
