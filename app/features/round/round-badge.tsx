import { manageJury } from "#app/i18n/messages/manage-jury.ts";
import { useText } from "#app/i18n/text.ts";
import { Badge } from "#app/ui/badge.tsx";
import type { RoundStage } from "./rules.ts";

const tones = { planned: "plain", open: "good", closed: "sea", published: "gold" } as const;

/** Where a round stands, in a word. An open one whose time is over says so: its jurors cannot write any more. */
export function RoundBadge({ round }: { round: { stage: RoundStage; isTimeOver: boolean } }) {
  const t = useText(manageJury);
  if (round.stage === "open" && round.isTimeOver) return <Badge tone="warn">{t("round.time-over")}</Badge>;
  return <Badge tone={tones[round.stage]}>{t(`round.${round.stage}`)}</Badge>;
}
