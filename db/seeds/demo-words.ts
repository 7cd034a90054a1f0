import type { Language } from "#app/i18n/text.ts";

/**
 * What jurors of the demo write: to the panel, and to the makers. There are as many words for makers as a panel has
 * places, so that nobody reads the same twice.
 */
export const panelWords: Record<Language, readonly string[]> = {
  zh: [
    "开场十分钟就确立了规则，之后没有浪费一个镜头。中段略平，但不影响整体。",
    "声音设计出色，表演偏收。值得在会上一起再看一遍结尾。",
    "题材重要，处理稳妥，但我没有看到非它不可的那个瞬间。",
    "结构清楚，人物关系可信；结尾来得太快，像是被时长催着走。",
    "野心大于完成度。我仍愿意为它的野心投一票。",
  ],
  en: [
    "It sets its rules in the first minutes and then wastes nothing. The middle could lose a scene.",
    "A strong image to begin with, and it keeps its promise. I would watch the ending again with all of you.",
    "An important subject, safely handled; I missed the moment that only this work could have had.",
    "Clear in its construction, and one believes these people. It ends as if somebody had looked at the clock.",
    "More ambition than finish. I would still vote for the ambition.",
  ],
};

export const makerWords: Record<Language, readonly string[]> = {
  zh: [
    "海堤上的那段长镜头令人难忘。建议再检查一次对白的音量，有两句被风声盖住了。",
    "人物关系写得很细。如果能让配角也有一个自己的愿望，故事会更有分量。",
    "您很熟悉这个地方，观众感觉得到。下一稿不妨让其中一个人犯错。",
    "沉默比解释更有力量，您已经做到了，请更早地信任它。",
    "结尾的选择很勇敢。可以考虑把第二场的铺垫再藏深一些。",
    "最打动我的是那些没有说完的话。对手的动机可以再给一场戏。",
    "节奏沉得住气。中段那次离开来得略早，不妨让他多留一夜。",
  ],
  en: [
    "The silence in the second scene says more than the dialogue. Trust it sooner.",
    "You know this place, and it shows. Next time let one person be wrong.",
    "The people are finely drawn. Give the friend a wish of her own and the whole will weigh more.",
    "The long take by the sea wall stays with me. Two lines are lost in the wind; please check the sound.",
    "A brave ending. Hide what prepares it a little deeper.",
    "What is left unsaid moved me most. The rival deserves one scene of his own.",
    "It has patience. He leaves a little early in the middle; let him stay one more night.",
  ],
};
