import { both, type Wording } from "./words.ts";

/** What Sea Level’s jurors mark, with the meaning of a high, a middle and a low mark. */
export const seaLevelCriteria = {
  s_story: {
    label: both("故事与剧作", "Story and writing"),
    anchors: {
      high: both("短小而完整，余味长", "Short, whole, lingering"),
      middle: both("意思到了，节奏不稳", "Idea lands; pace uneven"),
      low: both("看不懂要说什么", "Unclear what it says"),
    },
  },
  s_direction: {
    label: both("导演与表达", "Direction"),
    anchors: {
      high: both("有自己的眼光，选择一致", "Own eye; consistent choices"),
      middle: both("处理稳妥", "Safe handling"),
      low: both("没有处理", "No handling"),
    },
  },
  s_novelty: {
    label: both("创新与个性", "Novelty and voice"),
    anchors: {
      high: both("形式因内容而新", "New form for its content"),
      middle: both("局部有新意", "New in parts"),
      low: both("模仿", "Imitation"),
    },
  },
  s_image: {
    label: both("摄影与美术", "Image and design"),
    anchors: {
      high: both("画面参与叙事", "Images carry the story"),
      middle: both("干净，不失误", "Clean, no slips"),
      low: both("影响观看", "Hinders viewing"),
    },
  },
  s_sound_edit: {
    label: both("剪辑与声音", "Editing and sound"),
    anchors: {
      high: both("节奏准，声音有设计", "Exact rhythm; designed sound"),
      middle: both("通顺", "Smooth enough"),
      low: both("听不清或跳断", "Inaudible or broken"),
    },
  },
  s_performance: {
    label: both("表演（或纪实接近度、动画功力）", "Performance (or access, or animation craft)"),
    anchors: {
      high: both("人物活着", "People live"),
      middle: both("自然，偶有生硬", "Natural; stiff at times"),
      low: both("失真", "Rings false"),
    },
  },
  s_craft: {
    label: both("技术完成度", "Technical finish"),
    anchors: {
      high: both("专业", "Professional"),
      middle: both("可接受", "Acceptable"),
      low: both("妨碍理解", "Blocks understanding"),
    },
  },
  w_concept: {
    label: both("概念与新意", "Concept and novelty"),
    anchors: {
      high: both("一句话就想看，且没见过", "One line makes me want it; unseen"),
      middle: both("概念清楚，常见", "Clear but common"),
      low: both("没有概念", "No concept"),
    },
  },
  w_structure: {
    label: both("结构与节奏", "Structure and pace"),
    anchors: {
      high: both("环环相扣，无一场多余", "Tight; no spare scene"),
      middle: both("骨架在，中段慢", "Frame stands; slow middle"),
      low: both("散", "Loose"),
    },
  },
  w_character: {
    label: both("人物", "Characters"),
    anchors: {
      high: both("主次人物皆有来处与去处", "Major and minor have a from and a to"),
      middle: both("主角可信", "The lead is credible"),
      low: both("工具人", "Puppets"),
    },
  },
  w_dialogue: {
    label: both("台词与文字", "Dialogue and prose"),
    anchors: {
      high: both("各有声口，少而准", "Distinct voices; few exact words"),
      middle: both("通顺", "Fluent"),
      low: both("说明书式", "Explains everything"),
    },
  },
  w_theme: {
    label: both("主题与情感", "Theme and feeling"),
    anchors: {
      high: both("读后久久不去", "Stays long after"),
      middle: both("有触动", "Moves at times"),
      low: both("无感", "Leaves cold"),
    },
  },
  w_produce: {
    label: both("可拍性", "Producibility"),
    anchors: {
      high: both("体量与题材可在合理预算内完成", "Fits a reasonable budget and permit"),
      middle: both("需删改", "Needs cuts"),
      low: both("难以拍摄", "Hardly filmable"),
    },
  },
  m_hook: {
    label: both("钩子与设定", "Hook and premise"),
    anchors: {
      high: both("首集就抓住，设定能生长", "Grips in episode one; premise grows"),
      middle: both("有钩子，后劲弱", "A hook; fades"),
      low: both("无吸引力", "No pull"),
    },
  },
  m_rhythm: {
    label: both("分集节奏", "Episode rhythm"),
    anchors: {
      high: both("集集有推进与悬念，不靠拖", "Every episode moves; no padding"),
      middle: both("时快时慢", "Uneven"),
      low: both("重复注水", "Repeats and pads"),
    },
  },
  m_people: {
    label: both("人物与表演", "People and acting"),
    anchors: {
      high: both("人物立得住，表演有分寸", "People stand; measured acting"),
      middle: both("类型化，可看", "Typed but watchable"),
      low: both("夸张失真", "Overblown"),
    },
  },
  m_value: {
    label: both("价值与现实", "Values and reality"),
    anchors: {
      high: both("向上而不说教，有当下生活", "Uplifting without preaching; of today"),
      middle: both("无问题，无见地", "Harmless; no view"),
      low: both("低俗或不良导向", "Vulgar or harmful"),
    },
  },
  m_craft: {
    label: both("制作", "Craft"),
    anchors: {
      high: both("竖屏或横屏的构图与声音有设计", "Framing and sound designed for the screen"),
      middle: both("合格", "Fair"),
      low: both("粗糙", "Rough"),
    },
  },
  m_audience: {
    label: both("受众与传播", "Audience and release"),
    anchors: {
      high: both("人群、平台、合规路径清楚", "Group, platform and filing path are clear"),
      middle: both("有平台意向", "A platform in mind"),
      low: both("未考虑", "Not considered"),
    },
  },
} satisfies Record<string, Wording>;
