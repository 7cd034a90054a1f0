import type { Award, CallDefinition, RoundPlan, Rule, Section, Slot } from "#app/features/call/definition.ts";
import { applicantSection, companySection, declarationsSection } from "./applicant-sections.ts";
import { originSlots, sharedSlots } from "./applicant-slots.ts";
import { awards } from "./awards.ts";
import { sharedRules } from "./entry-rules.ts";
import { filmProjectRounds, ventureRounds, wipRounds } from "./golden-key-rounds.ts";
import { featureRules, seriesRules, ventureRules, wipRules } from "./golden-key-rules.ts";
import { projectSection, seriesSection, wipSection } from "./golden-key-sections.ts";
import { projectSlots, ventureSlots, wipSlots } from "./golden-key-slots.ts";
import { nominationRounds } from "./nomination-rounds.ts";
import { nominationRules } from "./nomination-rules.ts";
import { nominationSection } from "./nomination-section.ts";
import { nominationSlots } from "./nomination-slots.ts";
import { scale } from "./scale.ts";
import { microRounds, recommendedRounds, scriptRounds, shortRounds } from "./sea-level-rounds.ts";
import { microRules, recommendedRules, scriptRules, shortRules } from "./sea-level-rules.ts";
import { filmSection, microSection, scriptSection } from "./sea-level-sections.ts";
import { filmSlots, longFilmSlots, microSlots, scriptSlots } from "./sea-level-slots.ts";
import type { TemplateProgramme } from "./shape.ts";
import { ventureSection } from "./venture-section.ts";
import { both } from "./words.ts";
import { peopleSection, workSection } from "./work-sections.ts";

type Ingredients = {
  sections: Section[];
  slots: Slot[];
  rules: Rule[];
  rounds: RoundPlan[];
  awards: (keyof typeof awards)[];
};

/** How long an upload that began in time may take to finish, and how long a returned entry may be mended. */
const graceMinutes = 120;
const fixWindowHours = 72;

function definition({ awards: ids, ...parts }: Ingredients): CallDefinition {
  const chosen: Award[] = ids.map((id) => awards[id]);
  return { ...parts, awards: chosen, scale, graceMinutes, fixWindowHours };
}

/** The rules for all come after a call's own; of the files only the slots of the work differ. */
function openCall(parts: Ingredients): CallDefinition {
  return definition({ ...parts, slots: [...parts.slots, ...sharedSlots], rules: [...sharedRules, ...parts.rules] });
}

const work = [applicantSection, workSection, peopleSection];
const project = [...work, companySection, projectSection];

