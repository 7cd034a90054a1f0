import type { Judging } from "./judging-shape.ts";
import { both } from "./words.ts";

/** How juries decide and step aside. Rounds name their ballot by its key here. */
export const weekJudging: Judging = {
  ballots: {
    std_ballot: {
      jurySize: { min: 3, max: 9, odd: true },
      quorum: {
        fraction: 0.667,
        min: 3,
        note: both("回避的评委不计入基数，也不参加表决", "Recused jurors leave the base and the vote"),
      },
      chair: { electedOrNamed: "named", votes: true, castingVote: "last_resort" },
      ballot: "secret",
      majority: { ballot1: "absolute", ballot2: "absolute", ballot3On: "relative" },
      tie: ["revote_leaders", "higher_r3_total", "higher_top_weight_criterion", "chair"],
      exAequo: { maxPerProgramme: 1, neverFor: ["gk_project_of_year", "sl_short_of_year", "sl_screenplay_of_year"] },
      oneMainHonourPerEntry: true,
      noAward: { allowed: true, needsReason: true },
      mentions: { max: 2, majority: "unanimous" },
      citation: { required: true, maxCharsZh: 200, maxCharsEn: 400 },
      observers: { mayAttend: true, mayVote: false, secretaryRequired: true },
      secrecy: { until: "announcement" },
      seenRequired: { fraction: 1, else: "no_vote_on_unseen" },
      recall: { maxFractionOfRejected: 0.02, by: "jury_majority" },
    },
  },
  conflicts: {
    declareBefore: "assignment",
    kinds: [
      { id: "entrant", label: both("本人参评", "It is my own entry"), isHard: true },
      { id: "family", label: both("亲属", "Family"), isHard: true },
      {
        id: "employer_or_client_36_months",
        label: both("36个月内有雇佣或委托关系", "Employer or client within 36 months"),
        isHard: true,
      },
      { id: "investor_or_creditor", label: both("投资人或债权人", "Investor or creditor"), isHard: true },
      { id: "credited_on_the_work", label: both("参与该作品并署名", "Credited on the work"), isHard: true },
      {
        id: "teacher_or_student_24_months",
        label: both("24个月内有师生关系", "Teacher or student within 24 months"),
        isHard: false,
      },
      {
        id: "mentor_in_the_programme",
        label: both("在本计划中担任其导师", "Its mentor in this programme"),
        isHard: false,
      },
      { id: "rival_project", label: both("存在竞争的项目", "A rival project"), isHard: false },
      { id: "other_personal", label: both("其他个人关系", "Another personal relation"), isHard: false },
    ],
    autoHints: [
      { id: "same_email_domain", label: both("邮箱域名相同", "Same e-mail domain") },
      { id: "same_company_code", label: both("统一社会信用代码相同", "Same company code") },
      { id: "same_name_in_people", label: both("与主创团队成员同名", "Same name among the key people") },
      { id: "listed_in_known_jurors", label: both("申报人已申报该关系", "Declared by the applicant") },
      { id: "same_school_if_student", label: both("学生作品，院校相同", "Same school, for a student film") },
    ],
    effect: { hard: "never_assigned_and_leaves_room_for_that_entry", soft: "chair_decides_and_logged" },
    entrantJuror: "leaves_the_panel_or_withdraws_the_work",
    lateDiscovery: "void_that_review_and_assign_a_substitute",
    substitutesPerPanel: 2,
  },
  assignment: {
    balance: ["load", "language", "expertise"],
    noReviewerTwiceOnSameEntry: true,
    calibration: { entries: 3, before: "r1", showOthersScoresAfter: true },
    reminderDaysBefore: [7, 3, 1],
    reassignAfterIdleDays: 7,
    seeOthersScores: "after_own_submission_in_panel_only",
    scoresEditableUntil: "round_close",
    signOff: { by: "juror", method: "confirm_with_hash" },
  },
  aggregation: {
    zscore: {
      by: "juror_within_round",
      fallbackRawIf: "entries_of_juror < 6 or jurors < 3",
      rescale: "keep_min_and_max_of_raw_means",
    },
    trimmedMean: { drop: "one_highest_one_lowest", onlyIfReviewsGte: 5 },
    decimals: 2,
    keepRawAndNormalised: true,
  },
};
