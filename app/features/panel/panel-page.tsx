import type { SubmissionResult } from "@conform-to/react";
import { RoundChooser } from "#app/features/round/round-chooser.tsx";
import { manage } from "#app/i18n/messages/manage.ts";
import { manageJury } from "#app/i18n/messages/manage-jury.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ConflictDesk, type ConflictSide } from "./conflict-desk.tsx";
import { type Invitation, InvitationDesk } from "./invitation-desk.tsx";
import { PanelDesk, type PanelJuror } from "./panel-desk.tsx";

type Round = { code: string; nameZh: string; nameEn: string };
type Panel = ConflictSide & {
  jurors: readonly PanelJuror[];
  candidates: readonly { id: string; name: string; email: string }[];
  invitations: readonly Invitation[];
};
type Props = {
  slug: string;
  timeZone: string;
  rounds: readonly Round[];
  round: (Round & { maxLoad: number; isOver: boolean }) | null;
  isEntrant: boolean;
  panel: Panel | null;
  /** A conflict that is only to be confirmed: whom, and which entry. */
  look: { juror: string; entry: string };
  result: SubmissionResult<string[]> | undefined;
};

/** Who judges a round, who was asked to, and who must keep away from which entry. */
export function PanelPage({ slug, timeZone, rounds, round, isEntrant, panel, look, result }: Props) {
  const t = useText(manage);
  const own = useText(manageJury);
  if (isEntrant) return <Notice title={t("jury-side.entrant")}>{t("jury-side.entrant-text")}</Notice>;
  if (!round || !panel) return <EmptyState title={own("rounds.none")} />;
  const intent = String(result?.initialValue?.intent ?? "");
  const resultOf = (...intents: string[]) => (intents.includes(intent) ? result : undefined);
  const hrefOf = (code: string) => `${paths.managePanel(slug)}?round=${encodeURIComponent(code)}`;
  return (
    <div className="stack-l">
      <RoundChooser rounds={rounds} current={round.code} hrefOf={hrefOf} />
      <PanelDesk
        jurors={panel.jurors}
        candidates={panel.candidates}
        maxLoad={round.maxLoad}
        isOver={round.isOver}
        result={resultOf("add", "load", "remove")}
      />
      <InvitationDesk
        invitations={panel.invitations}
        timeZone={timeZone}
        isOver={round.isOver}
        result={resultOf("invite", "renew", "revoke")}
      />
      <ConflictDesk
        conflicts={panel.conflicts}
        hints={panel.hints}
        kinds={panel.kinds}
        people={panel.people}
        look={look}
        here={hrefOf(round.code)}
        result={resultOf("conflict", "lift")}
      />
    </div>
  );
}
