import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "#app/auth/gate.server.ts";
import { JuryHome } from "#app/features/review/jury-home.tsx";
import { listNextOfRounds, listRoundsOfJuror } from "#app/features/review/queries.server.ts";
import { juror } from "#app/i18n/messages/juror.ts";
import { titled } from "#app/i18n/title.ts";
import { database } from "#db/database.server.ts";

export const meta = titled(juror, "home.title");

export async function loader(args: LoaderFunctionArgs) {
  const { personId: jurorId } = await enter(args, "jury.list-own");
  const rounds = await listRoundsOfJuror(database, { jurorId });
  const next = await listNextOfRounds(database, { jurorId, roundIds: rounds.map((round) => round.id) });
  return {
    rounds: rounds.map((round) => ({ ...round, next: next.get(round.id) ?? null })),
    now: args.context.visit.arrivedAt,
  };
}

export default function JuryRoute() {
  return <JuryHome {...useLoaderData<typeof loader>()} />;
}
