import { both, type Wording } from "./words.ts";

/** What Golden Key’s jurors mark, with the meaning of a high, a middle and a low mark. */
export const projectCriteria = {
  story: {
    label: both("故事与创意", "Story and originality"),
    anchors: {
      high: both("故事新鲜而必要，别处没有见过", "Fresh and necessary; not seen elsewhere"),
      middle: both("故事完整，但可预料", "Complete but predictable"),
      low: both("看不出故事，或照搬", "No story found, or copied"),
    },
  },
  character: {
    label: both("人物与结构", "Characters and structure"),
    anchors: {
      high: both("人物有欲望与变化，结构推着走", "People want and change; structure drives"),
      middle: both("人物清楚，中段松", "People are clear; the middle sags"),
      low: both("人物不可信，前后不连", "People not credible; parts do not join"),
    },
  },
  theme: {
    label: both("主题与价值", "Theme and meaning"),
    anchors: {
      high: both("有见识，且由情节自然说出", "Insight that the plot itself speaks"),
      middle: both("主题正当，但靠台词说", "Worthy, but told in dialogue"),
      low: both("空洞或违背公序", "Empty or harmful"),
    },
  },
  cinematic: {
    label: both("影像潜力", "Cinematic potential"),
    anchors: {
      high: both("读来就看得见，声画有想法", "One sees and hears it while reading"),
      middle: both("可拍，影像一般", "Filmable; ordinary images"),
      low: both("只有对白与叙述", "Only talk and telling"),
    },
  },
  feasibility: {
    label: both("制作可行性", "Feasibility"),
    anchors: {
      high: both("预算、周期、资金彼此吻合，有依据", "Budget, schedule and finance agree and are backed"),
      middle: both("大体可行，有一处说不清", "Workable; one part is vague"),
      low: both("数字矛盾或缺失", "Figures clash or are missing"),
    },
  },
  vision: {
    label: both("导演构想", "Director's vision"),
    anchors: {
      high: both("方法独特且具体到场景", "A distinct method, down to scenes"),
      middle: both("意图清楚，方法泛", "Clear intent; general method"),
      low: both("无构想", "No vision stated"),
    },
  },
  market: {
    label: both("市场与观众", "Audience and market"),
    anchors: {
      high: both("说得出谁看、为何看、怎样到达", "Knows who watches, why, and how to reach them"),
      middle: both("有目标人群，路径不明", "A target group; no path"),
      low: both("没有考虑观众", "Audience not considered"),
    },
  },
  team: {
    label: both("团队", "Team"),
    anchors: {
      high: both("关键岗位齐，有相称的经历与互补", "Key posts filled, fit and complementary"),
      middle: both("主创可信，缺一关键岗", "Credible leads; one key post open"),
      low: both("能力与项目不相称", "Skills do not match the project"),
    },
  },
  pitch: {
    label: both("陈述与答辩", "Pitch and answers"),
    anchors: {
      high: both("清楚、守时、答到要害", "Clear, on time, answers the point"),
      middle: both("能懂，答得绕", "Understandable; evasive answers"),
      low: both("超时或说不清", "Overran or unclear"),
    },
  },
  footage: {
    label: both("样片质量", "Quality of the footage"),
    anchors: {
      high: both("样片已证明这部电影成立", "The footage proves the film works"),
      middle: both("有好段落，整体未定", "Good passages; whole unsettled"),
      low: both("样片与阐述不符", "Footage contradicts the statement"),
    },
  },
  completion: {
    label: both("完成路径", "Path to completion"),
    anchors: {
      high: both("缺口明确，用钱用人清楚", "Gap is known; money and people are named"),
      middle: both("缺口大致清楚", "Gap roughly known"),
      low: both("完成遥遥无期", "No path to the end"),
    },
  },
  tech: {
    label: both("技术与产品", "Technology and product"),
    anchors: {
      high: both("已可用，优势可测，难以复制", "Working, measurably better, hard to copy"),
      middle: both("原型可演示，优势待证", "Prototype shown; edge unproven"),
      low: both("只有概念", "Only an idea"),
    },
  },
  model: {
    label: both("商业模式与实施", "Business model and execution"),
    anchors: {
      high: both("已有人付费，单笔账算得过来", "Someone pays; unit economics hold"),
      middle: both("模式合理，未验证", "Reasonable; untested"),
      low: both("不知如何收入", "No idea of income"),
    },
  },
  industry: {
    label: both("行业与市场", "Industry and market"),
    anchors: {
      high: both("懂影视行业的真问题与对手", "Knows the trade's real problem and rivals"),
      middle: both("市场有，数据泛", "A market; generic data"),
      low: both("与影视无关", "No relation to film or TV"),
    },
  },
  finance: {
    label: both("财务与融资", "Finance and round"),
    anchors: {
      high: both("账实相符，用途与里程碑对应", "Books agree; use of funds tied to milestones"),
      middle: both("预测可信度一般", "Forecast of middling credit"),
      low: both("无财务数据", "No figures"),
    },
  },
} satisfies Record<string, Wording>;
