import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter, standing } from "#app/auth/gate.server.ts";
import { holds } from "#app/auth/policy.ts";
import { findCall } from "#app/features/call/queries.server.ts";
import { liftConflict } from "#app/features/conflict/lift-conflict.server.ts";
import { pickEntry } from "#app/features/conflict/pick-entry.server.ts";
import { setConflict } from "#app/features/conflict/set-conflict.server.ts";
import { inviteToPanel } from "#app/features/invitation/invite-to-panel.server.ts";
import { renewInvitation } from "#app/features/invitation/renew-invitation.server.ts";
import { revokeInvitation } from "#app/features/invitation/revoke-invitation.server.ts";
import { addPanelist } from "#app/features/panel/add-panelist.server.ts";
import { changeLoad } from "#app/features/panel/change-load.server.ts";
import { panelForm, panelQuery } from "#app/features/panel/forms.ts";
import { PanelPage } from "#app/features/panel/panel-page.tsx";
import { readPanel } from "#app/features/panel/read-panel.server.ts";
import { removePanelist } from "#app/features/panel/remove-panelist.server.ts";
import { chooseJudgedRound } from "#app/features/round/choose-round.ts";
import { roundQuery } from "#app/features/round/forms.ts";
import { listRounds, planOf } from "#app/features/round/queries.server.ts";
import { isJudged } from "#app/features/round/rules.ts";
import { manage } from "#app/i18n/messages/manage.ts";
import { titled } from "#app/i18n/title.ts";
import { found } from "#app/lib/answer.server.ts";
import { actOnForm } from "#app/lib/form.server.ts";
import { paths } from "#app/lib/paths.ts";
import { Refused } from "#app/lib/refusal.ts";
import { param, readQuery } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export { headers } from "#app/lib/retry-after.ts";
export { shouldRevalidate } from "#app/lib/revalidation.ts";

export const meta = titled(manage, "tab.panel");

async function chosen(request: Request, callId: string) {
  const rows = await listRounds(database, callId);
  return chooseJudgedRound(
    rows.map((row) => ({ ...row, isJudged: isJudged(planOf(row)) })),
    readQuery(request, roundQuery).round,
  );
}

export async function loader(args: LoaderFunctionArgs) {
  const { id: callId, slug, programmeId, timeZone } = found(await findCall(database, param(args.params, "call")));
  const { personId } = await enter(args, "round.manage", { programmeId });
  const { judged, round } = await chosen(args.request, callId);
  const rounds = judged.map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn }));
  const { juror, entry } = readQuery(args.request, panelQuery);
  const look = { juror, entry };
  if (!round) return { slug, timeZone, rounds, round: null, isEntrant: false, panel: null, look };
  const { language, arrivedAt: now } = args.context.visit;
  const panel = await readPanel(database, { callId, programmeId, roundId: round.id, personId, language, now });
  const { code, nameZh, nameEn, maxLoad, closedAt } = round;
  const shown = { code, nameZh, nameEn, maxLoad: maxLoad ?? 40, isOver: closedAt !== null };
  return { slug, timeZone, rounds, round: shown, isEntrant: panel === null, panel, look };
}

export async function action(args: ActionFunctionArgs) {
  const { id: callId, slug, programmeId } = found(await findCall(database, param(args.params, "call")));
  const viewer = await enter(args, "round.manage", { programmeId });
  const { personId } = viewer;
  const round = found((await chosen(args.request, callId)).round);
  const { arrivedAt: now } = args.context.visit;
  return actOnForm(args.request, panelForm, async (form) => {
    const act = { roundId: round.id, programmeId, organiserId: personId, now };
    switch (form.intent) {
      case "add":
        await addPanelist(database, { ...act, personId: form.person, maxLoad: form.maxLoad });
        break;
      case "load":
        await changeLoad(database, { ...act, panelistId: form.panelist, maxLoad: form.load });
        break;
      case "remove":
        await removePanelist(database, { ...act, panelistId: form.panelist });
        break;
      case "invite": {
        await enter(args, "jury.invite", { programmeId });
        const { email, name, language, message } = form;
        const letter = { email, name, language, message, role: "juror" as const };
        await inviteToPanel(database, { ...letter, programmeId, roundId: round.id, invitedBy: personId, now });
        break;
      }
      case "renew":
        await renewInvitation(database, { invitationId: form.invitation, programmeId, renewedBy: personId, now });
        break;
      case "revoke":
        await revokeInvitation(database, { invitationId: form.invitation, programmeId, revokedBy: personId, now });
        break;
      case "conflict": {
        const applicationId = await pickEntry(database, { callId, personId, words: form.code });
        const mine = await standing(viewer, args.context.visit, { applicationId });
        if (!holds("conflict.set", mine)) throw new Refused([{ code: "conflict-not-now", at: "code" }]);
        const { juror, kind, note } = form;
        await setConflict(database, { ...act, applicationId, personId: juror, kind, note });
        break;
      }
      case "lift":
        await enter(args, "conflict.set", { applicationId: form.application });
        await liftConflict(database, {
          ...act,
          conflictId: form.conflict,
          applicationId: form.application,
          reason: form.reason,
        });
        break;
    }
    return redirect(`${paths.managePanel(slug)}?round=${encodeURIComponent(round.code)}`);
  });
}

export default function PanelRoute() {
  return <PanelPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />;
}
