import type { EditionTemplate } from "./shape.ts";
import { both } from "./words.ts";

/**
 * What is known and what is proposed. No text of a call of the Week was public: age limits, fees, file limits, numbers of
 * entries and honours are proposals after the practice of comparable events, and an organiser confirms or changes them.
 */
export const provenance: EditionTemplate["provenance"] = [
  {
    of: "source",
    status: "sourced",
    note: both(
      "2023年影视周的日期、主题与五个单元见公开报道",
      "Dates, theme and five units of 2023, from published reports",
    ),
  },
  {
    of: "units.activities",
    status: "sourced",
    note: both(
      "中文活动名称见公开报道；多数英文名称为本平台译名",
      "Chinese names from published reports; most English names are our translations",
    ),
  },
  {
    of: "units.activities.days",
    status: "proposed",
    note: both(
      "除开幕式、闭幕式与影展外，日程均为建议",
      "All days but those of the ceremonies and the film exhibition are proposed",
    ),
  },
  {
    of: "programmes.calls.definition",
    status: "proposed",
    note: both(
      "表单、文件要求、资格、评分表与轮次参照同类活动拟定，并非影视周的正式规定",
      "Forms, files, eligibility, rubrics and rounds follow comparable events; they are not the Week’s own rules",
    ),
  },
  {
    of: "programmes.calls.definition.awards",
    status: "proposed",
    note: both(
      "荣誉名称与数量为建议，可由组织方更改",
      "Names and numbers of honours are proposed; organisers may change them",
    ),
  },
  {
    of: "programmes.calls.crafts.proposed",
    status: "proposed",
    note: both("除剪辑、声音、摄影外的工种为建议", "All crafts but editing, sound and cinematography are proposed"),
  },
  {
    of: "timetable",
    status: "proposed",
    note: both("征集与评审时间参照同类活动拟定", "Intake and judging times follow comparable events"),
  },
  {
    of: "judging",
    status: "proposed",
    note: both("表决、回避、分配与计分方式为建议", "Ballots, conflicts, assignment and scoring are proposed"),
  },
  {
    of: "judging.ballots.std_ballot.quorum",
    status: "proposed",
    note: both("设法定人数是通行做法，具体比例为建议", "A quorum is accepted practice; its number is proposed"),
  },
  {
    of: "retention",
    status: "proposed",
    note: both("保存期限为建议，请由法律顾问确认", "Retention times are proposed; have counsel confirm them"),
  },
  {
    of: "ageReference",
    status: "proposed",
    note: both("年龄以影视周开幕日计算", "Ages are counted on the Week’s first day"),
  },
];
