import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { titleOf } from "#app/features/application/derived.ts";
import { getApplication, openAnswers } from "#app/features/application/queries.server.ts";
import { openManifest } from "#app/features/submission/manifest.ts";
import { findStandingSubmission } from "#app/features/submission/queries.server.ts";
import { Receipt } from "#app/features/submission/receipt.tsx";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { titled } from "#app/i18n/title.ts";
import { found } from "#app/lib/answer.server.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(applicant, "receipt.title");

export async function loader(args: LoaderFunctionArgs) {
  const applicationId = param(args.params, "application");
  await enter(args, "application.read", { applicationId }, "application.see");
  const { code, timeZone, callZh, callEn } = await getApplication(database, applicationId);
  const sealed = found(await findStandingSubmission(database, applicationId));
  return {
    title: titleOf(openAnswers(sealed.answers)),
    code,
    timeZone,
    callZh,
    callEn,
    number: sealed.number,
    receiptNumber: sealed.receiptNumber,
    hash: sealed.hash,
    arrivedAt: sealed.arrivedAt,
    submittedByName: sealed.submittedByName,
    files: openManifest(sealed.manifest).map(({ id, slot, name, bytes, sha256 }) => ({
      id,
      slot,
      name,
      bytes,
      sha256,
    })),
  };
}

export default function ReceiptRoute() {
  return <Receipt {...useLoaderData<typeof loader>()} />;
}
