import { weekJudging } from "./judging.ts";
import { programmes } from "./programmes.ts";
import { provenance } from "./provenance.ts";
import type { EditionTemplate } from "./shape.ts";
import { ceremonies, units } from "./units.ts";
import { both } from "./words.ts";

/** The built-in template: the Qingdao Film and TV Week as its edition of 2023 was, with its three programmes. */
export const weekTemplate: EditionTemplate = {
  source: {
    year: 2023,
    name: both("2023青岛影视周", "2023 Qingdao Film and TV Week"),
    startsOn: "2023-04-07",
    endsOn: "2023-04-09",
    theme: both("新技术·新视界·新影都", "New Technology, New Vision, New Film Capital"),
    activityCountStated: 19,
  },
  name: both("{year}青岛影视周", "{year} Qingdao Film and TV Week"),
  lengthInDays: 3,
  timeZone: "Asia/Shanghai",
  deadlineTime: "23:59:59",
  ceremonies,
  units,
  programmes,
  timetable: {
    callOpens: -130,
    callCloses: -62,
    formalCheckEnds: -55,
    firstReadingEnds: -32,
    shortlistPrivate: -30,
    secondRoundEnds: -18,
    shortlistPublic: -16,
    publicNoticeDays: 5,
    classStarts: -1,
    pitchDay: 1,
    deliberation: 1,
    honours: 2,
    filesOfUnselectedDeleted: 92,
  },
  judging: weekJudging,
  ageReference: "edition.starts_on",
  lengthRatioZhPerEnWord: 2,
  derived: ["lead_age", "secured_pct", "anonymity_hits"],
  entryStates: [
    "draft",
    "submitted",
    "in_check",
    "returned",
    "eligible",
    "rejected",
    "in_review",
    "not_advanced",
    "shortlisted",
    "reserve",
    "selected",
    "pitched",
    "honoured",
    "not_honoured",
    "withdrawn",
    "disqualified",
  ],
  entryCode: "{call}-{year}-{serial:04d}",
  proceduralComplaintDays: 3,
  retention: {
    filesOfUnselectedDays: 90,
    formOfUnselectedMonths: 12,
    filesOfSelectedMonths: 24,
    scoresAndAuditMonths: 36,
    identityScanDays: 30,
    consentsExtraMonths: 36,
  },
  visibilityMeanings: {
    blind: both(
      "各轮评委可见；不得出现姓名、面孔、单位或联系方式（影片保留片尾字幕）",
      "Jurors in every round; it must carry no name, face, company or contact (a film keeps its credits)",
    ),
    open: both("公开评审轮次的评委可见", "Jurors in open rounds"),
    staff: both("仅组织方可见，评委不可见", "Organisers only; never a juror"),
    public: both(
      "荣誉公布后在图录与网站公开；公开评审轮次的评委也可见",
      "Catalogue and site after the honours are announced; also jurors in open rounds",
    ),
  },
  stageMeanings: {
    submit: both("截止时间之前", "Before the deadline"),
    shortlist: both("入围名单公布之后，此前不收集", "After the shortlist is out; not asked before"),
    selected: both("入选陈述或放映之后", "After selection for pitch or screening"),
  },
  provenance,
};
