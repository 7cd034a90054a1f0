import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter, standing } from "#app/auth/gate.server.ts";
import { holds } from "#app/auth/policy.ts";
import { ApplicationOverview } from "#app/features/application/application-overview.tsx";
import { deleteDraft } from "#app/features/application/delete-draft.server.ts";
import { differencesOf } from "#app/features/application/differences.ts";
import { partsOf, ruleObstacle } from "#app/features/application/parts.ts";
import { type Draft, readDraft, versionOf } from "#app/features/application/read-draft.server.ts";
import { OutcomeView } from "#app/features/decision/outcome-view.tsx";
import { readOutcome } from "#app/features/decision/read-outcome.server.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { type Language, speaker } from "#app/i18n/text.ts";
import { titled } from "#app/i18n/title.ts";
import { answer } from "#app/lib/answer.server.ts";
import { paths } from "#app/lib/paths.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export { shouldRevalidate } from "#app/lib/revalidation.ts";

export const meta = titled(applicant, "overview.tab");

export async function loader(args: LoaderFunctionArgs) {
  const applicationId = param(args.params, "application");
  const { visit } = args.context;
  const viewer = await enter(args, "application.read", { applicationId }, "application.see");
  const now = visit.arrivedAt;
  const draft = await readDraft(database, { applicationId, now });
  const mine = await standing(viewer, visit, { applicationId });
  const { id, state, code, callZh, callEn, callSlug, opensAt, closesAt, timeZone, submittedAt } = draft.application;
  return {
    application: { id, state, code, callZh, callEn, callSlug, opensAt, closesAt, timeZone, submittedAt },
    parts: partsOf(draft.definition, draft.progress, {
      broken: draft.findings.block,
      language: visit.language,
      filesTitle: speaker(applicant, visit.language)("section.files"),
    }),
    warnings: draft.findings.warn.map(ruleObstacle),
    returned: draft.returned ? { ...draft.returned, reopened: reopenedLabels(draft, visit.language) } : null,
    outcome: await readOutcome(database, { applicationId, language: visit.language }),
    isChanged: draft.isChanged,
    differences:
      draft.isChanged && draft.standing
        ? differencesOf(
            draft.definition,
            {
              standing: versionOf(draft.standing),
              draft,
            },
            { edition: draft.edition, language: visit.language },
          )
        : [],
    may: {
      edit: holds("application.edit", mine),
      submit: holds("application.submit", mine),
      withdraw: holds("application.withdraw", mine),
      deleteDraft: holds("application.delete-draft", mine),
      restore: state === "withdrawn" && now <= closesAt && holds("application.restore", mine),
    },
    now,
  };
}

/** What a correction may change, in the words of the form; null where it may change everything. */
function reopenedLabels({ definition, reopened }: Draft, language: Language): string[] | null {
  if (reopened === null) return null;
  const fields = definition.sections.flatMap((section) => section.fields);
  return [...fields, ...definition.slots].filter(({ id }) => reopened.has(id)).map(({ label }) => label[language]);
}

export async function action(args: ActionFunctionArgs) {
  const applicationId = param(args.params, "application");
  const viewer = await enter(args, "application.delete-draft", { applicationId }, "application.see");
  return answer(async () => {
    await deleteDraft(database, { applicationId, actorId: viewer.personId, now: args.context.visit.arrivedAt });
    return redirect(paths.applications());
  });
}

export default function OverviewRoute() {
  const refusal = useActionData<typeof action>();
  const { outcome, ...loaded } = useLoaderData<typeof loader>();
  return (
    <ApplicationOverview
      {...loaded}
      obstacles={refusal?.obstacles ?? []}
      outcome={outcome ? <OutcomeView outcome={outcome} timeZone={loaded.application.timeZone} /> : null}
    />
  );
}