export const programmes: TemplateProgramme[] = [
  {
    slug: "golden-key",
    name: both("金钥匙创投计划", "Golden Key Startup Ventures Plan"),
    unit: 3,
    intake: "open",
    maxEntriesPerLead: 1,
    fee: 0,
    calls: [
      {
        code: "GK-F",
        slug: "gk-f",
        name: both("电影长片项目（未开拍）", "Feature film project in development"),
        isCompetitive: true,
        definition: openCall({
          sections: [...project, declarationsSection],
          slots: [...projectSlots, ...originSlots],
          rules: featureRules,
          rounds: filmProjectRounds,
          awards: [
            "gk_project_of_year",
            "gk_most_promising_director",
            "gk_best_story",
            "gk_jury_recommendation",
            "gk_made_in_qingdao",
            "gk_partner_support",
          ],
        }),
      },
      {
        code: "GK-W",
        slug: "gk-w",
        name: both("制作中项目", "Work in progress"),
        isCompetitive: true,
        definition: openCall({
          sections: [...project, wipSection, declarationsSection],
          slots: [...projectSlots, ...wipSlots, ...originSlots],
          rules: wipRules,
          rounds: wipRounds,
          awards: ["gk_wip_recommendation", "gk_partner_support"],
        }),
      },
      {
        code: "GK-S",
        slug: "gk-s",
        name: both("剧集与网络影视项目", "Series and online project"),
        isCompetitive: true,
        definition: openCall({
          sections: [...project, seriesSection, declarationsSection],
          slots: [...projectSlots, ...originSlots],
          rules: seriesRules,
          rounds: filmProjectRounds,
          awards: ["gk_best_series", "gk_partner_support"],
        }),
      },
      {
        code: "GK-V",
        slug: "gk-v",
        name: both("影视科技与文创企业", "Film-tech and creative start-up"),
        isCompetitive: true,
        definition: openCall({
          sections: [applicantSection, companySection, ventureSection, peopleSection, declarationsSection],
          slots: ventureSlots,
          rules: ventureRules,
          rounds: ventureRounds,
          awards: ["gk_venture_of_year", "gk_venture_recommendation"],
        }),
      },
    ],
  },
  {
    slug: "sea-level",
    name: both("“海平面”青年影人计划", "“Sea Level” Young Filmmaker Program"),
    unit: 4,
    intake: "open",
    maxEntriesPerLead: 2,
    fee: 0,
    calls: [
      {
        code: "SL-W",
        slug: "sl-w",
        name: both("编剧新概念", "New Concept in Screenwriting"),
        activity: "a10",
        isCompetitive: true,
        definition: openCall({
          sections: [...work, scriptSection, declarationsSection],
          slots: [...scriptSlots, ...originSlots],
          rules: scriptRules,
          rounds: scriptRounds,
          awards: ["sl_screenplay_of_year", "sl_screenplay_recommendation", "sl_new_writer"],
        }),
      },
      {
        code: "SL-S",
        slug: "sl-s",
        name: both("短片", "Short film"),
        activity: "a12",
        isCompetitive: true,
        definition: openCall({
          sections: [...work, filmSection, declarationsSection],
          slots: [...filmSlots, ...originSlots],
          rules: shortRules,
          rounds: shortRounds,
          awards: ["sl_short_of_year", "sl_short_director", "sl_short_novelty", "sl_short_student", "sl_mention"],
        }),
      },
      {
        code: "SL-M",
        slug: "sl-m",
        name: both("微短剧", "Micro-drama"),
        activity: "a13",
        isCompetitive: true,
        definition: openCall({
          sections: [...work, microSection, filmSection, declarationsSection],
          slots: [...microSlots, ...originSlots],
          rules: microRules,
          rounds: microRounds,
          awards: ["sl_micro_of_year", "sl_micro_recommendation"],
        }),
      },
      {
        code: "SL-R",
        slug: "sl-r",
        name: both("推荐影片", "Recommended film"),
        activity: "a11",
        isCompetitive: false,
        definition: openCall({
          sections: [...work, filmSection, declarationsSection],
          slots: [...longFilmSlots, ...originSlots],
          rules: recommendedRules,
          rounds: recommendedRounds,
          awards: ["sl_recommended_film"],
        }),
      },
    ],
  },
  {
    slug: "golden-seagull",
    name: both("“金海鸥”影视荣誉", "“Golden Seagull” Film and TV Honours"),
    unit: 5,
    intake: "nomination",
    maxEntriesPerLead: null,
    fee: 0,
    calls: [
      {
        code: "GS",
        slug: "gs",
        name: both("幕后荣誉", "Behind-the-scenes honours"),
        isCompetitive: true,
        crafts: {
          sourced: ["editing", "sound", "cinematography"],
          proposed: [
            "art_direction",
            "lighting",
            "props_and_sets",
            "costume_and_makeup",
            "visual_effects",
            "virtual_production",
            "stunt",
            "production_management",
          ],
        },
        // The rules for all speak of an applicant's declarations, which a nomination does not have; only time binds it.
        definition: definition({
          sections: [nominationSection],
          slots: nominationSlots,
          rules: [...sharedRules.filter((rule) => rule.field === "@submitted_at"), ...nominationRules],
          rounds: nominationRounds,
          awards: ["gs_honour"],
        }),
      },
    ],
  },
];
