import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { createEdition } from "#app/features/edition/create-edition.server.ts";
import { editionForm } from "#app/features/edition/forms.ts";
import { planEdition } from "#app/features/edition/plan-edition.ts";
import { listEditions } from "#app/features/edition/queries.server.ts";
import { weekTemplate } from "#app/features/edition/template/week.ts";
import { WeekDesk } from "#app/features/edition/week-desk.tsx";
import { actOnForm } from "#app/lib/form.server.ts";
import { paths } from "#app/lib/paths.ts";
import { database } from "#db/database.server.ts";

export { headers } from "#app/lib/retry-after.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await enter({ request, context }, "week.manage");
  return { editions: await listEditions(database) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { personId: actorId } = await enter({ request, context }, "week.manage");
  return actOnForm(request, editionForm, async ({ openingDay }) => {
    const plan = planEdition(weekTemplate, { openingDay });
    await createEdition(database, { plan, actorId, now: context.visit.arrivedAt });
    return redirect(paths.manageWeek());
  });
}

export default function WeekRoute() {
  return <WeekDesk {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />;
}
