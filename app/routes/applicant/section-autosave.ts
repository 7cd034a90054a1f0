import type { ActionFunctionArgs } from "@remix-run/node";
import { enter } from "#app/auth/gate.server.ts";
import { inputsFrom } from "#app/features/application/form-values.ts";
import { saveSection } from "#app/features/application/save-section.server.ts";
import { NotFound, Refused, Stale } from "#app/lib/refusal.ts";
import { param, readFormData } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

/** Saves a section while somebody types. Answers small JSON; the page shows the rest. */
export async function action(args: ActionFunctionArgs) {
  const applicationId = param(args.params, "application");
  const sectionId = param(args.params, "section");
  await enter(args, "application.edit", { applicationId }, "application.see");
  const form = await readFormData(args.request);
  try {
    const { version, savedAt } = await saveSection(database, {
      applicationId,
      sectionId,
      version: Number(form.get("version")),
      entries: inputsFrom(form),
      now: args.context.visit.arrivedAt,
    });
    return Response.json({ version, savedAt });
  } catch (error) {
    if (error instanceof Stale) return Response.json(null, { status: 409 });
    if (error instanceof Refused) return Response.json({ obstacles: error.obstacles }, { status: 422 });
    if (error instanceof NotFound) return Response.json(null, { status: 404 });
    throw error;
  }
}
