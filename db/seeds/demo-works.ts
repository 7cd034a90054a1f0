/** The invented works of the demo. */
export type Work = {
  zh: string;
  en: string;
  lineZh: string;
  lineEn: string;
  /** Of a film its genre, of a venture its sector. */
  genre: string;
  kind?: string;
  maker: [zh: string, en: string];
  /** Where its maker lives; China unless told. */
  from?: string;
};

/** Feature films in development; the first is the film-maker’s. */
export const features: readonly Work[] = [
  {
    zh: "守灯人的收音机",
    en: "The Lighthouse Keeper’s Radio",
    lineZh: "最后一位守灯人不肯下岛，因为每晚九点仍有一艘沉船呼叫。",
    lineEn: "The last keeper will not leave: every night at nine his radio still hears a ship that sank.",
    genre: "drama",
    maker: ["陈屿", "Chen Yu"],
  },
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
  {
    zh: "二号冷库",
    en: "Cold Store No. 2",
    lineZh: "渔业公司清算那周，会计与搬运工为一库冻鱼结成同盟。",
    lineEn: "In the week of a fishery’s bankruptcy its accountant and a porter unite over a store of frozen fish.",
    genre: "comedy",
    maker: ["鲁冬", "Lu Dong"],
  },
  {
    zh: "逆风骑行",
    en: "Against the Wind",
    lineZh: "快递员决定替离世的客户送完最后十二件包裹。",
    lineEn: "A courier decides to deliver the last twelve parcels of a customer who died.",
    genre: "drama",
    maker: ["佟安", "Tong An"],
  },
  {
    zh: "白噪音旅馆",
    en: "The White Noise Hotel",
    lineZh: "失眠者旅馆的录音师，爱上了唯一睡得着的房客。",
    lineEn: "The sound recordist of a hotel for the sleepless falls for the only guest who sleeps.",
    genre: "romance",
    maker: ["黎雅", "Leila Amari"],
    from: "FR",
  },
];

/** Screenplays. */
export const screenplays: readonly Work[] = [
  {
    zh: "海平线",
    en: "Sea Level",
    lineZh: "测绘员发现故乡每年下沉两厘米，而全村都早已知道。",
    lineEn: "A surveyor finds his village sinking two centimetres a year; everybody knew.",
    genre: "drama",
    maker: ["于潮", "Yu Chao"],
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
  {
    zh: "陪练",
    en: "The Sparring Partner",
    lineZh: "乒乓球陪练输了二十年，退役前夜有人请她赢一次。",
    lineEn: "A sparring partner has lost for twenty years; on her last night somebody asks her to win.",
    genre: "drama",
    maker: ["方圆", "Fang Yuan"],
  },
];
