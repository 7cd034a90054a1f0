import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { readReceipt } from "#app/features/submission/read-receipt.server.ts";
import { Receipt } from "#app/features/submission/receipt.tsx";
import { applicant } from "#app/i18n/messages/applicant.ts";
import { titled } from "#app/i18n/title.ts";
import { asResponse } from "#app/lib/answer.server.ts";
import { paths } from "#app/lib/paths.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(applicant, "receipt.title");

export async function loader(args: LoaderFunctionArgs) {
  const applicationId = param(args.params, "application");
  await enter(args, "application.read", { applicationId }, "application.see");
  try {
    const { answers: _answers, ...receipt } = await readReceipt(database, {
      applicationId,
      language: args.context.visit.language,
    });
    return { ...receipt, paperPath: paths.receiptPaper(applicationId) };
  } catch (error) {
    throw asResponse(error);
  }
}

export default function ReceiptRoute() {
  return <Receipt {...useLoaderData<typeof loader>()} />;
}
