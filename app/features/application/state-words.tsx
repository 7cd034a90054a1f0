import { applicant } from "#app/i18n/messages/applicant.ts";
import { useText } from "#app/i18n/text.ts";
import { Badge } from "#app/ui/badge.tsx";

/** Spelled here so that components need not know the database's schema. */
export type StateWord =
  | "draft"
  | "submitted"
  | "in_check"
  | "returned"
  | "eligible"
  | "rejected"
  | "in_review"
  | "not_advanced"
  | "shortlisted"
  | "reserve"
  | "selected"
  | "honoured"
  | "not_honoured"
  | "withdrawn"
  | "disqualified";

const tones: Partial<Record<StateWord, "sea" | "gold" | "good" | "warn" | "danger">> = {
  submitted: "good",
  returned: "warn",
  eligible: "sea",
  in_review: "sea",
  shortlisted: "good",
  selected: "good",
  honoured: "gold",
  rejected: "danger",
  disqualified: "danger",
};

/** The state of an entry in a word. */
export function StateBadge({ state }: { state: StateWord }) {
  const t = useText(applicant);
  return <Badge tone={tones[state] ?? "plain"}>{t(`state.${state}`)}</Badge>;
}

/** Who must act next, and on what. */
export function useNextWords(): (state: StateWord, isOpen: boolean) => string {
  const t = useText(applicant);
  return (state, isOpen) => {
    if (state === "draft") return t(isOpen ? "next.draft" : "next.missed");
    if (state === "submitted") return t(isOpen ? "next.submitted" : "next.submitted-closed");
    if (state === "returned") return t("next.returned");
    const isOver = ["rejected", "not_advanced", "not_honoured", "withdrawn", "disqualified", "honoured"].includes(
      state,
    );
    return t(isOver ? "next.over" : "next.waiting");
  };
}
