import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { findCall } from "#app/features/call/queries.server.ts";
import { changeRound } from "#app/features/round/change-round.server.ts";
import { closeRound } from "#app/features/round/close-round.server.ts";
import { roundForm } from "#app/features/round/forms.ts";
import { openRound } from "#app/features/round/open-round.server.ts";
import { listRounds } from "#app/features/round/queries.server.ts";
import { readRound } from "#app/features/round/read-round.server.ts";
import { RoundPage } from "#app/features/round/round-page.tsx";
import { cityOf } from "#app/i18n/format.ts";
import { manage } from "#app/i18n/messages/manage.ts";
import { titled } from "#app/i18n/title.ts";
import { found } from "#app/lib/answer.server.ts";
import { actOnForm } from "#app/lib/form.server.ts";
import { paths } from "#app/lib/paths.ts";
import { Refused } from "#app/lib/refusal.ts";
import { param } from "#app/lib/request.server.ts";
import { clockInZone, endOfMinuteInZone } from "#app/lib/zone-time.ts";
import { database } from "#db/database.server.ts";

export { headers } from "#app/lib/retry-after.ts";
export { shouldRevalidate } from "#app/lib/revalidation.ts";

export const meta = titled(manage, "tab.rounds");

export async function loader(args: LoaderFunctionArgs) {
  const call = found(await findCall(database, param(args.params, "call")));
  const { slug, programmeId, timeZone } = call;
  const { personId } = await enter(args, "round.manage", { programmeId });
  const { arrivedAt: now, language } = args.context.visit;
  const code = param(args.params, "round");
  const round = found((await listRounds(database, call.id)).find((one) => one.code === code));
  const until = round.closesAt ? clockInZone(round.closesAt, timeZone) : "";
  const read = await readRound(database, { round, call, personId, now });
  return { ...read, slug, timeZone, city: cityOf(timeZone, language), until };
}

export async function action(args: ActionFunctionArgs) {
  const call = found(await findCall(database, param(args.params, "call")));
  const { slug, programmeId, timeZone } = call;
  const { personId: organiserId } = await enter(args, "round.manage", { programmeId });
  const code = param(args.params, "round");
  const round = found((await listRounds(database, call.id)).find((one) => one.code === code));
  return actOnForm(args.request, roundForm, async (form) => {
    const act = { roundId: round.id, programmeId, organiserId, now: args.context.visit.arrivedAt };
    const here = paths.manageRound(slug, code);
    if (form.intent === "close") {
      await closeRound(database, { ...act, confirmedUnsent: form.unsent });
      return redirect(here);
    }
    // What the page showed and nobody touched is the end that stands, to the second.
    const isUntouched = round.closesAt !== null && form.closesAt === clockInZone(round.closesAt, timeZone);
    const closesAt = isUntouched ? round.closesAt : endOfMinuteInZone(form.closesAt, timeZone);
    const { reviewsPerEntry } = form;
    if (form.intent === "change")
      await changeRound(database, { ...act, closesAt, reviewsPerEntry: form.reviewsPerEntry, reason: form.reason });
    if (form.intent === "open") {
      if (form.closesAt !== "" && !closesAt) throw new Refused([{ code: "round-end-missing", at: "closesAt" }]);
      const leavesUnchecked = form.leaveUnchecked === "on";
      await openRound(database, { ...act, closesAt, leavesUnchecked, ...(reviewsPerEntry ? { reviewsPerEntry } : {}) });
    }
    return redirect(here);
  });
}

export default function RoundRoute() {
  return <RoundPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />;
}
