import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { countAttempt } from "#app/auth/rate-limit.server.ts";
import { findHouseZone } from "#app/features/person/queries.server.ts";
import { findGenuineReceipt } from "#app/features/submission/queries.server.ts";
import { VerifyPage } from "#app/features/submission/verify-page.tsx";
import { receipt } from "#app/i18n/messages/receipt.ts";
import { titled } from "#app/i18n/title.ts";
import { TooMany } from "#app/lib/refusal.ts";
import { readQuery } from "#app/lib/request.server.ts";
import { database } from "#db/database.server.ts";

export { headers } from "#app/lib/loader-headers.ts";

export const meta = titled(receipt, "verify.title");

const asked = z.object({
  number: z
    .string()
    .transform((text) => text.replace(/\s/g, "").slice(0, 200))
    .catch("")
    .default(""),
  hash: z
    .string()
    .transform((text) => text.replace(/\s/g, "").toLowerCase().slice(0, 100))
    .catch("")
    .default(""),
});

/** Anybody may ask. A wrong number, a wrong hash and an entry of another house get the same answer. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { number, hash } = readQuery(request, asked);
  const { arrivedAt: now, address } = context.visit;
  const isAsked = number !== "" || hash !== "";
  const nothing = { number, hash, isAsked, sealedAt: null, timeZone: "UTC", waitMinutes: null };
  if (!isAsked) return data(nothing);
  try {
    await countAttempt(database, { kind: "receipt", address, now });
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    const waitMinutes = Math.ceil(error.retryAfterSeconds / 60);
    return data(
      { ...nothing, waitMinutes },
      { status: 429, headers: { "Retry-After": String(error.retryAfterSeconds) } },
    );
  }
  const timeZone = await findHouseZone(database);
  return data({ ...nothing, timeZone, sealedAt: await findGenuineReceipt(database, { number, hash }) });
}

export default function VerifyRoute() {
  return <VerifyPage {...useLoaderData<typeof loader>()} />;
}
