/** The invented works and ventures of the demo. */
export type Work = {
  zh: string;
  en: string;
  lineZh: string;
  lineEn: string;
  genre: string;
  kind?: string;
  maker: [zh: string, en: string];
};

export const shorts: readonly Work[] = [
  {
    zh: "低潮",
    en: "Low Water",
    lineZh: "退潮的两小时里，女儿陪失明的父亲最后一次走上自己修的海堤。",
    lineEn: "In the two hours of low water a daughter walks her blind father along the sea wall he built.",
    genre: "drama",
    maker: ["陈屿", "Chen Yu"],
  },
  {
    zh: "灯塔值班表",
    en: "The Lighthouse Rota",
    lineZh: "最后一座有人灯塔改为自动，守塔人却每晚照旧签到。",
    lineEn: "The last manned light goes automatic; its keeper signs in every night all the same.",
    genre: "drama",
    maker: ["孙望", "Sun Wang"],
  },
  {
    zh: "借一条船",
    en: "A Borrowed Boat",
    lineZh: "两个孩子借船出海找狗，在雾里遇见了彼此离家的父亲。",
    lineEn: "Two children borrow a boat to find a dog and meet, in fog, the fathers who left.",
    genre: "family",
    maker: ["周可", "Zhou Ke"],
  },
  {
    zh: "声音的形状",
    en: "The Shape of a Sound",
    lineZh: "拟音师受托复原一片已经消失的渔港的早晨。",
    lineEn: "A foley artist is asked to rebuild the morning of a harbour that is gone.",
    genre: "drama",
    maker: ["何宁", "He Ning"],
  },
  {
    zh: "最后一班轮渡",
    en: "The Last Ferry",
    lineZh: "隧道通车前夜，轮渡上的人假装明天还会见面。",
    lineEn: "On the eve of the tunnel everybody aboard the ferry pretends they will meet tomorrow.",
    genre: "romance",
    maker: ["马晓川", "Ma Xiaochuan"],
  },
  {
    zh: "海鸥法庭",
    en: "The Court of Gulls",
    lineZh: "被告是一只偷吃薯条的海鸥，证人全都收了鱼。",
    lineEn: "The accused is a gull that stole chips; every witness has been paid in fish.",
    genre: "comedy",
    kind: "animation",
    maker: ["李米", "Li Mi"],
  },
  {
    zh: "盐的重量",
    en: "The Weight of Salt",
    lineZh: "盐田要变成光伏电站，三代人各自收下最后一担盐。",
    lineEn: "The salt fields become a solar farm; three generations carry home a last load each.",
    genre: "drama",
    kind: "documentary",
    maker: ["田野", "Tian Ye"],
  },
  {
    zh: "第九号泳道",
    en: "Lane Nine",
    lineZh: "泳池只有八条泳道，她坚持说有人在第九条里陪她训练。",
    lineEn: "The pool has eight lanes; she insists that somebody trains beside her in the ninth.",
    genre: "crime_suspense",
    maker: ["吴桐", "Wu Tong"],
  },
  {
    zh: "木星来信",
    en: "A Letter from Jupiter",
    lineZh: "退休的天线工程师收到了三十年前自己发出的回波。",
    lineEn: "A retired antenna engineer receives the echo of what she sent thirty years ago.",
    genre: "sci_fi",
    maker: ["高远", "Gao Yuan"],
  },
  {
    zh: "半张合影",
    en: "Half a Photograph",
    lineZh: "翻修老照相馆时，两家人为同一张被剪开的照片争执起来。",
    lineEn: "Two families quarrel over one photograph that was cut in two.",
    genre: "family",
    maker: ["罗珊", "Luo Shan"],
  },
  {
    zh: "夜间施工",
    en: "Night Works",
    lineZh: "修路工人在凌晨的柏油下挖出一段没人认领的铁轨。",
    lineEn: "At three in the morning a road crew digs up rails that nobody owns.",
    genre: "crime_suspense",
    maker: ["韩江", "Han Jiang"],
  },
  {
    zh: "雾号",
    en: "Foghorn",
    lineZh: "一座海边小城的人靠雾号声判断彼此还在不在。",
    lineEn: "In a town by the sea people tell by the foghorn who is still there.",
    genre: "drama",
    kind: "experimental",
    maker: ["Elena Marchetti", "Elena Marchetti"],
  },
  {
    zh: "练习告别",
    en: "Rehearsing Goodbye",
    lineZh: "毕业前一周，话剧社排了一出没有观众的戏。",
    lineEn: "A week before graduation the drama club rehearses a play for nobody.",
    genre: "romance",
    maker: ["叶青", "Ye Qing"],
  },
  {
    zh: "赶海",
    en: "Gleaning the Shore",
    lineZh: "外婆教孙女辨认沙滩上的气孔，却认不出孙女的脸。",
    lineEn: "A grandmother teaches her granddaughter to read the sand, and no longer knows her face.",
    genre: "family",
    maker: ["邵冰", "Shao Bing"],
  },
];

