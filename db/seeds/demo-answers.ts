import type { CallDefinition, Column, Field } from "#app/features/call/definition.ts";
import { clock } from "#app/lib/clock.server.ts";
import { type Day, dayLater } from "#app/lib/moment.ts";
import { developments } from "./demo-developments.ts";
import type { Work } from "./demo-works.ts";

export type Applicant = { name: string; email: string; bornOn: string; isCompany: boolean };
export type Entries = [name: string, value: string][];

type Telling = { work: Work; applicant: Applicant; place: number; today?: Day };

const repeat = (text: string, least: number) => {
  let long = text;
  for (let turn = 2; long.length < least; turn++) long += `\n\n${developments[turn % developments.length]}`;
  return long;
};

/** What an applicant of the demo types into every section of a call's form, by section. */
export function demoAnswers(
  definition: CallDefinition,
  { work, applicant, place, today = clock.now().slice(0, 10) as Day }: Telling,
): Map<string, Entries> {
  const story = `${work.lineZh}${developments[place % developments.length]}`;
  const region = work.from ?? "CN";
  const known: Record<string, string | string[]> = {
    applicant_type: applicant.isCompany ? "company" : "individual",
    legal_name: applicant.isCompany ? `青岛${work.zh}文化有限公司` : applicant.name,
    contact_person: applicant.name,
    email: applicant.email,
    mobile: `${region === "CN" ? "+86 138" : "+44 7700"} 0000 ${String(1000 + place)}`,
    region,
    city: region === "CN" ? "青岛" : "",
    lead_birth_date: applicant.bornOn,
    rights_basis: "owner",
    title_zh: work.zh,
    title_en: work.en,
    logline_zh: work.lineZh,
    logline_en: work.lineEn,
    synopsis_zh: story,
    synopsis_en: `${work.lineEn} What was never said comes to light, and there is little time to decide what to do with it.`,
    genres: [work.genre],
    languages: region === "CN" || region === "FR" ? ["zh"] : ["en", "other"],
    origin: "original",
    ai_uses: ["none"],
    film_kind: work.kind ?? "fiction",
    subtitles: ["zh_hans", "en"],
    aspect: work.kind === "micro_drama" ? "vertical" : "horizontal",
    film_statement: `我想拍一部安静的片子。${developments[(place + 1) % developments.length]}`,
    director_statement: repeat(`我从小在海边长大。${developments[(place + 1) % developments.length]}`, 220),
    form: definition.sections.some(({ id }) => id === "series") ? "series" : "fiction_feature",
    stage: "script_done",
    est_runtime_min: definition.sections.some(({ id }) => id === "series") ? "540" : String(96 + place * 3),
    total_budget: String(6_000_000 + place * 450_000),
    secured_amount: String(1_500_000 + place * 100_000),
    seeking: ["investment", "co_production"],
    audience_plan: `面向二十至四十岁的城市观众与海滨城市院线，先走节展再进点映。${developments[2]?.slice(0, 60)}`,
    script_kind: "feature",
    script_pages: "96",
    outline_zh: repeat(story, 820),
    character_list: `主角：三十六岁，寡言，习惯记账。\n对手：四十二岁，曾是他的师兄。\n母亲：七十岁，耳背，却总能先听见。`,
    new_concept: "用一座城市的声音变化来组织叙事，每一幕只用一种环境声开场。",
    writer_statement: `这个故事来自我在码头做记录员的两年。${developments[place % developments.length]}`,
    credit_code: "91370200MA3DEMO01X",
    founded_on: dayLater(today, -900 + place * 40),
    company_profile: "一支九人的团队，来自影视后期与软件工程，服务过十余部院线与网络作品。",
    venture_name: work.zh,
    one_liner: work.lineZh,
    sector: work.genre,
    product_stage: "mvp",
    problem: `中小剧组缺少时间与预算，${work.lineZh}现有方案或太贵，或需要专门人手。`,
    solution: `${work.lineZh}我们把流程做成三个步骤，第一次使用不超过二十分钟，并可与现有工具衔接。`,
    business_model: "按项目与席位收费，面向学校提供教学授权；毛利约六成。",
    market_size: "国内每年约两千部网络电影与四万小时剧集，可服务市场约十二亿元。",
    employees: "9",
    revenue_last_year: "1860000",
    funding_stage: "seed",
    raised_total: "3000000",
    land_in_qingdao: "intends",
    completed_on: dayLater(today, -120 - place * 9),
    known_jurors: place === 4 ? "导演曾上过许望舒老师的大师课（一次，2019年）。" : "",
    episodes: "12",
    episode_min: "45",
    series_outline: repeat(story, 420),
    micro_episodes: "24",
    micro_total_min: "48",
    micro_investment: String(180_000 + place * 15_000),
    micro_outline: `第一集：${work.lineZh}\n第二集：约定第一次被打破，代价比想象的小，也比想象的久。\n第三集：旁观者开口了。\n第四集以后：${developments[(place + 3) % developments.length]}`,
    c_publish: "true",
  };
  return new Map(
    definition.sections.map((section) => [
      section.id,
      section.fields
        .filter(({ stage, type }) => stage === "submit" && type !== "computed")
        .flatMap((field) => entriesOf(field, known[field.id], { work, applicant, today })),
    ]),
  );
}

type Who = { work: Work; applicant: Applicant; today: Day };

function entriesOf(field: Field, known: string | string[] | undefined, who: Who): Entries {
  if (known === "") return [];
  if (known !== undefined) return [known].flat().map((value) => [field.id, value]);
  if (field.consent) return [[field.id, "true"]];
  if (field.type === "people") return rowEntries(field, (column) => makerCell(column, who));
  if (!field.required) return [];
  if (field.type === "table") return rowEntries(field, (column) => plainCell(column, who.today));
  if (field.type === "bool") return [[field.id, field.id.endsWith("cleared") ? "true" : "false"]];
  return [[field.id, plainCell(field, who.today)]];
}

function rowEntries({ id, columns = [] }: Field, cellOf: (column: Column) => string): Entries {
  return columns.flatMap((column): Entries => {
    const value = cellOf(column);
    return value === "" ? [] : [[`${id}[0].${column.id}`, value]];
  });
}

function makerCell(column: Column, { work, today }: Who): string {
  const own: Record<string, string> = {
    name_zh: work.maker[0],
    name_en: work.maker[1],
    region: work.from ?? "CN",
    bio_zh: "毕业于戏剧影视专业，曾任副导演与剪辑，短片入选过校园影展。",
    features_made: "0",
  };
  return own[column.id] ?? (column.required ? plainCell(column, today) : "");
}

function plainCell({ id, type, options, min }: Field | Column, today: Day): string {
  if (options?.[0]) return options[0].id;
  if (type === "date") return dayLater(today, id.endsWith("to") ? 340 : 120);
  if (type === "int" || type === "decimal" || type === "money") return String(Math.max(min ?? 0, 12));
  if (type === "country") return "CN";
  return "按计划进行，细节可在面谈时说明。";
}
