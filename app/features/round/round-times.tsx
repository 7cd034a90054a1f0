import { manageJury } from "#app/i18n/messages/manage-jury.ts";
import { useText } from "#app/i18n/text.ts";
import { MomentText } from "#app/ui/moment-text.tsx";
import type { RoundStage } from "./rules.ts";

export type RoundDates = {
  stage: RoundStage;
  isTimeOver: boolean;
  openedAt: string | null;
  closesAt: string | null;
  closedAt: string | null;
};

/** The dates of a round that say something in its present state: opened, until when, closed. */
export function RoundTimes({ round, timeZone }: { round: RoundDates; timeZone: string }) {
  const t = useText(manageJury);
  const times = [
    { label: t("round.opened-at"), moment: round.openedAt },
    {
      label: t(round.stage === "planned" ? "round.planned-end" : "round.until"),
      moment: round.closedAt ? null : round.closesAt,
    },
    { label: t("round.closed-at"), moment: round.closedAt },
  ];
  return times.map(({ label, moment }) =>
    moment ? (
      <span key={label}>
        {" · "}
        {label} <MomentText moment={moment} timeZone={timeZone} />
      </span>
    ) : null,
  );
}
