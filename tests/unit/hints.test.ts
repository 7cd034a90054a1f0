import { expect, test } from "vitest";
import { findHints } from "#app/features/conflict/hints.ts";

const juror = { id: "j", name: "Li Wei", email: "li.wei@studio.example" };

test("a shared domain is a hint, a public mail host is none", () => {
  const entry = { names: [] };
  expect(findHints({ ...entry, emails: ["anna@STUDIO.example"] }, [juror])).toEqual([
    { personId: "j", reason: "same-email-domain", evidence: "studio.example" },
  ]);
  expect(findHints({ ...entry, emails: ["a@qq.com"] }, [{ ...juror, email: "b@qq.com" }])).toEqual([]);
});

test("a name among the people is a hint, whatever its order, case or spacing", () => {
  for (const name of ["WEI  LI", "li-wei", "Wei, Li"])
    expect(findHints({ emails: [], names: [name] }, [juror])).toMatchObject([{ reason: "same-name-in-people" }]);
  expect(findHints({ emails: [], names: ["李 伟"] }, [{ ...juror, name: "李伟" }])).toHaveLength(1);
  expect(findHints({ emails: [], names: ["Li Na", ""] }, [juror, { ...juror, id: "k", name: "" }])).toEqual([]);
});
