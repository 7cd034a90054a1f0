import { expect, test } from "vitest";
import { type DeskFacts, deskStep } from "#app/features/call/desk-step.ts";

const closed: DeskFacts = { phase: "closed", unchecked: 0, eligible: 0, round: null };
const round = { nameZh: "初评", nameEn: "First round", closesAt: null, isClosed: false };

test.each<[string, DeskFacts, string]>([
  ["a call that is still to open waits", { ...closed, phase: "upcoming" }, "wait"],
  ["an open call collects", { ...closed, phase: "open", unchecked: 4 }, "collect"],
  ["after the deadline entries are checked", { ...closed, unchecked: 1, eligible: 9 }, "check"],
  ["once all are checked the round is opened", { ...closed, eligible: 9 }, "open-round"],
  ["an open round is watched, whatever else is left", { ...closed, unchecked: 1, round }, "watch"],
  ["a closed round is decided", { ...closed, round: { ...round, isClosed: true } }, "decide"],
  ["after the last publication nothing is left to do", closed, "rest"],
])("%s", (_title, facts, step) => {
  expect(deskStep(facts)).toBe(step);
});