export const features: readonly Work[] = [
  {
    zh: "栈桥以东",
    en: "East of the Pier",
    lineZh: "一名潜水打捞员在沉船里找到自己失踪同事的手表。",
    lineEn: "A salvage diver finds in a wreck the watch of a colleague who vanished.",
    genre: "crime_suspense",
    maker: ["邢海", "Xing Hai"],
  },
  {
    zh: "啤酒街的冬天",
    en: "Winter on Beer Street",
    lineZh: "老啤酒厂关门前，三名女工偷偷酿了最后一批酒。",
    lineEn: "Before the old brewery shuts, three women secretly brew a last batch.",
    genre: "comedy",
    maker: ["崔一", "Cui Yi"],
  },
  {
    zh: "风向标",
    en: "Weathervane",
    lineZh: "气象站的姐妹为一场没有报出的台风各自守着秘密。",
    lineEn: "Two sisters at a weather station keep different secrets of a storm nobody announced.",
    genre: "drama",
    maker: ["曲然", "Qu Ran"],
  },
  {
    zh: "帆影",
    en: "Sails",
    lineZh: "退役帆船教练带着一群听障少年参加环岛赛。",
    lineEn: "A retired sailing coach takes deaf teenagers into a race around the island.",
    genre: "family",
    maker: ["宋航", "Song Hang"],
  },
];

export const screenplays: readonly Work[] = [
  {
    zh: "海平线",
    en: "Sea Level",
    lineZh: "测绘员发现故乡每年下沉两厘米，而全村都早已知道。",
    lineEn: "A surveyor finds his village sinking two centimetres a year; everybody knew.",
    genre: "drama",
    maker: ["陈屿", "Chen Yu"],
  },
  {
    zh: "邮差不按铃",
    en: "The Postman Does Not Ring",
    lineZh: "乡村邮差私自扣下坏消息，直到一封信寄给了他自己。",
    lineEn: "A village postman keeps bad news back, until a letter comes for himself.",
    genre: "drama",
    maker: ["乔木", "Qiao Mu"],
  },
  {
    zh: "二十四小时面馆",
    en: "Noodles Round the Clock",
    lineZh: "疫后复工的第一夜，一间面馆里换了二十四位客人。",
    lineEn: "In one night a noodle shop serves twenty-four guests who all owe each other something.",
    genre: "comedy",
    maker: ["梁田", "Liang Tian"],
  },
];

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

/** Second halves of synopses: what happens after the first line. */
export const developments: readonly string[] = [
  "他们以为这只是平常的一天。随着潮水与时间一起变化，一件从未说破的旧事慢慢浮出水面，两个人不得不在有限的时间里决定，是把它交还给大海，还是带回岸上。影片几乎全部在自然光下拍摄，让声音与停顿承担叙事。",
  "故事从一个微小的误会开始，逐渐牵动整条街的人。每个人都用自己的方式守着一个秘密，也都在等别人先开口。当真相以最不体面的方式出现时，他们才发现，彼此早已原谅。结尾没有答案，只留下一个可以继续走下去的早晨。",
  "影片把镜头放在那些不被注意的手势上：拧紧的螺丝、反复抹平的床单、没有寄出的信。人物说得很少，却在一次次错过中改变了对方。拍摄历时十九天，全部演员来自当地，其中多数人第一次站在镜头前。",
];
