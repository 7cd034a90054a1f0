import type { LoaderFunctionArgs } from "@remix-run/node";
import { enter } from "#app/auth/gate.server.ts";
import { config } from "#app/config.server.ts";
import { printReceipt } from "#app/features/submission/print-receipt.server.ts";
import { readReceipt } from "#app/features/submission/read-receipt.server.ts";
import { asResponse } from "#app/lib/answer.server.ts";
import { param } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

/** The receipt as a PDF. */
export async function loader(args: LoaderFunctionArgs) {
  const applicationId = param(args.params, "application");
  const { language } = args.context.visit;
  await enter(args, "application.read", { applicationId }, "application.see");
  try {
    const facts = await readReceipt(database, { applicationId, language });
    const paper = await printReceipt({ ...facts, verifyUrl: config.origin + facts.verifyPath }, language);
    return new Response(new Uint8Array(paper), {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Disposition": `attachment; filename="${facts.receiptNumber.replace(/[^\w.-]/g, "_")}.pdf"`,
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    throw asResponse(error);
  }
}
