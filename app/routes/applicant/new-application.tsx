import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { enter } from "#app/auth/gate.server.ts";
import { NewApplication } from "#app/features/application/new-application.tsx";
import { startApplication } from "#app/features/application/start-application.server.ts";
import { findCall } from "#app/features/call/queries.server.ts";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { titled } from "#app/i18n/title.ts";
import { answer, found } from "#app/lib/answer.server.ts";
import { paths } from "#app/lib/paths.ts";
import { readFormData, readQuery } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(applicant, "new.title");

export async function loader(args: LoaderFunctionArgs) {
  await enter(args, "application.create");
  const { call: slug } = readQuery(args.request, z.object({ call: z.string().default("") }));
  const call = found(await findCall(database, slug));
  const now = args.context.visit.arrivedAt;
  const isOpen = call.intake === "open" && call.opensAt <= now && now <= call.closesAt;
  return { call: { slug: call.slug, nameZh: call.nameZh, nameEn: call.nameEn }, isOpen };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await enter(args, "application.create");
  const form = await readFormData(args.request);
  return answer(async () => {
    const id = await startApplication(database, {
      callSlug: String(form.get("call") ?? ""),
      personId: viewer.personId,
      now: args.context.visit.arrivedAt,
    });
    return redirect(paths.application(id));
  });
}

export default function NewApplicationRoute() {
  const refusal = useActionData<typeof action>();
  return <NewApplication {...useLoaderData<typeof loader>()} obstacles={refusal?.obstacles ?? []} />;
}
