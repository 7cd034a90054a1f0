import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireFresh } from "#app/auth/fresh.server.ts";
import { enter } from "#app/auth/gate.server.ts";
import { disablePerson } from "#app/features/person/disable-person.server.ts";
import { enablePerson } from "#app/features/person/enable-person.server.ts";
import { roleForm } from "#app/features/person/forms.ts";
import { grantRole } from "#app/features/person/grant-role.server.ts";
import { PersonPage } from "#app/features/person/person-page.tsx";
import { findHouseZone, findPersonWithRoles, listProgrammesForRoles } from "#app/features/person/queries.server.ts";
import { revokeRole } from "#app/features/person/revoke-role.server.ts";
import { found } from "#app/lib/answer.server.ts";
import { actOnForm } from "#app/lib/form.server.ts";
import { paths } from "#app/lib/paths.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export { headers } from "#app/lib/retry-after.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await enter({ request, context }, "people.manage");
  const person = found(await findPersonWithRoles(database, param(params, "person")));
  const [programmes, timeZone] = await Promise.all([listProgrammesForRoles(database), findHouseZone(database)]);
  return { person, programmes, timeZone };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await enter({ request, context }, "people.manage");
  const personId = param(params, "person");
  const { arrivedAt: now } = context.visit;
  requireFresh(viewer, { now, next: paths.managePerson(personId) });
  const by = viewer.personId;
  return actOnForm(request, roleForm, async (form) => {
    if (form.intent === "grant")
      await grantRole(database, { personId, kind: form.kind, programmeId: form.programme || null, grantedBy: by, now });
    if (form.intent === "revoke") await revokeRole(database, { personId, roleId: form.role, revokedBy: by, now });
    if (form.intent === "disable") await disablePerson(database, { personId, disabledBy: by, now });
    if (form.intent === "enable") await enablePerson(database, { personId, enabledBy: by, now });
    return redirect(paths.managePerson(personId));
  });
}

export default function PersonRoute() {
  return <PersonPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />;
}
