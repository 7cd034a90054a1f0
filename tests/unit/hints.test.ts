import { expect, test } from "vitest";
import { hintFinder } from "#app/features/conflict/hints.ts";

const juror = { id: "j", name: "Li Wei", email: "li.wei@studio.example" };

test("a shared domain is a hint, a public mail host is none", () => {
  const entry = { names: [] };
  expect(hintFinder([juror])({ ...entry, emails: ["anna@STUDIO.example"] })).toEqual([
    { personId: "j", reason: "same-email-domain", evidence: "studio.example" },
  ]);
  expect(hintFinder([{ ...juror, email: "b@qq.com" }])({ ...entry, emails: ["a@qq.com"] })).toEqual([]);
});

test("a name among the people is a hint, whatever its order, case or spacing", () => {
  for (const name of ["WEI  LI", "li-wei", "Wei, Li"])
    expect(hintFinder([juror])({ emails: [], names: [name] })).toMatchObject([{ reason: "same-name-in-people" }]);
  expect(hintFinder([{ ...juror, name: "李伟" }])({ emails: [], names: ["李 伟"] })).toHaveLength(1);
  expect(hintFinder([juror, { ...juror, id: "k", name: "" }])({ emails: [], names: ["Li Na", ""] })).toEqual([]);
});
