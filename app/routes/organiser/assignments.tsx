import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { addAssignment } from "#app/features/assignment/add-assignment.server.ts";
import { applyAssignmentPlan } from "#app/features/assignment/apply-assignment-plan.server.ts";
import { AssignmentsPage } from "#app/features/assignment/assignments-page.tsx";
import { assignmentsForm, assignmentsQuery } from "#app/features/assignment/forms.ts";
import { readAssignments } from "#app/features/assignment/read-assignments.server.ts";
import { removeAssignment } from "#app/features/assignment/remove-assignment.server.ts";
import { findCall } from "#app/features/call/queries.server.ts";
import { pickEntry } from "#app/features/conflict/pick-entry.server.ts";
import { chooseRound } from "#app/features/round/choose-round.ts";
import { listRounds } from "#app/features/round/queries.server.ts";
import { manage } from "#app/i18n/messages/manage.ts";
import { titled } from "#app/i18n/title.ts";
import { found } from "#app/lib/answer.server.ts";
import { actOnForm } from "#app/lib/form.server.ts";
import { paths } from "#app/lib/paths.ts";
import { param, readQuery } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export { headers } from "#app/lib/retry-after.ts";
export { shouldRevalidate } from "#app/lib/revalidation.ts";

export const meta = titled(manage, "tab.assignments");

export async function loader(args: LoaderFunctionArgs) {
  const { id: callId, slug, programmeId } = found(await findCall(database, param(args.params, "call")));
  const { personId } = await enter(args, "assignment.plan", { programmeId });
  const { seed, page, ...query } = readQuery(args.request, assignmentsQuery);
  const { opened, round } = chooseRound(await listRounds(database, callId), query.round);
  const rounds = opened.map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn }));
  if (!round) return { slug, rounds, round: null, isEntrant: false, desk: null, plan: null };
  const read = await readAssignments(database, { callId, round, personId, seed, page });
  const { code, nameZh, nameEn } = round;
  return {
    slug,
    rounds,
    round: { code, nameZh, nameEn },
    isEntrant: read === null,
    desk: read?.desk ?? null,
    plan: read?.plan ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { id: callId, slug, programmeId } = found(await findCall(database, param(args.params, "call")));
  const { personId: organiserId } = await enter(args, "assignment.plan", { programmeId });
  const query = readQuery(args.request, assignmentsQuery);
  const { id: roundId, code } = found(chooseRound(await listRounds(database, callId), query.round).round);
  return actOnForm(args.request, assignmentsForm, async (form) => {
    const act = { roundId, programmeId, organiserId, now: args.context.visit.arrivedAt };
    if (form.intent === "apply") {
      const { seed, fingerprint } = form;
      await applyAssignmentPlan(database, { ...act, seed, fingerprint });
    }
    if (form.intent === "add") {
      const applicationId = await pickEntry(database, { callId, personId: organiserId, words: form.code });
      await addAssignment(database, { ...act, applicationId, jurorId: form.juror });
    }
    if (form.intent === "remove") await removeAssignment(database, { ...act, assignmentId: form.assignment });
    const page = query.page > 1 ? `&page=${query.page}` : "";
    return redirect(`${paths.manageAssignments(slug)}?round=${encodeURIComponent(code)}${page}`);
  });
}

export default function AssignmentsRoute() {
  return <AssignmentsPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />;
}
