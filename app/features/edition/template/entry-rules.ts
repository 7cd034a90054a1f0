import type { Rule } from "#app/features/call/definition.ts";
import { both } from "./words.ts";

/** Who may enter any call. */
export const sharedRules: Rule[] = [
  {
    id: "C1",
    field: "rights_basis",
    op: "in",
    value: ["owner", "co_owner", "authorised"],
    severity: "block",
    message: both("须为权利人或其授权代表", "Owner or authorised representative only"),
  },
  {
    id: "C2",
    field: "c_rules",
    op: "truthy",
    severity: "block",
    message: both("须同意规则", "Rules must be accepted"),
  },
  {
    id: "C3",
    field: "c_privacy",
    op: "truthy",
    severity: "block",
    message: both("须确认隐私告知", "Privacy notice must be confirmed"),
  },
  {
    id: "C4",
    field: "c_rights",
    op: "truthy",
    severity: "block",
    message: both("须作出权利承诺", "Rights declaration needed"),
  },
  {
    id: "C5",
    field: "rights_letter",
    op: "file_present",
    severity: "block",
    message: both("须上传签字承诺书", "Signed declaration must be uploaded"),
  },
  {
    id: "C6",
    field: "@submitted_at",
    op: "before_deadline",
    severity: "block",
    message: both("已过截止时间", "The deadline has passed"),
  },
  {
    id: "C7",
    field: "lead_age",
    op: "gte",
    value: 18,
    severity: "block",
    message: both("主创须年满18周岁", "Lead creator must be 18 or over"),
  },
  {
    id: "C8",
    field: "anonymity_hits",
    op: "lte",
    value: 0,
    severity: "warn",
    message: both("盲审文件疑似含个人信息", "A blind file may name a person"),
  },
  {
    id: "C9",
    field: "c_share_jury",
    op: "truthy",
    severity: "block",
    message: both("须同意向评委提供材料", "Sharing with jurors must be accepted"),
  },
];
